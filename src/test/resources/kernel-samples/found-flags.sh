# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a route add 10.50.0.0/16 onlink nexthop via 10.0.0.3 dev v0 nexthop via 10.0.0.4
ip -n k-a route
ip -n k-a -6 route change prohibit default
ip -n k-a -6 route change prohibit 2001:db8::/64
ip -n k-a -6 route add 2001:db8:9::/64 via ::
ip -n k-a -6 route del default dev lo
ip -n k-a -6 route del default dev v0
ip -n k-b link set v1 down
ip -n k-a route
ip -n k-a route flush dev v0
ip -n k-a route show table all
