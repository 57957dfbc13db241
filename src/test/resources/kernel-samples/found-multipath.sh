# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name w0 netns k-b
ip -n k-a link add v1 type veth peer name w1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set w0 up
ip -n k-a link set v1 up
ip -n k-b link set w1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-a addr add 2001:db8:2::1/64 dev v1
ip -n k-a route add 10.66.0.0/16 nexthop via 10.0.1.2 weight 1 nexthop via 10.0.2.2 weight 256
ip -n k-a route add 10.67.0.0/16 nexthop via 10.0.1.2 weight 0
ip -n k-a route add 10.67.0.0/16 nexthop via 10.0.1.2 weight 257
ip -n k-a route add 10.67.0.0/16 nexthop
ip -n k-a route add 10.67.0.0/16 nexthop via 10.0.1.2 foo
ip -n k-a route add 10.67.0.0/16 nexthop dev v0
ip -n k-a route add 10.68.0.0/16 nexthop dev v0 nexthop dev v1 weight 5
ip -n k-a route add 10.69.0.0/16 nexthop dev v0 onlink nexthop dev v1 weight 5
ip -n k-a route add 10.69.0.0/16 nexthop via 10.9.9.9 dev v0 onlink nexthop via inet6 fe80::1 dev v1 weight 5
ip -n k-a route add 10.70.0.0/16 via 10.0.1.2 nexthop via 10.0.2.2
ip -n k-a route add 10.71.0.0/16 dev v0 nexthop via 10.0.2.2
ip -n k-a route add 10.72.0.0/16 src 10.0.1.1 mtu 1400 nexthop via 10.0.2.2 nexthop via 10.0.1.9
ip -n k-a route add blackhole 10.73.0.0/16 nexthop via 10.0.2.2 nexthop via 10.0.1.9
ip -n k-a route add 10.74.0.0/16 nexthop via 10.0.2.2 nexthop via 10.0.2.2
ip -n k-a route add 10.75.0.0/16 nexthop via 10.0.99.2 nexthop via 10.0.2.2
ip -n k-a route add 10.75.0.0/16 nexthop via 10.0.2.2 nexthop via 10.0.99.2
ip -n k-a route add 10.75.0.0/16 scope link nexthop via 10.0.2.2 nexthop via 10.0.1.2
ip -n k-a route add 10.75.0.0/16 scope host nexthop via 10.0.2.2 nexthop via 10.0.1.2
ip -n k-a route show
ip -n k-a -o route show
ip -n k-a -d route show
ip -n k-a -j route show
ip -n k-a -j -p route show 10.66.0.0/16
ip -n k-a route show via 10.0.2.2
ip -n k-a route show dev v0
ip -n k-a route get 10.66.0.1 fibmatch
ip -n k-a route get 10.66.0.1 oif v1
ip -n k-a route get 10.66.0.1 oif v0
ip -n k-a route del 10.66.0.0/16 nexthop via 10.0.1.2
ip -n k-a route del 10.66.0.0/16 nexthop via 10.0.1.2 nexthop via 10.0.2.2 weight 3
ip -n k-a route del 10.66.0.0/16 via 10.0.2.2
ip -n k-a route del 10.66.0.0/16 via 10.0.1.2
ip -n k-a route del 10.68.0.0/16 dev v1
ip -n k-a route del 10.68.0.0/16 dev v0
ip -n k-a route replace 10.72.0.0/16 nexthop via 10.0.2.2 nexthop via 10.0.1.9
ip -n k-a route append 10.72.0.0/16 nexthop via 10.0.2.2 nexthop via 10.0.1.9
ip -n k-a route append 10.72.0.0/16 nexthop via 10.0.1.9 nexthop via 10.0.2.2
ip -n k-a -6 route add 2001:db8:66::/48 nexthop via 2001:db8:1::2 nexthop via 2001:db8:2::2 weight 3
ip -n k-a -6 route add 2001:db8:67::/48 via 2001:db8:1::2
ip -n k-a -6 route append 2001:db8:67::/48 via 2001:db8:2::2
ip -n k-a -6 route append 2001:db8:67::/48 dev v0
ip -n k-a -6 route append 2001:db8:67::/48 via 2001:db8:2::3 metric 7
ip -n k-a -6 route append 2001:db8:67::/48 via 2001:db8:2::3 src 2001:db8:2::1
ip -n k-a -6 route append 2001:db8:67::/48 via 2001:db8:2::5 mtu 1400
ip -n k-a -6 route append unreachable 2001:db8:67::/48
ip -n k-a -6 route show
ip -n k-a -6 -j route show 2001:db8:66::/48
ip -n k-a -6 route get 2001:db8:67::1 fibmatch
ip -n k-a -6 route del 2001:db8:66::/48 via 2001:db8:1::2
ip -n k-a -6 route del 2001:db8:67::/48
ip -n k-a -6 route show
ip -n k-b link set w0 down
ip -n k-a route show
ip -n k-a -6 route show
ip -n k-a route get 10.72.0.1 fibmatch
ip netns exec k-a sysctl -w net.ipv4.conf.v0.ignore_routes_with_linkdown=1
ip -n k-a route show
ip -n k-a route get 10.72.0.1
ip -n k-a link set v0 down
ip -n k-a route show
ip -n k-a -6 route show
ip -n k-a route get 10.72.0.1
ip -n k-a link set v1 down
ip -n k-a route show
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a route show
ip -n k-a route add 10.72.0.0/16 nexthop via 10.0.2.2 nexthop dev v0
ip -n k-a addr del 10.0.2.1/24 dev v1
ip -n k-a route show
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a route show
ip -n k-a route add 10.72.0.0/16 nexthop via 10.0.2.2 nexthop dev v0
ip -n k-a link set v0 netns k-b
ip -n k-a route show
