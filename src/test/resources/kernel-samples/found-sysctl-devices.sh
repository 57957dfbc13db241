# family: addresses
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip netns exec k-a sysctl -w net.ipv4.conf.default.rp_filter=1
ip netns exec k-a sysctl net.ipv4.conf.a0.rp_filter net.ipv4.conf.lo.rp_filter net.ipv4.conf.all.rp_filter
ip -n k-a link add c0 type veth peer name c1
ip netns exec k-a sysctl net.ipv4.conf.c0.rp_filter
ip netns exec k-a sysctl -w net.ipv4.conf.c0.rp_filter=2
ip netns exec k-a sysctl -w net.ipv4.conf.default.rp_filter=0
ip netns exec k-a sysctl net.ipv4.conf.a0.rp_filter net.ipv4.conf.c0.rp_filter net.ipv4.conf.c1.rp_filter
ip -n k-a addr add 10.0.0.1/24 dev c1
ip netns exec k-a sysctl -w net.ipv4.conf.default.rp_filter=1
ip netns exec k-a sysctl net.ipv4.conf.a0.rp_filter net.ipv4.conf.c0.rp_filter net.ipv4.conf.c1.rp_filter
ip netns exec k-a sysctl -w net.ipv4.conf.a0.forwarding=1
ip netns exec k-a sysctl net.ipv4.conf.all.forwarding net.ipv4.ip_forward net.ipv4.conf.c0.forwarding
ip netns exec k-a sysctl -w net.ipv4.conf.default.forwarding=1
ip netns exec k-a sysctl net.ipv4.conf.c0.forwarding
ip -n k-a link add d0 type veth peer name d1
ip netns exec k-a sysctl net.ipv4.conf.d0.forwarding
ip netns exec k-a sysctl -w net.ipv4.conf.all.forwarding=1
ip netns exec k-a sysctl net.ipv4.ip_forward net.ipv4.conf.c0.forwarding net.ipv4.conf.all.send_redirects
ip netns exec k-a sysctl -w net.ipv4.conf.a0.arp_ignore=1
ip netns exec k-a sysctl -w net.ipv4.conf.a0.arp_ignore=9
ip netns exec k-a sysctl -w net.ipv4.conf.a0.arp_announce=2
ip netns exec k-a sysctl -w net.ipv4.conf.a0.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.conf.a0.proxy_arp=7
ip netns exec k-a sysctl net.ipv4.conf.a0.proxy_arp
ip -n k-a link set a0 name z0
ip netns exec k-a sysctl net.ipv4.conf.z0.arp_ignore net.ipv4.conf.z0.proxy_arp
ip netns exec k-a sysctl net.ipv4.conf.a0.arp_ignore
ip -n k-a link set z0 netns k-b
ip netns exec k-b sysctl net.ipv4.conf.z0.arp_ignore net.ipv4.conf.z0.proxy_arp net.ipv4.conf.z0.forwarding
ip -n k-a link add dot.1 type veth peer name dot.2
ip netns exec k-a sysctl net.ipv4.conf.dot/1.forwarding
ip netns exec k-a sysctl net.ipv4.conf.dot.1.forwarding
ip netns exec k-a sysctl net/ipv4/conf/dot.1/forwarding
ip netns exec k-a sysctl -w net.ipv4.conf.dot/1.rp_filter=2
ip netns exec k-a sysctl -w net/ipv4/conf/dot.1/rp_filter=1
ip netns exec k-a sysctl -a -r "dot.1.*rp_filter"
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip netns exec k-a sysctl net.ipv6.conf.default.forwarding net.ipv6.conf.c0.forwarding net.ipv6.conf.lo.forwarding
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=2
ip netns exec k-a sysctl net.ipv6.conf.c0.forwarding
ip netns exec k-a sysctl -w net.ipv6.conf.c0.forwarding=0
ip netns exec k-a sysctl net.ipv6.conf.all.forwarding
ip netns exec k-a sysctl -w net.ipv6.conf.default.forwarding=0
ip netns exec k-a sysctl -w net.ipv6.conf.c0.accept_ra=2
ip netns exec k-a sysctl -w net.ipv6.conf.c0.accept_ra=5
ip netns exec k-a sysctl net.ipv6.conf.c0.accept_ra
ip netns exec k-a sysctl -w net.ipv6.conf.all.accept_ra=0
ip netns exec k-a sysctl net.ipv6.conf.c0.accept_ra net.ipv6.conf.c1.accept_ra net.ipv6.conf.default.accept_ra
ip netns exec k-a sysctl -w net.ipv6.conf.c0.mtu=1400
ip netns exec k-a sysctl net.ipv6.conf.c0.mtu
ip netns exec k-a sysctl -w net.ipv6.conf.c0.mtu=1200
ip netns exec k-a sysctl -w net.ipv6.conf.c0.mtu=1501
ip netns exec k-a sysctl -w net.ipv6.conf.c0.mtu=1279
ip -n k-a link set c0 mtu 1450
ip netns exec k-a sysctl net.ipv6.conf.c0.mtu
ip -n k-a link show c0
ip -n k-a link set c0 up
ip -n k-a link set c1 up
ip -n k-a addr add fd00::1/64 dev c0
ip -n k-a addr show dev c0
ip netns exec k-a sysctl -w net.ipv6.conf.c0.disable_ipv6=1
ip -n k-a addr show dev c0
ip -n k-a addr add fd00::1/64 dev c0
ip netns exec k-a sysctl -w net.ipv6.conf.c0.disable_ipv6=0
ip -n k-a addr show dev c0
ip netns exec k-a sysctl -w net.ipv6.conf.all.disable_ipv6=1
ip netns exec k-a sysctl net.ipv6.conf.default.disable_ipv6 net.ipv6.conf.c1.disable_ipv6 net.ipv6.conf.lo.disable_ipv6
ip -n k-a -6 addr
ip -n k-a link add e0 type veth peer name e1
ip netns exec k-a sysctl net.ipv6.conf.e0.disable_ipv6
ip netns exec k-a sysctl -w net.ipv6.conf.all.disable_ipv6=0
ip netns exec k-a sysctl net.ipv6.conf.e0.disable_ipv6
ip -n k-a -6 addr
ip netns exec k-a sysctl -w net.ipv6.conf.default.disable_ipv6=1
ip netns exec k-a sysctl net.ipv6.conf.e0.disable_ipv6
ip -n k-a link set e0 up
ip -n k-a -6 addr show dev e0
ip -n k-a -6 route
