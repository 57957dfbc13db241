# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-24.expected.
ip netns add k-a
ip netns exec k-a ip6tables-restore <<EOF
*raw
:PREROUTING DROP [0:0]
:neutron-l3-agent-scope - [0:0]
-P PREROUTING ACCEPT
-I neutron-l3-agent-mark -m mark --mark 0x1/0xffff -o eth0 -j neutron-l3-agent-scope
-I neutron-l3-agent-scope 1 -m conntrack --ctstate INVALID,UNTRACKED -m state --state EST --source ::1 -j SNAT --to fd00::2
-A neutron-l3-agent-scope -m connmark --mark 0x0/0xffff0000 ! -p tcp -m tcp --destination-port domain -j neutron-l3-agent-scope
-A PREROUTING -p tcp -m tcp ! --destination-port 67:68 ! --source-port 65535 -m mark --mark 0x4000000/0xffff0000 ! --source 2001:db8:0:1::5/64 --destination fe80::a9fe:a9fe/128 -j ACCEPT
-A OUTPUT -m conntrack ! --ctstate FOO -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" ! -p udp --dport 65535 -j RETURN
-P PREROUTING ACCEPT
-D neutron-l3-agent-scope 1
COMMIT
*filter
:neutron-l3-agent-INPUT - [0:0]
:neutron-l3-agent-mark - [0:0]
:MYCHAIN - [0:0]
-I FORWARD 2 --dst ff02::1/16 -p 47 -m mark --mark 010 -j ACCEPT
-N neutron-l3-agent-scope
-A OUTPUT -m limit --limit-burst 5 -p 47 -d ff02::1/16 -j CONNMARK --or-mark 0x3
-I MYCHAIN 1 --dst ff02::1/16 -m mark --mark 1 -p ipv6-icmp --icmpv6-type 3 -j MASQUERADE --to-ports 1024-2048
-I MYCHAIN 1 ! --src ::/0 -j ACCEPT
-A MYCHAIN -p tcp -j REJECT
-I MYCHAIN 2 -j neutron-l3-agent-mark
-I Zz 1 -j ACCEPT
COMMIT
EOF
ip netns exec k-a ip6tables -t raw -R OUTPUT 2 -m conntrack --ctstate new -s fd00::1 -d ::ffff:1.2.3.4 -m connmark --mark 1x
ip netns exec k-a ip6tables -t raw -R OUTPUT 9 -m limit --limit 1/x --limit-burst 20000 --dst 2001:db8:0:1::5/64 -o + -j ACCEPT
ip netns exec k-a ip6tables -w 5 -t raw -A PREROUTING -i qr-1a2b3c4d-5e
ip netns exec k-a ip6tables -t nat -A a --src 2001:db8::/127 ! -d ff02::1/16 -m physdev --physdev-in eth0 -m mac ! --mac-source fa:16:3e:00:00:01 -m conntrack ! --ctstate NEW -j DNAT --to-destination 2001:db8::5
ip netns exec k-a ip6tables-restore -n <<EOF
*filter
:INPUT DROP [0:0]
:FORWARD - [0:0]
:OUTPUT ACCEPT [0:0]
:MYCHAIN - [0:0]
:a - [0:0]
COMMIT
EOF
ip netns exec k-a ip6tables -w -F MYCHAIN
ip netns exec k-a ip6tables-restore -n <<EOF
*raw
:PREROUTING DROP [0:0]
:OUTPUT ACCEPT [0:0]
:neutron-l3-agent-float-snat - [0:0]
:c - [0:0]
:Zz - [0:0]
COMMIT
EOF
ip netns exec k-a ip6tables -w 5 -t raw -A neutron-l3-agent-float-snat -m state --state NEW, -i eth0 -m conntrack --ctstate RELATED,ESTABLISHED -j RETURN
ip netns exec k-a ip6tables -t raw -S Zz
ip netns exec k-a ip6tables -w 5 -t mangle -A neutron-l3-agent-INPUT -p tcp -m tcp --tcp-flags SYN,ACK NONE -j neutron-l3-agent-float-snat
ip netns exec k-a ip6tables-restore -n -w 5 <<EOF
*mangle
:b - [0:0]
*nat
COMMIT
EOF
ip netns exec k-a ip6tables -w -t raw -A neutron-l3-agent-float-snat -m conntrack ! --ctstate new -j MARK --xor-mark 0xff/0x0f
ip netns exec k-a ip6tables -w -I OUTPUT 1 --source ::ffff:1.2.3.4 -m mark --mark 010 ! -d 2001:db8::/127
ip netns exec k-a ip6tables -w -t raw -X
ip netns exec k-a ip6tables -w 5 -t nat -L -x
ip netns exec k-a ip6tables -t nat -A POSTROUTING -p ipv6-icmp -m icmp6 ! --icmpv6-type network -m state --state EST --src 2001:db8::/32 -m conntrack ! --ctstate E,R -m mark --mark 1x -j DNAT --to-destination fd00::2 --persistent --random
ip netns exec k-a ip6tables -t mangle -S neutron-l3-agent-scope
ip netns exec k-a ip6tables -t mangle -F b
ip netns exec k-a ip6tables -w -t nat -v -D POSTROUTING 99
ip netns exec k-a ip6tables-save -c
ip netns exec k-a ip6tables -w -v -Z INPUT
ip netns exec k-a ip6tables -w 5 -t filter -L OUTPUT -n --line-numbers
ip netns exec k-a ip6tables -w 5 -t security -A OUTPUT -m mark --mark 0X10/0Xff --source 2001:db8:0:1::5/64
ip netns exec k-a ip6tables -t raw -I c 2 ! -p ipv6-icmp -m mark ! --mark 0x1/0xffff -j NOTRACK
ip netns exec k-a ip6tables-restore -n <<EOF
*nat
:OUTPUT ACCEPT [0:0]
:c - [0:0]
:neutron-filter-top - [0:0]
-A neutron-l3-agent-mark -s fd00::1 -m mark --mark 1/ -m connmark --mark 1/ --dst ::1
-R PREROUTING 1 -m mark --mark 1/2/3 -p esp -m tcp --dport 80 -m multiport --destination-ports x -j CT --notrack
-A INPUT -m connmark --mark 0x0/0xffff0000 -i averyveryverylongname -s ::1 -m state ! --state RELATED,ESTABLISHED -m conntrack ! --ctstate E,R -j d
-A d --destination 2001:db8:0:1::5/64 -m comment --comment a.b -m conntrack --ctstatus ASSURED,CONFIRMED -m mark --mark 0xff/0x0f -o + -m conntrack --ctstate NEW -j REDIRECT --to-ports 1:2
COMMIT
EOF
ip netns exec k-a ip6tables -w -t raw -I OUTPUT 2 -j LOG --log-uid --log-tcp-options
ip netns exec k-a ip6tables-save -t nat
ip netns exec k-a ip6tables -t filter -A FORWARD -m conntrack --ctstate E,R -p udp -m udp --destination-port 67:68 --source-port 0:65535 -m limit --limit 1/x -i fg-1 -j RETURN
ip netns exec k-a ip6tables -w 5 -t raw -D c 3
ip netns exec k-a ip6tables-save -c
