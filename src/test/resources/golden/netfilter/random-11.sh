# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-11.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t raw -N d
ip netns exec k-a iptables -w 5 -t nat -v -D INPUT 2
ip netns exec k-a iptables -t mangle -D neutron-l3-agent-mark 0
ip netns exec k-a iptables-save
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -w -t security -A a -m mark ! --mark 0xffffffff -m comment --comment "q\"q" -s 10.0.1.5/32 -m state ! --state new -j nosuch
ip netns exec k-a iptables -w 5 -I d 2 -m connmark --mark 0x1/0xffff -j RETURN
ip netns exec k-a iptables -w -A d --dst 224.0.0.0/4 -m state --state UNTRACKED -o qr-+ -j RETURN
ip netns exec k-a iptables -w -X neutron-l3-agent-mark
ip netns exec k-a iptables-save
ip netns exec k-a iptables -t mangle -A OUTPUT -p tcp -m multiport --destination-ports http,https --source 10.0.0.0/8 ! -o averyveryverylongname -j MARK --xor-mark 1/
ip netns exec k-a iptables -w 5 -t raw -A d -i qg-1234abcd-ef -p icmp -m icmp --icmp-type echo -m limit --limit 1/day --source 10.1.2.3/255.0.255.0 -m connmark --mark 0xff/0x0f -m state ! --state NEW -j NOTRACK
ip netns exec k-a iptables -t mangle -R neutron-l3-agent-mark 2 -p tcp -m tcp --dport 0 -m multiport --ports 1:5,8 -m limit --limit-burst 5 -s 10.0.0.256 -j c
ip netns exec k-a iptables -w -t raw -P OUTPUT ACCEPT
ip netns exec k-a iptables -t raw -N neutron-l3-agent-scope
ip netns exec k-a iptables -t mangle -A Zz -m physdev ! --physdev-out x+ --destination 0/0 -f -j CONNMARK --or-mark 0x3
ip netns exec k-a iptables -t security -D a -m mark ! --mark 0xffffffff -m comment --comment "q\"q" -s 10.0.1.5/32 -m state ! --state new -j nosuch
ip netns exec k-a iptables -t nat -I PREROUTING 1 ! -p tcp --sport domain -m connmark --mark 1/ -j ACCEPT
ip netns exec k-a iptables -t mangle -S MYCHAIN
ip netns exec k-a iptables -w 5 -t filter -D neutron-l3-agent-mark 0
ip netns exec k-a iptables-save -c
