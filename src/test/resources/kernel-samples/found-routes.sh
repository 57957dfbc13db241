# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a route show table local
ip -n k-a -6 route show table 77
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a route add 10.0.3.1/24 dev v0 table 88
ip -n k-a route show table 88
ip -n k-a route del 10.0.3.1/24 table 99
ip -n k-a route del 10.0.3.0/24 table 99
ip -n k-a route add 10.9.0.0/16 nexthop via 10.0.0.2 weight 3 nexthop dev v0
ip -n k-a route add 10.10.0.0/16 via inet6 fe80::1 dev v0
ip -n k-a route add 10.11.0.0/16 dev v0 mtu 1400 scope 77 proto 77 tos 0x10 metric 5
ip -n k-a -6 route add 2001:db8:9::/64 nexthop via fd00::9 nexthop via fd00::8 weight 5
ip -n k-a -6 route add unreachable 2001:db8:1::/64
ip -n k-a route
ip -n k-a -d route
ip -n k-a -j route
ip -n k-a -j -p route
ip -n k-a -6 route
ip -n k-a -j -6 route
ip -n k-a route get 10.10.0.1
ip -n k-a -j route get 10.10.0.1
ip -n k-a -d route get 10.0.0.2
ip -n k-a -o route get 10.0.0.2 mark 55
ip -n k-a route get fibmatch 10.10.0.1
ip -n k-a route get 10.0.0.0/24
ip -n k-a route get 224.0.0.5 oif v0
ip -n k-a route get 224.0.0.5 from 10.88.0.5 iif v0
ip -n k-a route show match 10.9.1.1
ip -n k-a route show proto kernel
ip -n k-a route show dev v0
ip -n k-a -s route flush 10.9.0.0/16
ip -n k-a route flush table 55
ip -n k-a route add 10.50.0.0/16 via 10.0.0.2 via 10.0.0.3
ip -n k-a route add 10.50.0.0/16 nexthop dev nope
ip -n k-a route add 10.50.0.0/16 foo
ip -n k-b link add w0 type veth peer name w1
ip -n k-b addr add 10.0.3.2/24 dev w0
ip -n k-b addr add 10.0.3.2/24 dev w1
ip -n k-b link set w0 up
ip -n k-b link set w1 up
ip -n k-b addr del 10.0.3.2 dev w0
ip -n k-b route
ip -n k-b route add 10.7.0.0/16 nexthop via 10.0.3.3 nexthop via 10.0.3.4
ip -n k-b link set w0 down
ip -n k-b route
