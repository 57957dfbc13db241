# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-10.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t filter -R OUTPUT 2 -m comment --comment "two words" -j REJECT
ip netns exec k-a iptables -t raw -D c 0
ip netns exec k-a iptables -N neutron-filter-top
ip netns exec k-a iptables -t nat -A INPUT -p ospf -m tcp --dport 80 -i qg-1234abcd-ef -j ACCEPT
ip netns exec k-a iptables -t security -S FORWARD
ip netns exec k-a iptables -w 5 -t mangle -A POSTROUTING -m comment --comment "q\"q" -j neutron-l3-agent-INPUT
ip netns exec k-a iptables -t filter -D FORWARD 2
ip netns exec k-a iptables -w 5 -t raw -Z d
ip netns exec k-a iptables -w 5 -t raw -N neutron-l3-agent-mark
ip netns exec k-a iptables -t security -A OUTPUT ! -d 127.0.0.1 -m conntrack --ctstate FOO -m comment --comment "two words" -j ACCEPT
ip netns exec k-a iptables-save -c
