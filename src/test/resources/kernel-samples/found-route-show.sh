# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address fa:16:3e:00:00:01 type veth peer name w0 netns k-b
ip -n k-a link add v1 address fa:16:3e:00:00:02 type veth peer name w1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set w0 up
ip -n k-a link set v1 up
ip -n k-b link set w1 up
ip -n k-a link set lo up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.1.7/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a route add 10.60.0.0/16 via 10.0.1.2
ip -n k-a route add 10.60.2.0/24 via 10.0.1.3 proto static
ip -n k-a route add 10.60.2.128/25 via 10.0.2.3 metric 10
ip -n k-a route add 10.60.2.128/25 via 10.0.2.4 metric 20
ip -n k-a route add 10.60.2.128/25 via 10.0.2.5 metric 20 tos 0x10
ip -n k-a route append 10.60.2.128/25 via 10.0.2.6 metric 20
ip -n k-a route prepend 10.60.2.128/25 via 10.0.2.7 metric 20
ip -n k-a route add 10.60.2.130 dev v1 scope link
ip -n k-a route add default via 10.0.1.2 src 10.0.1.7
ip -n k-a route add default via 10.0.2.2 metric 100 proto dhcp
ip -n k-a route add 10.61.0.0/16 via 10.0.1.2 table 16
ip -n k-a route add 10.62.0.0/16 dev v1 table 16 proto 17
ip -n k-a route add 10.63.0.0/16 via 10.0.1.2 table default
ip -n k-a route add blackhole 10.64.0.0/16
ip -n k-a route add unreachable 10.65.0.0/16 table 16
ip -n k-a route add 10.66.0.0/16 via 10.0.1.2 table 4294967295
ip -n k-a route
ip -n k-a route show 10.60.2.128/25
ip -n k-a route show 10.60.2.130
ip -n k-a route show 10.60.2.200
ip -n k-a route show match 10.60.2.130
ip -n k-a route show match 10.60.2.128/25
ip -n k-a route show exact 10.60.2.0/24
ip -n k-a route show root 10.60.2.0/24
ip -n k-a route show root 10.60.0.0/16 match 10.60.2.130
ip -n k-a route show root 10.60/16
ip -n k-a route show default
ip -n k-a route show 0/0
ip -n k-a route show exact default
ip -n k-a route show root default
ip -n k-a route show match default
ip -n k-a route show to 10.60.0.0/16
ip -n k-a route show to root 10.60.0.0/16
ip -n k-a route show dev v0
ip -n k-a route show dev v1 proto kernel
ip -n k-a route show dev missing0
ip -n k-a route show oif v1
ip -n k-a route show iif v1
ip -n k-a route show via 10.0.1.2
ip -n k-a route show via 10.0.1.0/24
ip -n k-a route show src 10.0.1.7
ip -n k-a route show src 10.0.0.0/8
ip -n k-a route show proto static
ip -n k-a route show proto kernel table all
ip -n k-a route show proto nosuch
ip -n k-a route show scope link
ip -n k-a route show scope host table local
ip -n k-a route show scope nosuch
ip -n k-a route show type local table all
ip -n k-a route show type blackhole
ip -n k-a route show type broadcast table local
ip -n k-a route show type nosuch
ip -n k-a route show metric 20
ip -n k-a route show tos 0x10
ip -n k-a route show table 16
ip -n k-a route show table main
ip -n k-a route show table local
ip -n k-a route show table default
ip -n k-a route show table 253
ip -n k-a route show table 0
ip -n k-a route show table unspec
ip -n k-a route show table 77
ip -n k-a route show table 4294967295
ip -n k-a route show table nosuch
ip -n k-a route show table all dev v1
ip -n k-a route show table cache
ip -n k-a route show cache
ip -n k-a route show cached 10.60.0.1
ip -n k-a route show 10.60.0.0/16 10.61.0.0/16
ip -n k-a route show foo
ip -n k-a route show table
ip -n k-a -6 route show table 77
ip -n k-a -d route show 10.60.2.128/25
ip -n k-a -N route show table 16
ip -n k-a -j route show default
ip -n k-a -j -p route show type blackhole
ip -n k-a -br route show default
ip -n k-a route del 10.60.2.128/25 metric 20
ip -n k-a route del 10.60.2.128/25 via 10.0.2.6
ip -n k-a route del 10.60.2.128/25 tos 0x10
ip -n k-a route del 10.60.2.128/25
ip -n k-a route show root 10.60.2.128/25
ip -n k-a route del default via 10.0.9.9
ip -n k-a route del default proto dhcp
ip -n k-a route del default src 10.0.1.1
ip -n k-a route del default dev v1
ip -n k-a route del default scope link
ip -n k-a route del unreachable 10.64.0.0/16
ip -n k-a route del 10.64.0.0/16
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.2
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.2
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.3 metric 5
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.3 tos 0x10
ip -n k-a route change 10.60.0.0/16 via 10.0.2.4
ip -n k-a route change 10.60.0.0/16 via 10.0.2.4 metric 6
ip -n k-a route change 10.99.0.0/16 via 10.0.2.4
ip -n k-a route append 10.60.0.0/16 via 10.0.2.4
ip -n k-a route append 10.60.0.0/16 via 10.0.2.2
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.2
ip -n k-a route replace 10.60.0.0/16 via 10.0.2.9
ip -n k-a route show root 10.60.0.0/16
ip -n k-a route flush proto static
ip -n k-a route flush table 16 dev v1
ip -n k-a route flush 10.60.0.0/16
ip -n k-a route flush root 10.60.0.0/16
ip -n k-a route flush table 77
ip -n k-a route flush cache
ip -n k-a -s route flush table 16
ip -n k-a -s -s route flush table 4294967295
ip -n k-a -s route flush table 16
ip -n k-a route flush type blackhole
ip -n k-a route flush scope link
ip -n k-a route
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a addr del 10.0.2.1/24 dev v1
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a route add 10.70.0.0/16 via 10.0.2.2 src 10.0.1.7
ip -n k-a route add 10.71.0.0/16 via 10.0.2.2 table 16 src 10.0.1.7
ip -n k-a route add 10.72.0.0/16 via 10.0.2.2 src 10.0.2.1
ip -n k-a addr del 10.0.1.7/24 dev v0
ip -n k-a route show table all
ip -n k-a addr del 10.0.1.1/24 dev v0
ip -n k-a route show table all
ip -n k-a link set v1 down
ip -n k-a route show table all
ip -n k-a link set v1 up
ip -n k-a route show table all
ip -n k-a route flush table main
ip -n k-a route flush table local
ip -n k-a route flush table all
ip -n k-a route show table all
