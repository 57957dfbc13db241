# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in limits.expected.
ip netns add k-a
ip netns exec k-a iptables-restore <<EOF
*filter
:c1 - [0:0]
:c2 - [0:0]
:c3 - [0:0]
:c4 - [0:0]
:c5 - [0:0]
:c6 - [0:0]
:c7 - [0:0]
:c8 - [0:0]
:c9 - [0:0]
:d1 - [0:0]
:d2 - [0:0]
:d3 - [0:0]
:d4 - [0:0]
:d5 - [0:0]
:d6 - [0:0]
:d7 - [0:0]
-A c1 -j c2
-A c2 -j c3
-A c3 -j c4
-A c4 -j c5
-A c5 -j c6
-A c6 -j c7
-A c7 -j c8
-A c8 -j c9
-A c9 -j d1
-A d1 -j d2
-A d2 -j d3
-A d3 -j d4
-A d4 -j d5
-A d5 -j d6
-A INPUT -j c1
COMMIT
EOF
ip netns exec k-a iptables -A d6 -j d7
ip netns exec k-a iptables -A FORWARD -j c1
ip netns exec k-a iptables -A OUTPUT -g c2
ip netns exec k-a iptables -A c1 -m mac --mac-source 00:01:02:03:04:05
ip netns exec k-a iptables -D OUTPUT 1
ip netns exec k-a iptables -A c1 -m mac --mac-source 00:01:02:03:04:05
ip netns exec k-a iptables -A OUTPUT -j c1
ip netns exec k-a iptables -A OUTPUT -j c2
ip netns exec k-a iptables -A OUTPUT -m mac --mac-source 00:01:02:03:04:05
ip netns exec k-a iptables -A OUTPUT -m physdev --physdev-out x
ip netns exec k-a iptables -A OUTPUT -m physdev --physdev-out x --physdev-is-bridged
ip netns exec k-a iptables -A OUTPUT -m physdev --physdev-out x ! --physdev-is-bridged
ip netns exec k-a iptables -A OUTPUT -m icmpv6 --icmpv6-type 1
ip netns exec k-a ip6tables -A OUTPUT -m icmp --icmp-type 1
ip netns exec k-a ip6tables -A OUTPUT -p 58 -m ipv6-icmp --icmpv6-type 1
ip netns exec k-a ip6tables -A OUTPUT -p icmpv6 -m icmpv6 --icmpv6-type 1
ip netns exec k-a ip6tables -S
ip netns exec k-a iptables -P INPUT ACCEPT -c 5 6
ip netns exec k-a iptables -A INPUT -c 5 6 -j ACCEPT
ip netns exec k-a iptables -S -v
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -L -v -n -x
ip netns exec k-a iptables -Z INPUT 2
ip netns exec k-a iptables -S INPUT -v
ip netns exec k-a iptables -A INPUT -c 50000000 60000000000 -j ACCEPT
ip netns exec k-a iptables -L INPUT -v -n
ip netns exec k-a iptables -L INPUT -v -n -x
ip netns exec k-a iptables-restore -c -n <<EOF
*filter
:OUTPUT ACCEPT [100:2000]
[7:800] -A OUTPUT -p tcp -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore -c -n <<EOF
*filter
:OUTPUT ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-save -c
