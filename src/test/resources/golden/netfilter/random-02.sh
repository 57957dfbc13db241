# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-02.expected.
ip netns add k-a
ip netns exec k-a iptables -w 5 -t nat -A POSTROUTING -s 10.1.2.3/255.255.0.0 -j ACCEPT
ip netns exec k-a iptables -w 5 -t nat -F POSTROUTING
ip netns exec k-a iptables -t mangle -L -n
ip netns exec k-a iptables -t nat -A INPUT -i x -m state --state UNTRACKED --source 0/0 --dst 0.0.0.0/0
ip netns exec k-a iptables -t security -R b 9 -o + -j MARK --xor-mark 0x1/0xffff
ip netns exec k-a iptables -L -n -v --line-numbers
ip netns exec k-a iptables -w 5 -N neutron-filter-top
ip netns exec k-a iptables -w -A neutron-l3-agent-INPUT -p 256 -m comment --comment "two words" -j REJECT
ip netns exec k-a iptables -t nat -C POSTROUTING -s 10.1.2.3/255.255.0.0 -j ACCEPT
ip netns exec k-a iptables -t raw -R PREROUTING 9 -j ACCEPT -m conntrack --ctstate E,R -p icmp --icmp-type 128 -m multiport --destination-ports http,https -d 10.1.2.3/255.0.255.0 --src 0.0.0.0/0 -m comment --comment "q\"q"
ip netns exec k-a iptables -w -t nat -R neutron-filter-top 9 -j DNAT -p sctp --src 172.24.4.20/32
ip netns exec k-a iptables -w -t security -A FORWARD -m mark --mark 0x1/0xffff -m connmark --mark 1x ! -i lo -m conntrack ! --ctstate E,R -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
ip netns exec k-a iptables -w -t mangle -A neutron-l3-agent-scope -j CONNMARK --left-shift-mark 3 --set-mark 1
ip netns exec k-a iptables -w 5 -t security -I c 2 -m connmark --mark 1 -m physdev --physdev-out x+ --source 10.1.2.3/255.0.255.0 -j NOTRACK
ip netns exec k-a iptables -t security -v -N c
ip netns exec k-a iptables -w 5 -t nat -F
ip netns exec k-a iptables -w -N neutron-l3-agent-float-snat
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -w 5 -t mangle -I c abc -m connmark --mark 1/ -m state --state RELATED,ESTABLISHED -m mark --mark -1 ! -s 10.1.2.3/255.0.255.0
ip netns exec k-a iptables -w 5 -t raw -L -n -x
ip netns exec k-a iptables-save -c
