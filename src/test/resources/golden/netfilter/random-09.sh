# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-09.expected.
ip netns add k-a
ip netns exec k-a iptables -w 5 -t filter -S INPUT
ip netns exec k-a iptables -w -t security -L -n -x --line-numbers
ip netns exec k-a iptables -w -R neutron-filter-top 1 -p 256 ! -i + -m physdev --physdev-is-in -m conntrack ! --ctstate SNAT,DNAT -d 1.2.3.400 -j neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -t nat -I INPUT --src 1.2.3.4/0 -m state --state FOO -i x -m conntrack --ctstate INVALID,UNTRACKED -p udp -j ACCEPT
ip netns exec k-a iptables -w 5 -I OUTPUT 99 -m conntrack --ctstate RELATED,ESTABLISHED -d 10 -m mark --mark 1/2/3 -m connmark --mark 0X10/0Xff -j b
ip netns exec k-a iptables -w -t nat -I d 1 -o qr-1a2b3c4d-5e -p tcp --destination-port 53:53 ! --syn
ip netns exec k-a iptables -w 5 -I INPUT -m state --state RELATED,ESTABLISHED -p udp --dport 67:68 -m multiport --destination-ports 80:70 --source 172.24.4.20/32 -m mark ! --mark zz -m connmark --mark zz -j CONNMARK --save-mark
ip netns exec k-a iptables -w -I d 1 -m mark --mark 010 -p 200 -j REJECT
ip netns exec k-a iptables -w 5 -t security -E MYCHAIN MYCHAIN
ip netns exec k-a iptables -w -t security -P INPUT DROP
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -D OUTPUT -m conntrack --ctstate RELATED,ESTABLISHED -d 10 -m mark --mark 1/2/3 -m connmark --mark 0X10/0Xff -j b
ip netns exec k-a iptables -t nat -I PREROUTING -t nat --dst 169.254.169.254/32 -p 256
ip netns exec k-a iptables -w 5 -t raw -A Zz -m mark --mark 010
ip netns exec k-a iptables -t nat -A neutron-l3-agent-mark -m conntrack --ctstate SNAT,DNAT -m connmark ! --mark 1/2/3 --src 10 -j ACCEPT
ip netns exec k-a iptables -w -t mangle -L -x
ip netns exec k-a iptables -t mangle -X
ip netns exec k-a iptables -t nat -I PREROUTING 2 -p 58 --icmp-type any -m mark --mark 1/ -m state --state UNTRACKED -j MARK --set-mark 0x1
ip netns exec k-a iptables -w -t filter -X FORWARD
ip netns exec k-a iptables -t filter -I FORWARD 1 -m conntrack --ctstate RELATED,ESTABLISHED -o averyveryverylongname --source 0/0 -j REJECT --reject-with tcp-reset
ip netns exec k-a iptables-save -c
