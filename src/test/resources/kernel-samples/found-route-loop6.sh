# family: routes
# an IPv6 route over the loopback device discards what it is for
ip netns add k-a
ip netns add k-b
ip -n k-a link set lo up
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-b addr add 2001:db8:1::2/64 dev v1
ip -n k-b -6 route add default via 2001:db8:1::1
ip -n k-a -6 route add 2001:db8:67::/48 dev lo
ip -n k-a -6 route get 2001:db8:67::1
ip -n k-a -6 route get 2001:db8:67::1 from 2001:db8:1::2 iif v0
ip netns exec k-a ip6tables -A OUTPUT -p ipv6-icmp --icmpv6-type echo-request
ip netns exec k-a ip6tables -A OUTPUT -p ipv6-icmp --icmpv6-type destination-unreachable
ip netns exec k-a ip6tables -t mangle -A POSTROUTING -p ipv6-icmp --icmpv6-type echo-request
ip netns exec k-a ip6tables -t mangle -A POSTROUTING -p ipv6-icmp --icmpv6-type destination-unreachable
ip netns exec k-a ping -c1 -W1 -n 2001:db8:67::1
ip netns exec k-a ip6tables -v -S OUTPUT 1
ip netns exec k-a ip6tables -v -S OUTPUT 2
ip netns exec k-a ip6tables -t mangle -v -S POSTROUTING 1
ip netns exec k-a ip6tables -t mangle -v -S POSTROUTING 2
ip netns exec k-a ping -c1 -W1 -n -I v0 2001:db8:67::1
ip netns exec k-b ping -c1 -W1 -n 2001:db8:67::1
ip netns exec k-a ip6tables -v -S OUTPUT 1
ip netns exec k-a ip6tables -v -S OUTPUT 2
ip -n k-a -6 route add 2001:db8:68::/48 dev lo metric 1
ip -n k-a -6 route add 2001:db8:68::/48 dev v0 metric 5
ip netns exec k-a ping -c1 -W1 -n 2001:db8:68::1
ip -n k-a -6 route add 2001:db8:69::/48 via 2001:db8:67::1
ip -n k-a -6 route add 2001:db8:69::/48 via 2001:db8:67::1 dev lo
ip -n k-a -6 route add 2001:db8:69::/48 via 2001:db8:67::1 dev lo onlink
ip -n k-a -6 route add anycast 2001:db8:70::/48 dev lo
ip netns exec k-a ping -c1 -W1 -n 2001:db8:70::1
ip -n k-a -6 route add multicast 2001:db8:71::/48 dev lo
ip netns exec k-a ping -c1 -W1 -n 2001:db8:71::1
ip netns exec k-b ping -c1 -W1 -n 2001:db8:71::1
ip -n k-a -6 route add 2001:db8:72::/48 via 2001:db8:70::1
ip -n k-a -6 route add 2001:db8:73::/48 via 2001:db8:71::1
ip -n k-a -6 route add default dev lo
ip netns exec k-a ping -c1 -W1 -n 2001:db8:99::1
ip netns exec k-b ping -c1 -W1 -n 2001:db8:99::1
ip -n k-a -4 route add default dev lo
ip netns exec k-a ping -c1 -W1 -n 9.9.9.9
ip -n k-a -4 route add 10.77.0.0/16 via inet6 2001:db8:99::1
ip -n k-a -6 route add 2001:db8:81::/48 nexthop via 2001:db8:67::1 nexthop via 2001:db8:67::2
ip -n k-a -6 route add unreachable 2001:db8:82::/48
ip -n k-a -6 route add 2001:db8:83::/48 via 2001:db8:82::1
ip -n k-a -6 route add 2001:db8:84::/48 via 2001:db8:1::1
ip -n k-a -6 route add 2001:db8:84::/48 via ::1
