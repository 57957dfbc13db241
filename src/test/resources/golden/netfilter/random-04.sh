# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-04.expected.
ip netns add k-a
ip netns exec k-a iptables -w 5 -t nat -R POSTROUTING 2 -p udp --dport nosuch --destination 10.0.0.256 -j MASQUERADE --to-ports 1024-2048
ip netns exec k-a iptables -w -t raw -L -n -v
ip netns exec k-a iptables -t mangle -A PREROUTING -j ACCEPT -m mark --mark 0x0/0xffff0000
ip netns exec k-a iptables -w 5 -t mangle -A POSTROUTING -d 10.0.0.0/8 -s 10.0.1.5/32 -j MARK --and-mark 1
ip netns exec k-a iptables -w 5 -Z
ip netns exec k-a iptables -w 5 -t nat -v -N neutron-l3-agent-INPUT
ip netns exec k-a iptables -w 5 -A Zz -o lo --dst 10.0.0.5/24 -m state --state RELATED,ESTABLISHED -p ospf -m multiport ! --ports 80 -j MARK --xor-mark 1
ip netns exec k-a iptables -w 5 -t filter -I OUTPUT 1 -p sctp -m physdev --physdev-is-bridged -m comment --comment "q\"q" ! -d 0/0 -m state ! --state FOO -j REJECT --reject-with icmp-host-prohibited
ip netns exec k-a iptables -t mangle -L -x
ip netns exec k-a iptables -w 5 -t nat -v -L -n -v --line-numbers
ip netns exec k-a iptables -w 5 -t mangle -C POSTROUTING -d 10.0.0.0/8 -s 10.0.1.5/32 -j MARK --and-mark 1
ip netns exec k-a iptables -t nat -A neutron-l3-agent-INPUT -p icmp -m icmp --icmp-type ttl-exceeded -m conntrack --ctstate INVALID,UNTRACKED -j DNAT --to-destination ::1 --persistent --random
ip netns exec k-a iptables -w 5 -t nat -A neutron-l3-agent-INPUT ! --destination 172.24.4.20/32 -p all -m tcp --dport 80 -o + -j INPUT
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:PREROUTING - [0:0]
:INPUT DROP [0:0]
:b - [0:0]
-A b -p tcp -m tcp --destination-port 80:70 --spor 67:68 -m conntrack --ctstate E,R -j MARK --xor-mark 0xff/0x0f
-N b
-A b -s 10.0.0.256 -m mark --mark 010 -j MARK --xor-mark 1/2/3
-F
-D b 99
-P POSTROUTING REJECT
-I b 99 -j MARK --or-mark 1/2/3 --destination 10.0.0.5/24 -m comment --comment a-b_c
-F PREROUTING
COMMIT
*security
:INPUT DROP [0:0]
:FORWARD ACCEPT [0:0]
:d - [0:0]
:neutron-filter-top - [0:0]
:b - [0:0]
-A OUTPUT -m comment --comment "it's" -g neutron-filter-top
-R FORWARD 2 -i qg-1234abcd-ef -m conntrack --ctstate FOO -m comment --comment a.b -j neutron-filter-top
-I FORWARD 1 -j ACCEPT
-A d -o qr-+ -p ospf -j CONNMARK --xor-mark 1
-A neutron-filter-top -j ACCEPT -d 0x0a.0.0.1 -m mark --mark 1/2/3 -p udp -m multiport --destination-ports 1:5,8 -o lo
-A FORWARD -m comment --comment "two words" -j d
-A INPUT --destination 10.1.2.3/16,10.2.0.0/15 -m connmark ! --mark 1/ -m conntrack --ctstate E,R --source 10.1.2.3/16,10.2.0.0/15 -m mark --mark 0x1 -i qr-1a2b3c4d-5e -j ACCEPT
-Z INPUT
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t nat -A neutron-l3-agent-INPUT --source 0.0.0.0/0 -m conntrack --ctstate FOO -m comment --comment a.b
ip netns exec k-a iptables -w 5 -t security -D FORWARD -j ACCEPT
ip netns exec k-a iptables -I INPUT -p icmp -m icmp --icmp-type 3 -j LOG --log-prefix x --log-level 9
ip netns exec k-a iptables -w 5 -t raw -A OUTPUT -p udp -j DROP
ip netns exec k-a iptables -t mangle -S b
ip netns exec k-a iptables -I MYCHAIN 2 -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -s 1.2.3.4/0 ! -p udp -m state --state RELATED,ESTABLISHED -j d
ip netns exec k-a iptables-save -c
