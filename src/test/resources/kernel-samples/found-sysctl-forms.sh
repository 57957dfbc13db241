# family: links
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip netns exec k-a sysctl net.ipv4.ip_forward
ip netns exec k-a sysctl -n net.ipv4.ip_forward
ip netns exec k-a sysctl -N net.ipv4.ip_forward
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.default.forwarding net.ipv4.conf.a0.forwarding net.ipv4.conf.lo.forwarding
ip netns exec k-a sysctl net.ipv4.conf.all.accept_redirects net.ipv4.conf.a0.accept_redirects
ip netns exec k-a sysctl -q -w net.ipv4.ip_forward=0
ip netns exec k-a sysctl -w net.ipv4.ip_forward=2
ip netns exec k-a sysctl net.ipv4.conf.all.forwarding net.ipv4.conf.a0.forwarding
ip netns exec k-a sysctl -w net.ipv4.ip_forward=-1
ip netns exec k-a sysctl -w net.ipv4.ip_forward=abc
ip netns exec k-a sysctl -w net.ipv4.ip_forward=
ip netns exec k-a sysctl -w net.ipv4.ip_forward
ip netns exec k-a sysctl -w net.ipv4.ip_forward 1
ip netns exec k-a sysctl -w "net.ipv4.ip_forward = 1"
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1 net.ipv4.conf.all.rp_filter=1
ip netns exec k-a sysctl net.ipv4.ip_forward=0
ip netns exec k-a sysctl -n -w net.ipv4.ip_forward=0
ip netns exec k-a sysctl -N -w net.ipv4.ip_forward=0
ip netns exec k-a sysctl -b net.ipv4.ip_forward
ip netns exec k-a sysctl -e net.ipv4.nosuch
ip netns exec k-a sysctl net.ipv4.nosuch
ip netns exec k-a sysctl -w net.ipv4.nosuch=1
ip netns exec k-a sysctl -e -w net.ipv4.nosuch=1
ip netns exec k-a sysctl net.ipv4.nosuch net.ipv4.ip_forward
ip netns exec k-a sysctl net/ipv4/ip_forward
ip netns exec k-a sysctl -w net/ipv4/ip_forward=1
ip netns exec k-a sysctl net/ipv4/conf/a0/forwarding
ip netns exec k-a sysctl -w net/ipv4/conf/a0/forwarding=0
ip netns exec k-a sysctl -a -r ip_forward
ip netns exec k-a sysctl -ar "conf.a0.rp_filter"
ip netns exec k-a sysctl -a --pattern "net.ipv4.conf.*.forwarding"
ip netns exec k-a sysctl --pattern forward -a -N
ip netns exec k-a sysctl net.ipv4.conf.a0
ip netns exec k-a sysctl net.ipv6.conf.a0
ip netns exec k-a sysctl net.ipv4.conf.nope.forwarding
ip netns exec k-a sysctl -w net.ipv4.conf.nope.forwarding=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=3
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=-5
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=0x10
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=010
ip netns exec k-a sysctl net.ipv4.conf.all.rp_filter
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=99999999999
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=2147483648
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=4294967295
ip netns exec k-a sysctl -w "net.ipv4.conf.all.rp_filter=1 2"
ip netns exec k-a sysctl -w "net.ipv4.conf.all.rp_filter=1x"
ip netns exec k-a sysctl -w "net.ipv4.conf.all.rp_filter=1.5"
ip netns exec k-a sysctl net.ipv4.conf.all.rp_filter
ip netns exec k-a sysctl
ip netns exec k-a sysctl -w
ip netns exec k-a sysctl -n
ip netns exec k-a sysctl -Z
ip netns exec k-a sysctl --foo
ip netns exec k-a sysctl --version
ip netns exec k-a sysctl -V
ip netns exec k-a sysctl ""
ip netns exec k-a sysctl "="
ip netns exec k-a sysctl "=1"
ip netns exec k-a sysctl -p /nonexistent
ip netns exec k-a sysctl -p -
