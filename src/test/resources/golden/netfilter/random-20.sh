# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-20.expected.
ip netns add k-a
ip netns exec k-a ip6tables -w 5 -t nat -X PREROUTING
ip netns exec k-a ip6tables -t nat -L OUTPUT
ip netns exec k-a ip6tables -t nat -N MYCHAIN
ip netns exec k-a ip6tables-save -t filter
ip netns exec k-a ip6tables -w 5 -t raw -N neutron-l3-agent-INPUT
ip netns exec k-a ip6tables -w -N neutron-l3-agent-mark
ip netns exec k-a ip6tables -w 5 -t raw -A neutron-l3-agent-INPUT -m conntrack --ctstate FOO -p udp --dport nosuch ! -s 2001:db8:0:1::5/64 -j a
ip netns exec k-a ip6tables -w 5 -t security -I INPUT 2 -p all -m conntrack --ctexpire :7 -j neutron-l3-agent-scope
ip netns exec k-a ip6tables -w 5 -t security -D INPUT -p all -m conntrack --ctexpire :7 -j neutron-l3-agent-scope
ip netns exec k-a ip6tables -w -t filter -F INPUT
ip netns exec k-a ip6tables-save -c
