# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-23.expected.
ip netns add k-a
ip netns exec k-a iptables -w -A INPUT -p 6 -m tcp --dport http --sport 443 -s 255.255.255.255 -j MARK --or-mark -1
ip netns exec k-a iptables -t raw -N neutron-l3-agent-mark
ip netns exec k-a iptables-restore -n <<EOF
*security
:OUTPUT - [0:0]
:neutron-l3-agent-mark - [0:0]
:d - [0:0]
[3:4] -P FORWARD ACCEPT
-P OUTPUT ACCEPT
COMMIT
EOF
ip netns exec k-a iptables -w 5 -S
ip netns exec k-a iptables-restore <<EOF
*filter
:INPUT - [0:0]
:neutron-filter-top - [0:0]
:neutron-l3-agent-INPUT - [0:0]
-X neutron-l3-agent-INPUT
-A b -j RETURN
COMMIT
EOF
ip netns exec k-a iptables -w -S FORWARD
ip netns exec k-a iptables -L OUTPUT -v
ip netns exec k-a iptables -w -t nat -N neutron-l3-agent-INPUT
ip netns exec k-a iptables -t mangle -N neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -t raw -I neutron-l3-agent-mark 0 -p udp ! --dport 53:53 -m mark --mark 0x0/0xffff0000 -m connmark --mark 0xff/0x0f --destination 10.0.0.256 -j MARK --set-mark 0xffffffff
ip netns exec k-a iptables-save -c
