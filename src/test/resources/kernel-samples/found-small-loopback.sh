# family: routes
# a loopback device too short for IPv4
ip netns add k-a
ip netns add k-b
ip -n k-a link add v1 type veth peer name w1 netns k-b
ip -n k-a link set v1 up
ip -n k-b link set w1 up
ip -n k-a link set lo up
ip -n k-b link set lo up
ip -n k-a addr add 10.0.0.2/24 dev v1
ip -n k-b addr add 10.0.0.3/24 dev w1
ip -n k-a route get 10.0.0.2
ip -n k-a link set lo mtu 67
ip -n k-a route get 10.0.0.2
ip -n k-a route get 10.0.0.3
ip -n k-a route get 0.0.0.0
ip -n k-a route get 127.0.0.1
ip -n k-a route get 10.0.0.2 from 10.0.0.3 iif v1
ip netns exec k-a ping -c1 -W1 -n 10.0.0.2
ip netns exec k-a ping -c1 -W1 -n 10.0.0.3
ip netns exec k-b ping -c1 -W1 -n 10.0.0.2
ip -n k-a link set lo mtu 100
ip -n k-a route get 10.0.0.2
ip netns exec k-a ping -c1 -W1 -n 10.0.0.2
