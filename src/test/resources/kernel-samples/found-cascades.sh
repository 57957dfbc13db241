# family: found
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add v0 address fa:16:3e:00:00:01 type veth peer name w0 netns k-b
ip -n k-a link add v1 address fa:16:3e:00:00:02 type veth peer name w1 netns k-c
ip -n k-a link set v0 up
ip -n k-b link set w0 up
ip -n k-a link set v1 up
ip -n k-c link set w1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-a addr add 2001:db8:2::1/64 dev v1
ip -n k-a route add 10.50.0.0/16 via 10.0.1.2
ip -n k-a route add 10.51.0.0/16 via 10.0.1.2 table 16
ip -n k-a route add 10.52.0.0/16 via 10.0.9.2 dev v0 onlink
ip -n k-a route add 10.53.0.0/16 dev v0
ip -n k-a route add 10.54.0.0/16 via 10.50.0.1
ip -n k-a route add 10.55.0.0/16 nexthop via 10.0.1.2 nexthop via 10.0.2.2
ip -n k-a route add 10.56.0.0/16 via 10.0.2.2 src 10.0.1.1
ip -n k-a route add local 10.57.0.0/16 dev v0
ip -n k-a route add broadcast 10.58.0.1 dev v0
ip -n k-a route add default via 10.0.1.2 metric 10
ip -n k-a route add default via 10.0.2.2 metric 20
ip -n k-a route add blackhole 10.59.0.0/16
ip -n k-a -6 route add 2001:db8:50::/48 via 2001:db8:1::2
ip -n k-a -6 route add 2001:db8:51::/48 via 2001:db8:1::2 table 16
ip -n k-a -6 route add 2001:db8:52::/48 dev v0
ip -n k-a -6 route add 2001:db8:53::/48 nexthop via 2001:db8:1::2 nexthop via 2001:db8:2::2
ip -n k-a -6 route add 2001:db8:54::/48 via 2001:db8:2::2 src 2001:db8:1::1
ip -n k-a -6 route add default via 2001:db8:1::2
ip -n k-a rule add iif v0 table 16
ip -n k-a neigh add 10.0.1.9 lladdr fa:16:3e:00:00:09 dev v0
ip -n k-b link set w0 down
ip -n k-a route show table all
ip -n k-a route get 10.50.0.1
ip -n k-a route get 8.8.8.8
ip netns exec k-a sysctl -w net.ipv4.conf.all.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv6.conf.all.ignore_routes_with_linkdown=1
ip -n k-a route show table all
ip -n k-a route get 10.50.0.1
ip -n k-a route get 8.8.8.8
ip -n k-a route get 10.0.1.9
ip -n k-a route get 10.0.1.1
ip -n k-a -6 route get 2001:db8:50::1
ip -n k-a -6 route get 2001:db8:53::1
ip -n k-a route add 10.60.0.0/16 via 10.0.1.3
ip -n k-a route add 10.61.0.0/16 via 10.0.1.3 dev v0
ip -n k-a route add 10.62.0.0/16 via 10.50.0.3
ip -n k-a -6 route add 2001:db8:60::/48 via 2001:db8:1::3
ip -n k-b link set w0 up
ip -n k-a route show table all
ip -n k-a addr del 10.0.1.1/24 dev v0
ip -n k-a route show table all
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.1.2/24 dev v0
ip -n k-a route add 10.56.0.0/16 via 10.0.2.2 src 10.0.1.1
ip -n k-a route add 10.57.0.0/16 dev v0 src 10.0.1.2
ip netns exec k-a sysctl -w net.ipv4.conf.v0.promote_secondaries=1
ip -n k-a addr del 10.0.1.1/24 dev v0
ip -n k-a addr show dev v0
ip -n k-a route show table all
ip -n k-a addr flush dev v0
ip -n k-a route show table all
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-a route add 10.50.0.0/16 via 10.0.1.2
ip -n k-a -6 route add 2001:db8:50::/48 via 2001:db8:1::2
ip -n k-a link set v0 down
ip -n k-a route show table all
ip -n k-a link set v0 up
ip -n k-a route show table all
ip -n k-a -6 route add 2001:db8:50::/48 via 2001:db8:1::2
ip -n k-a link set v0 netns k-c
ip -n k-a route show table all
ip -n k-a rule
ip -n k-c link set v0 up
ip -n k-c addr show dev v0
ip -n k-c route show table all
ip -n k-c link set v0 netns k-a
ip -n k-a rule
ip -n k-a link set v0 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a route add 10.50.0.0/16 via 10.0.1.2
ip -n k-a link set v0 mtu 1279
ip -n k-a route show table all
ip -n k-a link set v0 mtu 1500
ip -n k-a route show table all
ip -n k-a link set v0 mtu 67
ip -n k-a link set v0 mtu 68
ip -n k-a route
ip -n k-a link set v0 address fa:16:3e:00:00:77
ip -n k-a -6 route show table all
ip netns exec k-a sysctl -w net.ipv6.conf.v1.disable_ipv6=1
ip -n k-a -6 route show table all
ip netns exec k-a sysctl -w net.ipv6.conf.v1.disable_ipv6=0
ip -n k-a -6 route show table all
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip -n k-a -6 route show table all
ip -n k-a link set lo up
ip -n k-a route add 10.80.0.0/16 dev lo
ip -n k-a route add 10.81.0.0/16 via 10.0.1.4
ip -n k-a link set lo down
ip -n k-a route show table all
ip -n k-a link set v1 name v9
ip -n k-a route show table all
ip netns del k-c
ip -n k-a link
ip -n k-a route show table all
ip -n k-b link del w0
ip -n k-a route show table all
ip -n k-a rule
