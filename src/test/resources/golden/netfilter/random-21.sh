# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-21.expected.
ip netns add k-a
ip netns exec k-a iptables -t nat -C PREROUTING -i qg-1234abcd-ef -m limit --limit 10/hour --limit-burst 5 -j ACCEPT
ip netns exec k-a iptables -t raw -A OUTPUT -m conntrack --ctstate E,R -p icmp --icmp-type redirect -m multiport --sports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 -j CT
ip netns exec k-a iptables -t nat -A neutron-l3-agent-mark -p tcp -m tcp --dport 80 -m multiport --ports 80:70 -f --src 10.0.1.5/32 -j ACCEPT
ip netns exec k-a iptables -w -C neutron-l3-agent-mark --destination 10.1.2.3/255.0.255.0 -p icmp -m icmp --icmp-type redirect -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -m physdev --physdev-in a --physdev-is-bridged -j DROP
ip netns exec k-a iptables -w -t raw -v -A neutron-filter-top -j ACCEPT
ip netns exec k-a iptables -w 5 -t raw -D neutron-filter-top -j ACCEPT
ip netns exec k-a iptables-restore <<EOF
*mangle
:FORWARD - [0:0]
:POSTROUTING DROP [0:0]
:neutron-filter-top - [0:0]
:b - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t nat -A PREROUTING -m conntrack ! --ctstate RELATED,ESTABLISHED -m comment --comment a.b -j REDIRECT --to-ports 9697
ip netns exec k-a iptables -w 5 -t nat -A PREROUTING ! -s 10.0.0.5/24 -m mark --mark 0xffffffff -m conntrack --ctstate RELATED,ESTABLISHED -p udp -d 10.0.0.5/24 -j REDIRECT --to-ports 1:2
ip netns exec k-a iptables -t raw -I neutron-filter-top 1 -p 6 -m tcp --dport 9697 --syn -m connmark --mark 0x4000000/0xffff0000 -o x ! -i qr-+ ! --src 0.0.0.0/0 --dst 192.168.1 -j MARK --set-mark 0x0/0xffff0000
ip netns exec k-a iptables -w -E neutron-l3-agent-scope neutron-l3-agent-scope
ip netns exec k-a iptables -w -t raw -D neutron-filter-top -p 6 -m tcp --dport 9697 --syn -m connmark --mark 0x4000000/0xffff0000 -o x ! -i qr-+ ! --src 0.0.0.0/0 --dst 192.168.1 -j MARK --set-mark 0x0/0xffff0000
ip netns exec k-a iptables -w 5 -t mangle -A OUTPUT -m mark --mark 1/ -j MARK --set-xmark 4294967296
ip netns exec k-a iptables-restore -n -w 5 <<EOF
*mangle
:PREROUTING - [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT - [0:0]
:POSTROUTING ACCEPT [0:0]
-N Zz
-A b -m comment --comment "two words" -p udp --destination 1.2.3.4/0 -m mark --mark 1 -s 1.2.3.4/31 -j ACCEPT
-N MYCHAIN
-N neutron-l3-agent-mark
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t raw -A PREROUTING -p udp -m multiport ! --destination-ports 1:5,8 -m state ! --state new ! --src 10 -m connmark --mark 1/ -m mark --mark 0xff/0x0f -j REDIRECT --to-ports 80-90
ip netns exec k-a iptables -t mangle -A b -p sctp -j CONNMARK --restore-mark --mask 0xff
ip netns exec k-a iptables -t filter -A INPUT -m conntrack --ctstate INVALID,UNTRACKED -p udp --dport 9697 --source-port 99999 -j CONNMARK --set-mark 010
ip netns exec k-a iptables -w 5 -I neutron-l3-agent-scope -p 6 -j LOG
ip netns exec k-a iptables -w -v -A INPUT -j neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -t filter -A neutron-l3-agent-scope -m conntrack --ctexpire :7 -m mark --mark 0xff/0x0f -m mac --mac-source x --src 172.24.4.20/32 -p icmp --icmp-type echo -m multiport ! --destination-ports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 -j ACCEPT
ip netns exec k-a iptables-save -c
