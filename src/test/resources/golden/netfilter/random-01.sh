# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-01.expected.
ip netns add k-a
ip netns exec k-a iptables -w -I FORWARD abc -j RETURN --dst 10 -o eth0
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -t nat -A PREROUTING -d 10.0.0.0/33 -m mark --mark 1 -p 17 ! --destination-port 65535 -j ACCEPT
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -w 5 -t nat -A OUTPUT -m state --state INVALID -m conntrack ! --ctstate RELATED,ESTABLISHED ! --src 10.0.1.5 -m conntrack --ctorigdst 10.0.1.5 -j REDIRECT
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -I neutron-l3-agent-mark 0
ip netns exec k-a iptables -w -t filter -A MYCHAIN -m state --state UNTRACKED -m connmark ! --mark -1 -p 58 --icmp-type 1/4 -j CT
ip netns exec k-a iptables -t raw -X neutron-filter-top
ip netns exec k-a iptables -t raw -A MYCHAIN
ip netns exec k-a iptables -I INPUT -m connmark --mark 0xff/0x0f -d 10.1.2.3/255.0.255.0 -p udp -m tcp --dport 80 -m conntrack ! --ctproto 17 -m mark --mark 0x1/0xffff -m mac --mac-source x
ip netns exec k-a iptables -t filter -C INPUT -m connmark --mark 0xff/0x0f -d 10.1.2.3/255.0.255.0 -p udp -m tcp --dport 80 -m conntrack ! --ctproto 17 -m mark --mark 0x1/0xffff -m mac --mac-source x
ip netns exec k-a iptables -w -t nat -S b -v
ip netns exec k-a iptables-save -t filter
ip netns exec k-a iptables -A neutron-l3-agent-mark -j ACCEPT -p udp -m tcp --dport 80
ip netns exec k-a iptables-restore <<EOF
*nat
:PREROUTING - [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT - [0:0]
:POSTROUTING - [0:0]
-P foo ACCEPT
-P OUTPUT ACCEPT
COMMIT
EOF
ip netns exec k-a iptables -N neutron-l3-agent-float-snat
ip netns exec k-a iptables -w 5 -D FORWARD -j RETURN --dst 10 -o eth0
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:PREROUTING ACCEPT [0:0]
:OUTPUT - [0:0]
:POSTROUTING - [0:0]
:Zz - [0:0]
:neutron-l3-agent-float-snat - [0:0]
-N neutron-l3-agent-mark
-N neutron-l3-agent-scope
-A OUTPUT -p tcp ! --destination-port 99999 --spor 67:68 -m conntrack --ctstate FOO
-A FORWARD -m state --state RELATED,ESTABLISHED --to-ports 80 -m conntrack ! --ctstate SNAT,DNAT ! -o rfp-+ -j neutron-l3-agent-float-snat
COMMIT
EOF
ip netns exec k-a iptables -w -t raw -I neutron-l3-agent-INPUT -m limit --limit 10/hour -p udp -m connmark --mark -1
ip netns exec k-a iptables-save -c
