# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a route add default via 10.0.0.2 table default
ip -n k-a route get 8.8.8.8 mark 1
ip -n k-a route get 10.0.0.1
ip -n k-a rule add from 10.9.0.0/16 table 5
ip -n k-a route get 10.0.0.1
ip -n k-a -d route get 10.0.0.2
