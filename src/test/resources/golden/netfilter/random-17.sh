# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-17.expected.
ip netns add k-a
ip netns exec k-a ip6tables -w 5 -t security -A neutron-l3-agent-scope -m connmark ! --mark -1 ! -s 2001:db8::/127 -m physdev --physdev-out x+ -j ACCEPT
ip netns exec k-a ip6tables -t nat -A MYCHAIN -m connmark --mark 0X10/0Xff ! --destination ::ffff:1.2.3.4 -i rfp-+ -p ipv6-icmp --icmpv6-type network -j MASQUERADE
ip netns exec k-a ip6tables -A INPUT -m conntrack --ctstate SNAT,DNAT --source ::1 -j RETURN
ip netns exec k-a ip6tables -w 5 -t mangle -I PREROUTING 2 -j CONNMARK --save-mark --mask 0xf --nfmask 1 -s fd00::1 -m mark ! --mark -1 -p nosuch -m tcp --dport 80 -i x
ip netns exec k-a ip6tables -w 5 -A INPUT -m mark --mark 0xff/0x0f -m state --state NEW ! --destination ::/0 -j neutron-l3-agent-mark
ip netns exec k-a ip6tables -t security -D neutron-l3-agent-scope -m connmark ! --mark -1 ! -s 2001:db8::/127 -m physdev --physdev-out x+ -j ACCEPT
ip netns exec k-a ip6tables -w 5 -t raw -F OUTPUT
ip netns exec k-a ip6tables -w 5 -t nat -A POSTROUTING -m connmark --mark 0xff/0x0f -m mark --mark 1 -j RETURN
ip netns exec k-a ip6tables -t nat -N a
ip netns exec k-a ip6tables-restore -n <<EOF
*mangle
:INPUT - [0:0]
:FORWARD - [0:0]
:Zz - [0:0]
-N c
-A Zz -m state --state INVALID -m comment --comment x -d ::/0 -m conntrack --ctstate FOO -j MARK --xor-mark -1
COMMIT
*raw
:PREROUTING - [0:0]
:OUTPUT ACCEPT [0:0]
:neutron-l3-agent-mark - [0:0]
:MYCHAIN - [0:0]
[3:4] -N d
-A OUTPUT -m comment --comment "q\"q" ! -p tcp -m tcp --dport 80 --spor :1023 ! --tcp-flags syn SYN -m connmark --mark 0X10/0Xff -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
-A OUTPUT -m connmark --mark 1/2/3 -j DROP
-R PREROUTING 9 -m comment --comment "two words" -m state ! --state NEW --destination 2001:db8::/127 -m conntrack --ctstate FOO -j ACCEPT
COMMIT
EOF
ip netns exec k-a ip6tables -w -A Zz -i qr-1a2b3c4d-5e -o lo ! --source 2001:db8::/32 -p tcp -m tcp --dport 80 --source-port :1023 -j RETURN
ip netns exec k-a ip6tables -w 5 -N d
ip netns exec k-a ip6tables -Z d
ip netns exec k-a ip6tables-restore <<EOF
*nat
:PREROUTING - [0:0]
:OUTPUT - [0:0]
-N neutron-filter-top
-I neutron-l3-agent-mark 1 -j DNAT --to-destination fe80::1 --persistent --random -m conntrack --ctstate NEW --source ff02::1/16 -p udp -i x
-D a x
-A PREROUTING -p dccp -m conntrack --ctstate SNAT,DNAT --dst fd00::1 -j REDIRECT
-I OUTPUT 1 -o qg-1234abcd-ef -p tcp --dport http -j RETURN
-N a
-A PREROUTING -m state --state RELATED,ESTABLISHED -p sctp -m tcp --dport 80 -m connmark --mark zz -j ACCEPT
-I a 2 -m conntrack --ctstate NEW -m state --state FOO -p sctp -j ACCEPT
COMMIT
EOF
ip netns exec k-a ip6tables -w -t security -A INPUT -m conntrack --ctproto 0 -m conntrack --ctstate DNAT -j b
ip netns exec k-a ip6tables -t filter -E d d
ip netns exec k-a ip6tables-save -c
ip netns exec k-a ip6tables -t filter -A FORWARD --source fe80::a9fe:a9fe/128 -o rfp-+ -m comment --comment "Perform source NAT on outgoing traffic." -j DROP
ip netns exec k-a ip6tables -w 5 -t mangle -A OUTPUT -m mark --mark -1 --src 2001:db8:0:1::5/64 -p tcp -m multiport --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15 -j RETURN
ip netns exec k-a ip6tables -w 5 -P INPUT ACCEPT
ip netns exec k-a ip6tables -w -t raw -R PREROUTING 1 -m limit --limit 13/h -m conntrack --ctstate SNAT,DNAT -m comment --comment "q\"q" -p 58 -m icmp6 --icmpv6-type 3/1 -j ACCEPT
ip netns exec k-a ip6tables -w 5 -t mangle -A Zz -m mark ! --mark 0x1 ! -d ::/0 -p 58 --icmpv6-type 128 -j ACCEPT
ip netns exec k-a ip6tables -A OUTPUT ! -p ipv6-icmp ! --icmpv6-type ttl-exceeded -j ACCEPT
ip netns exec k-a ip6tables -t raw -A neutron-l3-agent-mark -p ipv6-icmp -m icmp6 --icmpv6-type ttl-exceeded -j RETURN
ip netns exec k-a ip6tables -w -N neutron-l3-agent-float-snat
ip netns exec k-a ip6tables -w -I OUTPUT 1 -p udp --dport :1023 -m mac --mac-source fa:16:3e:00:00:01 -m connmark --mark 0xff/0x0f -o qr-+ -j RETURN
ip netns exec k-a ip6tables -D neutron-l3-agent-float-snat 1
ip netns exec k-a ip6tables-restore <<EOF
*mangle
:PREROUTING ACCEPT [0:0]
:FORWARD - [0:0]
:POSTROUTING ACCEPT [0:0]
:neutron-l3-agent-INPUT - [0:0]
-A OUTPUT -p udp -m udp -j DROP
-A FORWARD -i averyveryverylongname ! -s ::1
-P OUTPUT DROP
-A INPUT -p ipv6-icmp -m icmp6 --icmpv6-type 135 -m conntrack --ctstate new -j DROP
COMMIT
*nat
:PREROUTING - [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
-A OUTPUT --destination fd00::1 --src 2001:db8::/127 -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
-Z INPUT
-F
[3:4] -N neutron-l3-agent-mark
COMMIT
EOF
ip netns exec k-a ip6tables -w 5 -N d
ip netns exec k-a ip6tables -t raw -A PREROUTING --dst ff02::1/16 -j CT
ip netns exec k-a ip6tables-save -c
