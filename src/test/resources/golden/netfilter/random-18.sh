# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-18.expected.
ip netns add k-a
ip netns exec k-a iptables -t nat -I b ! -s 1.2.3.4/ -p udp -m tcp --dport 80 -j ACCEPT
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -t nat -C b ! -s 1.2.3.4/ -p udp -m tcp --dport 80 -j ACCEPT
ip netns exec k-a iptables-save
ip netns exec k-a iptables -w 5 -t nat -A OUTPUT -o averyveryverylongname -p icmp ! --icmp-type 8/0 -j RETURN
ip netns exec k-a iptables -w 5 -R FORWARD 9 -m connmark --mark 4294967296 -m state --state EST ! --destination 1.2.3.4/31 -j DROP
ip netns exec k-a iptables -w -t raw -P PREROUTING ACCEPT
ip netns exec k-a iptables -w -t nat -A INPUT -p tcp -m tcp --dport nosuch --sport 0 ! --dst 10 -i qg-1234abcd-ef --source 1.2.3.4/31 -j Zz
ip netns exec k-a iptables-restore -n <<EOF
*nat
:INPUT - [0:0]
:neutron-l3-agent-float-snat - [0:0]
:Zz - [0:0]
:neutron-l3-agent-INPUT - [0:0]
-F
-I POSTROUTING 99 -j DNAT --to-destination 10.0.1.2 -m state ! --state UNTRACKED --dst 10.0.0.0/8 --source 10.0.0.5/24
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*security
:INPUT DROP [0:0]
:neutron-l3-agent-float-snat - [0:0]
-A neutron-l3-agent-float-snat -s 10.0.0.1,10.0.0.2 -m connmark --mark 0x0/0xffff0000 -p gre -j RETURN
-I neutron-l3-agent-float-snat 1 -s 10.1.2.3/255.0.255.0 -p TCP -m tcp --dport 9697 --spor 65535 --syn -i eth0 -j MARK --xor-mark zz
-A neutron-l3-agent-float-snat -i qr-1a2b3c4d-5e -m conntrack --ctstate E,R --destination 0x0a.0.0.1 -m mark --mark 0x4000000/0xffff0000 -m connmark --mark -1 -o rfp-1 -m comment --comment "it's" -j neutron-l3-agent-float-snat
-A INPUT -t nat -j ACCEPT
-I FORWARD 1 -i lo ! -s 10.0.0.1,10.0.0.2 -m comment --comment x ! -p udp --destination-port 22 -j RETURN
-N c
-A Zz -m comment --comment a.b -m state --state DNAT -i x -p 58 --icmp-type port-unreachable -j REJECT
-A INPUT --source 1.2.3.4/ -m mark ! --mark zz -g neutron-l3-agent-float-snat
COMMIT
*raw
:PREROUTING ACCEPT [0:0]
:a - [0:0]
-Z a
-I PREROUTING --destination 169.254.169.254/32 -i lo --source 10.0.1.5 -m conntrack --ctproto tcp -m state --state ESTABLISHED,RELATED -j a
-A OUTPUT -m comment --comment a.b -m mark --mark -1 -j DROP
-R OUTPUT 1 -j ACCEPT
:x
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t security -D neutron-l3-agent-float-snat -s 10.1.2.3/255.0.255.0 -p TCP -m tcp --dport 9697 --spor 65535 --syn -i eth0 -j MARK --xor-mark zz
ip netns exec k-a iptables-restore -n <<EOF
*raw
:PREROUTING DROP [0:0]
:OUTPUT - [0:0]
:c - [0:0]
-A PREROUTING -m conntrack --ctstate new -j NOTRACK
-A neutron-l3-agent-float-snat -f -o qr-+ -i fg-1 -m connmark --mark 1/2/3 -p icmp --icmp-type network -m multiport --dports 80,443 -j ACCEPT
-I c -o + -s 172.24.4.20/32 -p gre -j CT --notrack
-A OUTPUT ! -d 127.0.0.1 -p icmp -m icmp --icmp-type 1/4 -m mac --mac-source x ! -s 224.0.0.0/4 -j RETURN
-A c -m comment --comment a-b_c ! -s 169.254.169.254/32 -m connmark --mark 0x1 -p tcp -j CT --notrack
-A PREROUTING --destination 255.255.255.255 --source 1.2.3.400 -j neutron-l3-agent-mark
[3:4] -A c ! -s 0/0 -m state --state NEW -m connmark --mark 0xff/0x0f -m conntrack ! --ctstate FOO -d 1.2.3.400 -j MARK --xor-mark 0x0/0xffff0000
-D c -o + -s 172.24.4.20/32 -p gre -j CT --notrack
COMMIT
EOF
ip netns exec k-a iptables -t nat -Z
ip netns exec k-a iptables -w -t filter -v -A neutron-l3-agent-scope ! -p icmp --icmp-type echo -m mark --mark 1/ -j RETURN
ip netns exec k-a iptables -w 5 -t raw -L
ip netns exec k-a iptables -t security -D neutron-l3-agent-float-snat -i qr-1a2b3c4d-5e -m conntrack --ctstate E,R --destination 0x0a.0.0.1 -m mark --mark 0x4000000/0xffff0000 -m connmark --mark -1 -o rfp-1 -m comment --comment "it's" -j neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -S c
ip netns exec k-a iptables -w 5 -t filter -N neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -t mangle -F neutron-filter-top
ip netns exec k-a iptables -w -t raw -N neutron-l3-agent-scope
ip netns exec k-a iptables -w -t mangle -A neutron-l3-agent-scope -m mark --mark 1/ --src 172.24.4.20/32 -i fg-1 -j ACCEPT
ip netns exec k-a iptables -w -t nat -N neutron-filter-top
ip netns exec k-a iptables -w 5 -L -v
ip netns exec k-a iptables -t mangle -S -v
ip netns exec k-a iptables -w -t raw -E neutron-l3-agent-scope d
ip netns exec k-a iptables -w -t mangle -P INPUT DROP
ip netns exec k-a iptables -w -t nat -E neutron-l3-agent-INPUT d
ip netns exec k-a iptables -t security -A FORWARD -j MARK --xor-mark 4294967296 -p tcp -m tcp --dport 80
ip netns exec k-a iptables -w -t nat -A OUTPUT -m physdev -o eth0 -j DNAT --to-destination :1024-65535
ip netns exec k-a iptables -w -t raw -F
ip netns exec k-a iptables-save -c
