ip netns add k-a
ip -n k-a link add v1 type veth peer name v2
ip -n k-a link set v1 up
ip -n k-a link set v2 up
ip -n k-a addr add 10.0.1.1/24 dev v1
ip -n k-a addr add 10.0.1.2/24 dev v2
ip -n k-a route add 10.9.0.0/16 via 10.0.1.2 dev v1
ip -n k-a route flush table local
ip -n k-a route get 10.9.0.1 from 10.0.1.1
ip -n k-a route get 10.9.0.1 from 10.0.1.9
ip -n k-a link set v2 down
ip -n k-a route get 10.9.0.1 from 10.0.1.2
ip -n k-a -6 route add 2001:db8:1::/64 dev v1
ip -n k-a -6 route add 2001:db8:9::/64 nexthop dev v1 nexthop via 2001:db8:1::9 dev v1
ip -n k-a -6 route flush dev v1 table main
ip -n k-a -6 route
