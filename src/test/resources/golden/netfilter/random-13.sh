# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-13.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t raw -D a 1
ip netns exec k-a iptables -w -t mangle -E neutron-l3-agent-float-snat neutron-l3-agent-float-snat
ip netns exec k-a iptables -w 5 -t nat -I neutron-filter-top 2 ! -p 6 -m state --state INVALID --source 1.2.3.4/0 -m mark --mark 0xffffffff -j ACCEPT
ip netns exec k-a iptables-restore -n <<EOF
*raw
:OUTPUT DROP [0:0]
:a - [0:0]
:neutron-l3-agent-scope - [0:0]
-A neutron-l3-agent-scope -p udp -j a
-F
-A a -d 10.0.0.5/24 ! -i lo -p tcp ! --destination-port domain -o averyveryverylongname -j ACCEPT
-I Zz 2 -m state --state new -s 10.0.0.0/8 -m connmark ! --mark 0x1 ! -p esp -j MARK --and-mark 0X10/0Xff
-A a -i averyveryverylongname -s 192.168.1 -m mark --mark 1 -m connmark --mark -1 -j DROP
-I OUTPUT -m comment --comment "Perform source NAT on outgoing traffic." -j RETURN
-D a -i averyveryverylongname -s 192.168.1 -m mark --mark 1 -m connmark --mark -1 -j DROP
-A neutron-l3-agent-scope -m mac --mac-source 1:2:3:4:5:6 -p tcp -m tcp --destination-port 1024: --syn -j REJECT --reject-with host-unreach
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t filter -I INPUT -i qr-+ ! --src 0/0 -j DNAT --to-destination 10.0.1.2
ip netns exec k-a iptables -t raw -A neutron-l3-agent-float-snat -p 47 --source 224.0.0.0/4 -m connmark ! --mark 0xff/0x0f
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING - [0:0]
:POSTROUTING - [0:0]
:neutron-l3-agent-INPUT - [0:0]
-N neutron-l3-agent-scope
-P INPUT REJECT
COMMIT
EOF
ip netns exec k-a iptables -w 5 -A Zz -m conntrack --ctstate SNAT,DNAT -m connmark --mark 1/ -o eth0 -j ACCEPT
ip netns exec k-a iptables-restore <<EOF
*raw
:PREROUTING DROP [0:0]
:Zz - [0:0]
:b - [0:0]
-A a -m mark --mark 0x0/0xffff0000 -p tcp -m tcp --dport 80 -i qr-+ -j b
-P PREROUTING ACCEPT
COMMIT
*security
:INPUT - [0:0]
:neutron-l3-agent-INPUT - [0:0]
:Zz - [0:0]
:d - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -t security -F OUTPUT
ip netns exec k-a iptables -t mangle -R neutron-l3-agent-float-snat 2 ! -o rfp-+ -m conntrack --ctstate new
ip netns exec k-a iptables -t raw -D neutron-l3-agent-scope -m mac --mac-source 1:2:3:4:5:6 -p tcp -m tcp --destination-port 1024: --syn -j REJECT --reject-with host-unreach
ip netns exec k-a iptables -w 5 -t mangle -I neutron-l3-agent-float-snat 0 -p udp -j CONNMARK --and-mark 0xff
ip netns exec k-a iptables -w 5 -N d
ip netns exec k-a iptables -t nat -I neutron-l3-agent-INPUT 1 -m state --state EST -m mark --mark 0xffffffff -j DNAT --to-destination 10.0.1.2:90-80
ip netns exec k-a iptables -w 5 -t raw -A PREROUTING -j ACCEPT -p udp -m udp --dport http ! --source-port domain --src 10.0.0.5/24
ip netns exec k-a iptables -t nat -A c -m mark ! --mark 0X10/0Xff -m state ! --state ESTABLISHED,RELATED --destination 255.255.255.255 -j MARK --set-xmark 0xff/0x0f
ip netns exec k-a iptables -w -t nat -A neutron-l3-agent-INPUT ! -i averyveryverylongname --source 0.0.0.0/0 ! -p udp -j DNAT --to-destination ::1 --persistent --random
ip netns exec k-a iptables -w -t raw -R b 2 -j ACCEPT -p udp --sport domain
ip netns exec k-a iptables -t security -A INPUT -i rfp-1 -m connmark --mark 1/ -j ACCEPT
ip netns exec k-a iptables-save -c
