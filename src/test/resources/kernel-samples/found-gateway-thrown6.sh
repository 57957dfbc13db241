# family: routes
# a route to throw ends the search for a gateway of IPv6
ip netns add k-a
ip -n k-a link add eth0 type veth peer name v1
ip -n k-a link set eth0 up
ip -n k-a link set v1 up
ip -n k-a addr add 2001:db8:1::1/64 dev eth0
ip -n k-a -6 route add 2001:db8:70::/64 via 2001:db8:1::3
ip -n k-a -6 route add throw 2001:db8:1::/64 table local
ip -n k-a -6 route add 2001:db8:66::/64 via 2001:db8:1::3
ip -n k-a -6 route add 2001:db8:66::/64 via 2001:db8:1::3 dev eth0
ip -n k-a -6 route add 2001:db8:66::/64 via 2001:db8:1::3 table 100
ip -n k-a -6 route add 2001:db8:66::/64 via 2001:db8:1::3 dev eth0 onlink
ip -n k-a -6 route get 2001:db8:1::3
ip -n k-a -6 route del throw 2001:db8:1::/64 table local
ip -n k-a -6 route add throw 2001:db8:1::/64 table 100
ip -n k-a -6 rule add table 100 priority 5
ip -n k-a -6 route add 2001:db8:67::/64 via 2001:db8:1::3
ip -n k-a -6 route add 2001:db8:67::/64 via 2001:db8:1::3 table 100
ip -n k-a -6 route get 2001:db8:1::3
ip -n k-a -4 route add 10.66.0.0/16 via inet6 2001:db8:1::3
ip -n k-a -6 rule del priority 5
ip -n k-a -6 route add 2001:db8:68::/64 via 2001:db8:1::3 table 100
ip -n k-a -6 rule add unreachable to 2001:db8:1::/64 priority 5
ip -n k-a -6 route add 2001:db8:69::/64 via 2001:db8:1::3
ip -n k-a -6 rule del priority 5
ip -n k-a -6 rule add blackhole to 2001:db8:1::/64 priority 5
ip -n k-a -6 route add 2001:db8:69::/64 via 2001:db8:1::3
