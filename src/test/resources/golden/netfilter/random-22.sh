# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-22.expected.
ip netns add k-a
ip netns exec k-a iptables -w 5 -t security -L -n -x
ip netns exec k-a iptables -w -A a -o rfp-1 -i lo -p udp --dport nosuch --sport 1024: ! --dst 192.168.1 -m state ! --state DNAT -j neutron-filter-top
ip netns exec k-a iptables -w -t nat -L neutron-l3-agent-INPUT -n --line-numbers
ip netns exec k-a iptables -w 5 -t nat -X INPUT
ip netns exec k-a iptables -t raw -N neutron-l3-agent-mark
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -w 5 -t nat -L -v -x --line-numbers
ip netns exec k-a iptables -t mangle -v -N neutron-l3-agent-mark
ip netns exec k-a iptables -w 5 -t nat -Z
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -w -X
ip netns exec k-a iptables -t raw -A neutron-l3-agent-mark -p tcp -m tcp -m conntrack --ctstate new --dst 10.1.2.3/255.255.0.0 -m physdev ! --physdev-is-in -m state --state NEW, -j DROP
ip netns exec k-a iptables -t raw -C neutron-l3-agent-mark -p tcp -m tcp -m conntrack --ctstate new --dst 10.1.2.3/255.255.0.0 -m physdev ! --physdev-is-in -m state --state NEW, -j DROP
ip netns exec k-a iptables -t mangle -N b
ip netns exec k-a iptables -w 5 -t mangle -C neutron-l3-agent-mark -m mac --mac-source 1:2:3:4:5:6 -i qr-1a2b3c4d-5e -p udp -m udp -m multiport --destination-ports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 -m mark --mark 0xffffffff ! -o eth0 -j neutron-l3-agent-mark
ip netns exec k-a iptables -t nat -v -R INPUT 2 -d 10.0.0.0/8 -p icmp -m icmp --icmp-type 256 -m state ! --state DNAT -j CONNMARK --save-mark
ip netns exec k-a iptables -w -t filter -A d -i qg-1234abcd-ef -j ACCEPT
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:PREROUTING ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT - [0:0]
:POSTROUTING - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w -t mangle -L -n -v --line-numbers
ip netns exec k-a iptables -t raw -N neutron-l3-agent-INPUT
ip netns exec k-a iptables -w -D a -o rfp-1 -i lo -p udp --dport nosuch --sport 1024: ! --dst 192.168.1 -m state ! --state DNAT -j neutron-filter-top
ip netns exec k-a iptables -w -A neutron-filter-top -d 10.0.1.5/32 -o + -j DROP
ip netns exec k-a iptables-restore -n <<EOF
*security
:FORWARD - [0:0]
:OUTPUT ACCEPT [0:0]
-A FORWARD -p dccp -m tcp --dport 80 -i eth0 -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
-A FORWARD -m conntrack --ctstate NEW -p tcp -m tcp --destination-port 1024: -m connmark --mark 0x0/0xffff0000 -j MYCHAIN
COMMIT
EOF
ip netns exec k-a iptables -t filter -S -v
ip netns exec k-a iptables -t filter -v -A Zz -p icmp --icmp-type 8/ -m comment --comment x -j ACCEPT
ip netns exec k-a iptables -w -t filter -I OUTPUT 2 -o + -j RETURN
ip netns exec k-a iptables -t nat -D neutron-l3-agent-mark 3
ip netns exec k-a iptables -w -t raw -A OUTPUT -m conntrack ! --ctstate E,R -j RETURN
ip netns exec k-a iptables-save -t filter
ip netns exec k-a iptables -w 5 -t nat -L INPUT -v --line-numbers
ip netns exec k-a iptables-save -c
