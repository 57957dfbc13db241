# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-08.expected.
ip netns add k-a
ip netns exec k-a iptables -w 5 -t nat -D b 1
ip netns exec k-a iptables -w -S
ip netns exec k-a iptables -w 5 -t raw -Z neutron-l3-agent-scope
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -w -t mangle -D INPUT 1
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -w 5 -t mangle -A POSTROUTING -m mark --mark zz --destination 10.0.0.256 -j ACCEPT
ip netns exec k-a iptables -t raw -I OUTPUT 2 --destination 255.255.255.255 -m connmark --mark 4294967296 -p icmp -m icmp --icmp-type host-unreachable -m state --state RELATED,ESTABLISHED -j CT --notrack
ip netns exec k-a iptables -w 5 -t nat -D INPUT 99
ip netns exec k-a iptables -t nat -C neutron-l3-agent-scope -j neutron-l3-agent-float-snat -m conntrack --ctstate NEW -p tcp -o fg-1 -i + -n
ip netns exec k-a iptables-save -c
