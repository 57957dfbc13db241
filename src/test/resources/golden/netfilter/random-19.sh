# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-19.expected.
ip netns add k-a
ip netns exec k-a iptables -t raw -F neutron-filter-top
ip netns exec k-a iptables -w 5 -t filter -X neutron-l3-agent-mark
ip netns exec k-a iptables -w 5 -R neutron-l3-agent-INPUT 9 -j RETURN
ip netns exec k-a iptables -t filter -A OUTPUT -m mark --mark 0xff/0x0f ! -p 58 -m icmp ! --icmp-type 256 -m state --state N -s 1.2.3.4/ -j RETURN
ip netns exec k-a iptables -t raw -Z
ip netns exec k-a iptables -w 5 -t filter -D OUTPUT -m mark --mark 0xff/0x0f ! -p 58 -m icmp ! --icmp-type 256 -m state --state N -s 1.2.3.4/ -j RETURN
ip netns exec k-a iptables -t nat -F
ip netns exec k-a iptables -t security -L -n -x --line-numbers
ip netns exec k-a iptables -w 5 -t mangle -N Zz
ip netns exec k-a iptables -w -t filter -Z
ip netns exec k-a iptables -t mangle -A PREROUTING --dst 0.0.0.0/0 -m conntrack --ctstate RELATED,ESTABLISHED -j REDIRECT --to-ports x
ip netns exec k-a iptables -t mangle -A Zz -j MARK --and-mark 0X10/0Xff
ip netns exec k-a iptables -w 5 -t filter -N neutron-l3-agent-scope
ip netns exec k-a iptables -w -t raw -A OUTPUT -m connmark --mark 0x0/0xffff0000 -p gre -j QUEUE
ip netns exec k-a iptables -D OUTPUT -m mark --mark 0xff/0x0f ! -p 58 -m icmp ! --icmp-type 256 -m state --state N -s 1.2.3.4/ -j RETURN
ip netns exec k-a iptables-restore <<EOF
*raw
:Zz - [0:0]
:d - [0:0]
:neutron-l3-agent-scope - [0:0]
-A d --source 0x0a.0.0.1 -m state --state UNTRACKED -m mark --mark 0x1 -j SNAT --to 10.0.0.256
-A Zz -p icmp -i rfp-+ -j Zz
-A neutron-l3-agent-scope -m connmark ! --mark -1 -o rfp-1 -j CONNMARK --restore-mark --nfmask 1
-A OUTPUT -p icmpv6 -m mark --mark 0x1/0xffff -o qr-1a2b3c4d-5e --dst 10.0.0.1,10.0.0.2 --source 10.0.0.0/8 -j RETURN
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
:PREROUTING - [0:0]
:OUTPUT ACCEPT [0:0]
-I neutron-l3-agent-scope 2 -m physdev --physdev-out x+ -j CT
-D PREROUTING 3
-A PREROUTING -m mark --mark 4294967296 -i eth0 -j Zz
-P foo ACCEPT
-A d -m conntrack --ctstate RELATED,ESTABLISHED -m mark --mark 0xff/0x0f -p TCP -m tcp --dport nosuch ! --sport nosuch -o qr-+ -j RETURN
-R PREROUTING 9 -m conntrack ! --ctstate INVALID,UNTRACKED -i qr-+ -m connmark --mark 4294967296 ! --source 10.0.0.1,10.0.0.2 ! -p icmp --icmp-type echo-reply -j NOTRACK
-I OUTPUT 2 -p all -m tcp --dport 80 -m multiport ! --destination-ports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 ! --dst 10.0.0.1,10.0.0.2 -m mark --mark 4294967296 -m comment --comment "it's" -j CT
-P PREROUTING ACCEPT
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t raw -A OUTPUT -m mark --mark zz -o fg-1 -j SNAT --to-source 10.0.1.2
ip netns exec k-a iptables-restore <<EOF
*mangle
:OUTPUT - [0:0]
:POSTROUTING DROP [0:0]
:MYCHAIN - [0:0]
:b - [0:0]
-A PREROUTING -p icmp -m icmp --icmp-type 128 -j CONNMARK --restore-mark --mask 0xff
-N MYCHAIN
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t mangle -N d
ip netns exec k-a iptables-save -c
