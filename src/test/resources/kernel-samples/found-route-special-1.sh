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
ip -n k-a route get 10.9.1.1 oif v0
ip -n k-a route get 10.9.1.1 oif v1
ip -n k-a route get 255.255.255.255
ip -n k-a route get 255.255.255.255 oif v1
ip -n k-a route get 255.255.255.255 from 10.0.2.1
ip -n k-a route get 224.0.0.1
ip -n k-a route get 224.0.0.1 oif v0
ip -n k-a route get 224.0.0.1 from 10.0.2.1
ip -n k-a route get 224.0.0.1 from 10.0.1.2 iif v0
ip -n k-a route get 224.0.0.5 from 10.0.1.2 iif v0
ip -n k-a route get 239.1.1.1 oif v1
ip -n k-a route get 239.1.1.1 from 10.0.1.1
ip -n k-a route get 0.0.0.0
ip -n k-a route get 0.0.0.0 oif v1
ip -n k-a route get 0.0.0.7
ip -n k-a route get 0.0.0.7 oif v0
ip -n k-a route get 127.0.0.5 oif v0
ip -n k-a route get 10.0.2.255
ip -n k-a route get 10.0.2.255 from 10.0.1.1
ip -n k-a route get 10.0.1.2 from 127.0.0.1
ip -n k-a route get 10.0.1.2 from 10.7.7.7
ip -n k-a route get 10.0.1.2 from 224.0.0.1
ip -n k-a route get 10.0.2.2 from 10.0.1.2 iif v0
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-a route get 10.0.2.2 from 10.0.1.2 iif v0
ip -n k-a route get 10.0.1.5 from 10.0.1.2 iif v0
ip -n k-a route get 10.0.2.2 from 10.0.2.1 iif v0
ip -n k-a route get 10.0.2.2 from 10.0.2.9 iif v0
ip netns exec k-a sysctl -w net.ipv4.conf.v0.rp_filter=1
ip -n k-a route get 10.0.1.1 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.2.2 from 10.0.2.9 iif v0
ip netns exec k-a sysctl -w net.ipv4.conf.v0.rp_filter=2
ip -n k-a route get 10.0.2.2 from 10.0.2.9 iif v0
ip -n k-a route get 127.0.0.1 from 10.0.1.2 iif v0
ip netns exec k-a sysctl -w net.ipv4.conf.v0.route_localnet=1
ip -n k-a route get 127.0.0.1 from 10.0.1.2 iif v0
ip -n k-a route get 10.0.1.9 from 127.0.0.1 oif v0
ip -n k-a route get 9.9.9.9
ip -n k-a route get 9.9.9.9 oif v0
ip -n k-a link set v1 down
ip -n k-a route get 10.0.1.9 oif v1
ip -n k-a route get 255.255.255.255 oif v1
ip -n k-a addr del 10.0.1.1/24 dev v0
ip -n k-a route get 255.255.255.255 oif v0
ip -n k-a route get 239.1.1.1 oif v0
