# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-12.expected.
ip netns add k-a
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING - [0:0]
:INPUT - [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w -t nat -C a --src 10.0.0.0/33 -o eth0
ip netns exec k-a iptables -w 5 -t raw -R MYCHAIN 1 -m connmark --mark 0x4000000/0xffff0000 --src 169.254.169.254/32 -m conntrack --ctstate new -j ACCEPT
ip netns exec k-a iptables -t nat -N Zz
ip netns exec k-a iptables-restore -n <<EOF
*security
:INPUT - [0:0]
:FORWARD - [0:0]
:a - [0:0]
:neutron-filter-top - [0:0]
:neutron-l3-agent-INPUT - [0:0]
-D FORWARD x
-A neutron-filter-top -j CONNMARK --save-mark
-I FORWARD 99 -p udp -m udp -j DROP
-R neutron-l3-agent-INPUT 2 --dst 10.0.0.5/24 -j neutron-l3-agent-INPUT
-D INPUT 0
-D a 2
-N MYCHAIN
-A neutron-filter-top -p tcp --dport 0 ! --sport 0 ! --source 169.254.169.254/32 -j SNAT --to 172.24.4.29
COMMIT
EOF
ip netns exec k-a iptables -w 5 -N MYCHAIN
ip netns exec k-a iptables -w -t mangle -A PREROUTING -m comment --comment "" -m conntrack --ctstate new ! --destination 192.168.1 --source 1.2.3.4/0
ip netns exec k-a iptables -w -t nat -v -A Zz -d 0.0.0.0/0 -o x
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -R MYCHAIN 1 -j DROP -m mac --mac-source x -o averyveryverylongname -p icmp -m icmp --icmp-type 8/ --destination 10.0.0.0/33 --source 0x0a.0.0.1
ip netns exec k-a iptables-save -c
