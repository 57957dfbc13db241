# family: monitor
# What ip monitor tells of IPv6: addresses, groups, anycast, forwarding, carriers, disabled devices
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns k-b
ip -n k-b link
ip -n k-a monitor all &
ip -n k-b monitor all &
ip -n k-a addr add fd00::7/64 dev v0
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a addr add fd01::1/64 dev v0
ip -n k-a addr add fd00::2/64 dev v0 nodad
ip -n k-a addr add fd02::1 peer fd02::2/128 dev v0
ip -n k-a addr change fd00::2/64 dev v0 metric 5
ip -n k-a addr change fd00::2/64 dev v0 noprefixroute
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.forwarding=0
ip netns exec k-a sysctl -w net.ipv6.conf.v0.forwarding=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.all.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.default.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv6.conf.all.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.conf.default.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=2
ip netns exec k-a sysctl -w net.ipv4.conf.default.rp_filter=2
ip netns exec k-a sysctl -w net.ipv4.conf.v0.rp_filter=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.rp_filter=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.bc_forwarding=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.forwarding=1
ip netns exec k-a sysctl -w net.ipv4.conf.default.forwarding=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.forwarding=1
ip -n k-a addr add fd03::1/64 dev v0
ip -n k-a -6 route add fd10::/64 via fd00::9
ip -n k-a -6 route append fd10::/64 via fd00::8
ip -n k-a -6 route append fd10::/64 via fd00::7
ip -n k-a -6 route del fd10::/64 via fd00::8
ip -n k-a -6 route replace fd10::/64 via fd00::5
ip -n k-a -6 route add fd11::/64 nexthop via fd00::5 nexthop via fd00::6
ip -n k-a -6 route replace fd11::/64 nexthop via fd00::5 nexthop via fd00::7
ip -n k-a -6 route del fd11::/64
ip -n k-a -6 route add fd11::/64 nexthop via fd00::5 nexthop via fd00::6
ip -n k-a -6 route add unreachable fd12::/64
ip -n k-a -6 route add fd13::/64 dev v0 src fd03::1
ip -n k-a -6 route add default via fd00::9
ip -n k-a addr del fd03::1/64 dev v0
ip -n k-a addr del fd00::2/64 dev v0
ip -n k-a addr del fd01::1/64 dev v0
ip -n k-b link set v1 down
ip -n k-b link set v1 up
ip netns exec k-a sysctl -w net.ipv6.conf.v0.disable_ipv6=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.disable_ipv6=0
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a -6 addr flush dev v0
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a link set v0 mtu 1000
ip -n k-a link set v0 mtu 1400
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a addr add 10.0.0.2/24 dev v0
ip -n k-a route add 10.5.0.0/24 nexthop via 10.0.0.5 nexthop via 10.0.0.6
ip -n k-a route change 10.5.0.0/24 via 10.0.0.5
ip -n k-a route del 10.5.0.0/24
ip -n k-a route add blackhole 10.6.0.0/24
ip -n k-a route flush table all
ip -n k-a -6 route flush table main
ip -n k-a addr flush dev v0
ip -n k-a link set v0 down
ip netns exec k-a sysctl -qw net.ipv6.conf.all.keep_addr_on_down=1
ip -n k-a link set v0 up
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a link set v0 down
ip -n k-a link set v0 up
