# family: links
ip netns add k-a
ip netns exec k-a sysctl net.ipv6.conf.lo.accept_dad net.ipv6.conf.lo.use_tempaddr net.ipv6.conf.lo.router_solicitations
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=2000 3000"
ip netns exec k-a sysctl net.ipv4.ip_local_port_range
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=3000"
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=4000"
ip netns exec k-a sysctl net.ipv4.ip_local_port_range
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=2000 70000"
ip netns exec k-a sysctl -r
ip netns exec k-a sysctl -n -e net.ipv4.nosuch net.ipv4.ip_forward
ip netns exec k-a sysctl -ne net.ipv4.ip_forward
ip netns exec k-a sysctl -qw net.ipv4.ip_forward=1
ip netns exec k-a sysctl -wn net.ipv4.ip_forward=1
ip netns exec k-a sysctl --write net.ipv4.ip_forward=1
ip netns exec k-a sysctl --values net.ipv4.ip_forward
ip netns exec k-a sysctl --names net.ipv4.ip_forward
ip netns exec k-a sysctl --quiet --write net.ipv4.ip_forward=0
ip netns exec k-a sysctl --dry-run -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl net.ipv4.ip_forward
ip netns exec k-a sysctl --ignore net.nosuch
ip netns exec k-a sysctl -w -net.nosuch=1
ip netns exec k-a sysctl -- -net.nosuch=1
ip netns exec k-a sysctl net.ipv4.conf.*.forwarding
ip netns exec k-a sysctl -w "net.ipv4.conf.*.forwarding=1"
ip netns exec k-a sysctl net.ipv4.ip_forward.
ip netns exec k-a sysctl -w net.ipv4.conf=1
ip netns exec k-a sysctl -w net.ipv4.conf.lo=1
ip netns exec k-a sysctl foo
ip netns exec k-a sysctl -w foo=1
ip netns exec k-a sysctl net.ipv4.ip_forward net.ipv4.nosuch net.ipv4.conf.lo.forwarding
ip netns exec k-a sysctl -p - <<EOF
# comment
; other
net.ipv4.ip_forward = 1
net.ipv4.conf.lo.rp_filter=2

 net.ipv4.conf.all.rp_filter =  1
-net.ipv4.nosuch=1
net.ipv4.nosuch2=1
bad line
EOF
ip netns exec k-a sysctl -q -p - <<EOF
net.ipv4.ip_forward=0
EOF
ip netns exec k-a sysctl -n -p- <<EOF
net.ipv4.ip_forward=0
EOF
ip netns exec k-a sysctl --load=- <<EOF
net.ipv4.ip_forward=1
EOF
