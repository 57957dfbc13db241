ip netns add k-a
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire x -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5:x -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5:7:9 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5x -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5: -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire : -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5:6x -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire "" -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 4294967296 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 5,6 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctexpire 1: -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc 2001:db8::1 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.300 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc nosuch.example -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.1/33 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.1/2001:: -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc 10.0.0.5/24 -j DROP
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigsrc localhost -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc 10.0.0.5/24 -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc 2001:db8::1/64 -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc localhost -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc ::ffff:1.2.3.4 -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc 2001:db8::1/10.0.0.1 -j DROP
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctorigsrc 1 -j DROP
ip netns exec k-a iptables -S
ip netns exec k-a iptables-restore <<EOF
*filter
[5:1 -A INPUT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5] -A INPUT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5:
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5] -A INPUT -m comment --comment a:b
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5 -A INPUT -m comment --comment a:b
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[5 -A INPUT -m comment --comment a]b
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
[x] -A INPUT -m comment --comment a:b]c
COMMIT
EOF
ip netns exec k-a iptables-restore -c <<EOF
*filter
[x:2] -A INPUT -m comment --comment 1
[2:x] -A INPUT -m comment --comment 2
[2:3]-A INPUT -m comment --comment 3
[2:3 -A INPUT -m comment --comment 4]
[2:3x] -A INPUT -m comment --comment 5
[ 2:3] -A INPUT -m comment --comment 6
[2: 3] -A INPUT -m comment --comment 7
[-2:3] -A INPUT -m comment --comment 8
[99999999999999999999:3] -A INPUT -m comment --comment 9
[0x10:3] -A INPUT -m comment --comment 10
[010:3] -A INPUT -m comment --comment 11
[0:3] -A INPUT -m comment --comment 12
[3:0] -A INPUT -m comment --comment 13
[18446744073709551615:1] -A INPUT -m comment --comment 14
[1:2]	-A INPUT -m comment --comment 15
[:] -A INPUT -m comment --comment 16
COMMIT
EOF
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -A INPUT -p udp --dport 1:2:3 -j DROP
ip netns exec k-a iptables -A INPUT -p udp --dport 1 --dport 2 -j DROP
ip netns exec k-a iptables -W 100 -t nat --version
ip netns exec k-a iptables-restore -n <<EOF
*filter
-A FORWARD -v -i qr-+ -j ACCEPT
-A FORWARD -o eth/0 -j ACCEPT
COMMIT
EOF
