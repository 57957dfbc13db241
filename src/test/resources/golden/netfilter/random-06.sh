# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-06.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t nat -A INPUT -m limit --limit 20000/s --limit-burst 20000 -m connmark ! --mark 1x -j SNAT --to-source 10.0.0.256-::1 --random-fully
ip netns exec k-a iptables-restore -n <<EOF
*security
:INPUT ACCEPT [0:0]
:FORWARD ACCEPT [0:0]
:b - [0:0]
:MYCHAIN - [0:0]
-A MYCHAIN -m connmark --mark 0x1 -m mark --mark 010 -o qg-1234abcd-ef -j ACCEPT
-N b
-F FORWARD
[3:4] -A b -o eth0 -p tcp -m tcp --dport nosuch -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -d 255.255.255.255 -j MARK --and-mark 1
COMMIT
EOF
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables -D FORWARD x
ip netns exec k-a iptables -w -I neutron-filter-top 2 -m conntrack ! --ctreplsrc 1.2.3.4/0 -i qg-1234abcd-ef -p icmp --icmp-type 8 -j CT --notrack
ip netns exec k-a iptables -t nat -C INPUT -m limit --limit 20000/s --limit-burst 20000 -m connmark ! --mark 1x -j SNAT --to-source 10.0.0.256-::1 --random-fully
ip netns exec k-a iptables -w 5 -t mangle -A POSTROUTING -m physdev ! --physdev-in eth0 -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -c 5 7 --src 10.1.2.3/255.0.255.0 -j MARK --xor-mark 0X10/0Xff
ip netns exec k-a iptables -t nat -C INPUT -m connmark --mark 0x0/0xffff0000 -m mark --mark 0x0/0xffff0000 -p udp -m udp --dport 53:53 -m state --state NEW --source 0/0 -j DNAT --to-destination 10.0.0.256
ip netns exec k-a iptables -t raw -R PREROUTING 1 -m mark --mark 010 -p udp -m conntrack --ctstate SNAT,DNAT -j ACCEPT
ip netns exec k-a iptables -w -t nat -A neutron-l3-agent-scope -i eth0 -m comment --comment "two words" -m state ! --state UNTRACKED --src 255.255.255.255 -j RETURN
ip netns exec k-a iptables -w -t raw -A a -j DROP -p tcp --sport 9697 -m connmark ! --mark 0x0/0xffff0000 -m mark --mark 0xffffffff
ip netns exec k-a iptables -w -t nat -N d
ip netns exec k-a iptables -t nat -S d
ip netns exec k-a iptables -w 5 -L -n -v -x
ip netns exec k-a iptables -t filter -E MYCHAIN MYCHAIN
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:PREROUTING - [0:0]
:INPUT DROP [0:0]
:FORWARD DROP [0:0]
:POSTROUTING ACCEPT [0:0]
-A neutron-l3-agent-mark -s 1.2.3.4/31 -i rfp-+ -m connmark --mark 0xffffffff -m mark --mark 0x4000000/0xffff0000 -j CONNMARK --or-mark 0x3
-F
-A OUTPUT -p esp -m connmark --mark 0x1/0xffff
-A Zz ! --source 10.0.0.256 ! -o x -j CONNMARK --or-mark 0x3
-D FORWARD 3
-D OUTPUT -p esp -m connmark --mark 0x1/0xffff
-P PREROUTING DROP
-A OUTPUT -j CONNMARK --save-mark --mask 0xf --nfmask 1
COMMIT
EOF
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -t raw -I c 1 --src 10.0.0.5/24 -m state --state new -p udp -m udp ! --dport 80:70 --sport 22 --dst 10.0.0.5/24 -j CT
ip netns exec k-a iptables-save
ip netns exec k-a iptables -w 5 -N Zz
ip netns exec k-a iptables-save -c
