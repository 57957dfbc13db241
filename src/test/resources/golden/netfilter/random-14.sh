# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-14.expected.
ip netns add k-a
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -w -v -A a -m conntrack --ctproto tcp -m mark --mark 010 -j REJECT --reject-with icmp6-adm-prohibited
ip netns exec k-a iptables -N neutron-l3-agent-scope
ip netns exec k-a iptables -t nat -A INPUT -i qr-+ -m conntrack ! --ctstate RELATED,ESTABLISHED -m connmark --mark -1 -j DNAT
ip netns exec k-a iptables -w -t nat -D INPUT -i qr-+ -m conntrack ! --ctstate RELATED,ESTABLISHED -m connmark --mark -1 -j DNAT
ip netns exec k-a iptables -t filter -S INPUT
ip netns exec k-a iptables -w 5 -t raw -I PREROUTING 2 -p 200 -m connmark --mark -1 -m mark ! --mark 0xffffffff -j CT
ip netns exec k-a iptables -t nat -A POSTROUTING --src 10.1.2.3/255.0.255.0 -m physdev ! --physdev-out x+ -p icmp ! --icmp-type ttl-exceeded -j ACCEPT
ip netns exec k-a iptables -t nat -N neutron-filter-top
ip netns exec k-a iptables -t filter -v -N neutron-filter-top
ip netns exec k-a iptables-save -c
