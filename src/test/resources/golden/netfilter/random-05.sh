# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-05.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t security -A INPUT -m mark --mark 1x ! --dst 1.2.3.4/31 -m connmark --mark 1/ -j ACCEPT
ip netns exec k-a iptables -w -t mangle -S d
ip netns exec k-a iptables -w -I OUTPUT 0 -m limit --limit 3/minute --limit-burst 20000 ! -s 1.2.3.4/31 -j DNAT --to-destination 10.0.1.2 --persistent --random
ip netns exec k-a iptables -w 5 -t mangle -I INPUT 2 ! -p udp -m udp --dport domain -m comment --comment "Perform source NAT on outgoing traffic." --source 127.0.0.1 ! -i eth0 -j ACCEPT
ip netns exec k-a iptables -w 5 -t filter -A FORWARD -p tcp -m tcp ! --destination-port 65535 -m connmark --mark 4294967296 -s 10.0.1.5 -m conntrack --ctstate INVALID,UNTRACKED
ip netns exec k-a iptables-restore <<EOF
*raw
:PREROUTING - [0:0]
:OUTPUT - [0:0]
-I OUTPUT 1 -p icmp -m tcp --dport 80 -m mark --mark 010 -j ACCEPT
-A OUTPUT -m mark --mark 0x0/0xffff0000 -j NOTRACK
EOF
ip netns exec k-a iptables -w -t raw -I MYCHAIN 1 -m conntrack --ctstate FOO -m conntrack ! --ctexpire 9: -p udp --dport 80:70 -d 10.0.1.5/32 -j CT
ip netns exec k-a iptables -w 5 -t nat -A PREROUTING --src 10.0.0.256 -j MASQUERADE --to-ports 1024-2048
ip netns exec k-a iptables -t security -A Zz --dst 10.0.0.0/8 -p icmp -m tcp --dport 80 -j CONNMARK --xor-mark 1
ip netns exec k-a iptables -t mangle -A neutron-l3-agent-scope ! -d 1.2.3.400 -i qg-1234abcd-ef -j CONNMARK --save-mark --mask 0xf --nfmask 1
ip netns exec k-a iptables-restore <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:INPUT - [0:0]
:POSTROUTING - [0:0]
-A POSTROUTING --source 1.2.3.4/ -p tcp -j RETURN
-A d ! -s 10.1.2.3/255.0.255.0 -p udp -m udp --dport 80:70 -j Zz
-A neutron-filter-top -j ACCEPT -m comment --comment a.b -i qr-+ -m conntrack --ctexpire :7
-I INPUT 1 -g neutron-l3-agent-scope -s 224.0.0.0/4 -m connmark --mark 0xffffffff
-D OUTPUT 1
-D INPUT 1
-N Zz
-A INPUT -m state ! --state UNTRACKED -p esp
COMMIT
EOF
ip netns exec k-a iptables -w -t nat -I POSTROUTING 2 -m mark --mark zz -g neutron-l3-agent-INPUT
ip netns exec k-a iptables -w 5 -t nat -A OUTPUT --dst 127.0.0.1 -p icmp -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -j MASQUERADE --random
ip netns exec k-a iptables -D OUTPUT -m limit --limit 3/minute --limit-burst 20000 ! -s 1.2.3.4/31 -j DNAT --to-destination 10.0.1.2 --persistent --random
ip netns exec k-a iptables -t raw -A OUTPUT -m state ! --state UNTRACKED -p icmp -j DROP
ip netns exec k-a iptables -w -N Zz
ip netns exec k-a iptables -w -t mangle -S Zz 2
ip netns exec k-a iptables -A Zz -p 200 -m conntrack --ctdir reply -j LOG --log-prefix "pppppppppppppppppppppppppppppppppppppppp" --log-level info
ip netns exec k-a iptables -w 5 -t mangle -N Zz
ip netns exec k-a iptables-restore -n <<EOF
*nat
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-I PREROUTING 2 -m mark --mark 0x4000000/0xffff0000 --source 172.24.4.20/32 -p icmp --icmp-type 8/0 -m physdev --physdev-in a --physdev-is-bridged ! -f -m conntrack --ctstate DNAT -j ACCEPT
-D INPUT 1
-P OUTPUT REJECT
-P POSTROUTING ACCEPT
-I neutron-l3-agent-INPUT 3 --dst 10.1.2.3/255.255.0.0 -i x -p tcp -j CONNMARK --restore-mark --nfmask 1
-N a
-I OUTPUT 1 -p udp --destination-port 9697 --source 10.1.2.3/255.255.0.0 -m state --state EST --destination 127.0.0.1 -j DNAT --to-destination ::1
-D PREROUTING 0
COMMIT
*raw
:neutron-filter-top - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w -t raw -S
ip netns exec k-a iptables -t filter -I Zz foo -m conntrack --ctstate NEW -j Zz
ip netns exec k-a iptables -t nat -C b --src 10.0.0.0/33 -p icmp -m icmp --icmp-type echo-reply
ip netns exec k-a iptables -w -t raw -F neutron-filter-top
ip netns exec k-a iptables -t raw -N c
ip netns exec k-a iptables -w 5 -t nat -D c 99
ip netns exec k-a iptables -w -t security -I FORWARD 2 -m connmark ! --mark 0X10/0Xff ! --destination 1.2.3.400 -j neutron-l3-agent-INPUT
ip netns exec k-a iptables -t security -A INPUT -p udp -m udp --dport nosuch --destination 172.24.4.20/32 -m state ! --state DNAT -m connmark ! --mark 4294967296 -j c
ip netns exec k-a iptables -t mangle -N neutron-l3-agent-scope
ip netns exec k-a iptables -w -t raw -I c 1 -j NOTRACK ! -s 255.255.255.255 -p tcp --dport 80 --spor 1024:65535 --tcp-flags ALL SYN,ACK
ip netns exec k-a iptables-save -c
