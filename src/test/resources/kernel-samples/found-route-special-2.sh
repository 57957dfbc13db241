ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name p0 netns k-b
ip -n k-a link add v1 type veth peer name p1 netns k-b
ip -n k-a link set lo up
ip -n k-b link set lo up
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-b link set p0 up
ip -n k-b link set p1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-b addr add 10.0.1.2/24 dev p0
ip -n k-b addr add 10.0.2.2/24 dev p1
ip -n k-a route add 10.9.0.0/16 nexthop via 10.0.1.2 weight 1 nexthop via 10.0.2.2 weight 1
ip -n k-a route add 0.0.0.0/8 via 10.0.1.2
ip -n k-a route get 0.0.0.9
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-a route get 10.0.1.1 from 0.0.0.9 iif v0
ip -n k-a route get 10.0.2.2 from 0.0.0.9 iif v0
ip -n k-a route get 0.0.0.9 from 10.0.2.2 iif v1
ip -n k-a addr add 0.0.0.5/24 dev v1
ip -n k-a route get 10.0.2.2 from 0.0.0.5
ip -n k-b addr add 0.0.0.6/24 dev p1
ip netns exec k-a ping -c1 -W1 0.0.0.6
ip netns exec k-b ping -c1 -W1 10.0.1.1
