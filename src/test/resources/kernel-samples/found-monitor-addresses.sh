# family: monitor
# What ip monitor tells of IPv4 addresses and routes: promotion, metrics, lost sources, flushes
ip netns add k-a
ip netns add k-b
ip netns exec k-a sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip -n k-a link add v2 address 02:00:00:00:00:03 type veth peer name v3 address 02:00:00:00:00:04
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a link set v2 up
ip -n k-a link set v3 up
ip -n k-a monitor all &
ip -n k-a -o -d monitor label address route rule &
ip -n k-a addr add 10.0.0.1/24 brd + dev v0
ip -n k-a addr add 10.0.0.2/24 dev v0
ip -n k-a addr add 10.0.0.3/24 dev v0 label v0:x
ip -n k-a addr add 10.9.0.3/32 dev v1 metric 5
ip -n k-a addr add 10.8.0.1 peer 10.8.0.2/32 dev v1
ip -n k-a addr change 10.0.0.1/24 dev v0 metric 50
ip -n k-a addr replace 10.0.0.2/24 dev v0 noprefixroute
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a route add default via 10.0.0.9
ip -n k-a route add 10.5.0.0/24 via 10.0.0.9 src 10.0.0.2
ip -n k-a route add 10.5.0.0/24 via 10.0.0.9 src 10.0.0.2
ip -n k-a route append 10.5.0.0/24 via 10.0.0.8
ip -n k-a route prepend 10.5.0.0/24 via 10.0.0.7
ip -n k-a route replace 10.5.0.0/24 via 10.0.0.6 metric 7
ip -n k-a route change 10.5.0.0/24 via 10.0.0.6
ip -n k-a route add 10.6.0.0/24 nexthop via 10.0.0.5 nexthop via 10.0.0.6 weight 3
ip -n k-a route add unreachable 10.7.0.0/24 table 100 proto static
ip -n k-a route add 10.7.1.0/24 dev v2 src 10.0.0.3 mtu 1400
ip -n k-a route add 10.7.2.0/24 dev v2 src 10.0.0.1
ip -n k-a rule add pref 10 from 10.0.0.0/8 fwmark 1/3 lookup 100
ip -n k-a rule add pref 11 iif v0 goto 20
ip -n k-a rule add pref 20 iif nope suppress_prefixlength 0 lookup main
ip -n k-a rule del pref 10
ip -n k-a addr del 10.0.0.2/24 dev v0
ip netns exec k-a sysctl -w net.ipv4.conf.v0.promote_secondaries=1
ip -n k-a addr del 10.0.0.1/24 dev v0
ip -n k-a addr add 10.0.0.4/24 dev v0
ip -n k-a route add 10.7.3.0/24 dev v2 src 10.0.0.4
ip -n k-a link set v0 netns k-b
ip -n k-a route
ip -n k-a link set v2 down
ip -n k-a rule flush
ip -n k-a route flush table 100
ip -n k-a addr flush dev v1
