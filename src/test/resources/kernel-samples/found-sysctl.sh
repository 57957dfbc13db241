# family: found
ip netns add k-a
ip -n k-a link add v.1 type veth peer name v2
ip netns exec k-a sysctl net.ipv4.ip_forward
ip netns exec k-a sysctl net/ipv4/ip_forward
ip netns exec k-a sysctl -n net.ipv4.ip_forward
ip netns exec k-a sysctl -b net.ipv4.ip_forward
ip netns exec k-a sysctl -N net.ipv4.ip_forward
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -q -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -n -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -N -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -b -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl net.ipv4.ip_forward=0
ip netns exec k-a sysctl -w net.ipv4.ip_forward 
ip netns exec k-a sysctl -w net.ipv4.ip_forward=
ip netns exec k-a sysctl -w =1
ip netns exec k-a sysctl -w
ip netns exec k-a sysctl
ip netns exec k-a sysctl -w net.ipv4.ip_forward=abc
ip netns exec k-a sysctl -w net.ipv4.ip_forward=2
ip netns exec k-a sysctl -w "net.ipv4.ip_forward = 1"
ip netns exec k-a sysctl -w net.ipv4.nosuch=1
ip netns exec k-a sysctl -e -w net.ipv4.nosuch=1
ip netns exec k-a sysctl -e net.ipv4.nosuch
ip netns exec k-a sysctl net.ipv4.nosuch net.ipv4.ip_forward
ip netns exec k-a sysctl net.ipv4.ip_forward net.ipv4.nosuch
ip netns exec k-a sysctl -w net.ipv4.nosuch=1 net.ipv4.ip_forward=1
ip netns exec k-a sysctl net.ipv4.conf.v/1.rp_filter
ip netns exec k-a sysctl net/ipv4/conf/v.1/rp_filter
ip netns exec k-a sysctl -w net/ipv4/conf/v.1/rp_filter=2
ip netns exec k-a sysctl net.ipv4.conf.v.1.rp_filter
ip netns exec k-a sysctl net.ipv4.conf.lo
ip netns exec k-a sysctl net.ipv4.route.flush
ip netns exec k-a sysctl -w net.ipv4.route.flush=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=99999999999
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=7
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=-1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=0x2
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=010
ip netns exec k-a sysctl net.ipv4.conf.all.rp_filter
ip netns exec k-a sysctl -r net.ipv4.conf.lo.rp
ip netns exec k-a sysctl -a -r net.ipv4.conf.lo.rp
ip netns exec k-a sysctl -a -n -r net.ipv4.conf.lo.arp
ip netns exec k-a sysctl -a -N -r net.ipv4.conf.lo.arp
ip netns exec k-a sysctl --pattern net.ipv4.conf.lo.rp -a
ip netns exec k-a sysctl -x
ip netns exec k-a sysctl -V
ip netns exec k-a sysctl -p /nonexist
ip netns exec k-a sysctl -h
ip netns exec k-a sysctl -nw net.ipv4.ip_forward=1
ip netns exec k-a sysctl net.ipv4.conf.*.rp_filter
ip netns exec k-a sysctl -w net.ipv4.conf.*.rp_filter=1
ip netns exec k-a sysctl -w net.ipv6.conf.lo.disable_ipv6=yes
ip netns exec k-a sysctl ""
ip netns exec k-a sysctl -p
