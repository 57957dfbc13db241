# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-03.expected.
ip netns add k-a
ip netns exec k-a iptables -w -t raw -I b 1 -p gre -m tcp --dport 80 -o eth0 -m mark --mark 0x0/0xffff0000 -m comment --comment "two words" -j LOG
ip netns exec k-a iptables -w 5 -t nat -S INPUT
ip netns exec k-a iptables -w 5 -t security -A d --dst 10.0.0.5/24 -p dccp -j neutron-filter-top
ip netns exec k-a iptables -w -t nat -A d -m limit --limit 13/h --limit-burst 10 -p tcp -m tcp --destination-port 443 ! --syn -j ACCEPT
ip netns exec k-a iptables -N Zz
ip netns exec k-a iptables -t raw -N neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -t filter -I FORWARD 4 -m state --state ESTABLISHED,RELATED --src 0x0a.0.0.1 -p 256 -m multiport --ports http,https -j ACCEPT
ip netns exec k-a iptables -w -N neutron-l3-agent-INPUT
ip netns exec k-a iptables -w -t nat -A INPUT -m state --state INVALID -m connmark --mark 010 -j ACCEPT
ip netns exec k-a iptables -N neutron-l3-agent-mark
ip netns exec k-a iptables -w -t nat -D d -m limit --limit 13/h --limit-burst 10 -p tcp -m tcp --destination-port 443 ! --syn -j ACCEPT
ip netns exec k-a iptables -t raw -S neutron-l3-agent-float-snat
ip netns exec k-a iptables -w 5 -t nat -S
ip netns exec k-a iptables-restore -n <<EOF
*filter
:OUTPUT ACCEPT [0:0]
:d - [0:0]
:neutron-l3-agent-scope - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -t raw -A d -m mark --mark 0x0/0xffff0000 -j NOTRACK
ip netns exec k-a iptables -w 5 -t mangle -X INPUT
ip netns exec k-a iptables-restore -n <<EOF
*raw
:PREROUTING ACCEPT [0:0]
:b - [0:0]
COMMIT
EOF
ip netns exec k-a iptables-restore -n -w 5 <<EOF
*nat
:INPUT - [0:0]
:OUTPUT - [0:0]
:POSTROUTING ACCEPT [0:0]
:Zz - [0:0]
:neutron-l3-agent-INPUT - [0:0]
-A PREROUTING -p tcp -m tcp -m multiport --dports x -m conntrack --ctstate NEW --destination 1.2.3.4/0 -j ACCEPT
-I PREROUTING 2 --line-numbers -j ACCEPT
-I neutron-l3-agent-INPUT 2 ! -o fg-1 -p 47 -m tcp --dport 80 -s 10.0.0.0/33 -j DNAT
-I OUTPUT -m conntrack --ctproto 17 -j DNAT
COMMIT
*filter
:OUTPUT ACCEPT [0:0]
:neutron-l3-agent-mark - [0:0]
-A INPUT -m connmark --mark -1 -j ACCEPT
-A Zz -m state --state EST -m physdev --physdev-is-bridged -m connmark --mark 1 -p icmp -m icmp --icmp-type 3 -m multiport --dports http,https -m conntrack ! --ctexpire 5:10 -m conntrack --ctstate FOO
-N neutron-filter-top
-P OUTPUT DROP
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*nat
:neutron-filter-top - [0:0]
:c - [0:0]
:neutron-l3-agent-float-snat - [0:0]
-A INPUT ! -d 255.255.255.255 -i qr-1a2b3c4d-5e --src 10.0.1.5 -j RETURN
-I neutron-l3-agent-float-snat 1 -d 172.24.4.20/32 --src 10.0.1.5 -j DROP
-R neutron-l3-agent-INPUT 2 -p icmp --icmp-type ttl-exceeded -o rfp-+ -m connmark --mark 0xff/0x0f -s 10.0.0.256 -i averyveryverylongname
-A PREROUTING -i rfp-1 -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*nat
-A PREROUTING -m conntrack ! --ctreplsrc 1.2.3.4/ --source 1.2.3.4/0 -i lo -j MASQUERADE --to-ports 1024-2048
-A OUTPUT -p tcp -m tcp --dport 53:53 -j ACCEPT
-A POSTROUTING -m connmark --mark -1 -m state --state INVALID -p 17 -m udp --dport 0:65535 --spor domain ! --destination 10.0.0.0/33 -j ACCEPT
-A INPUT -m state --state RELATED,ESTABLISHED -m connmark --mark 1 -m conntrack --ctstate E,R -p udp -m udp --dport 80:70 -j ACCEPT
-A neutron-filter-top -m connmark ! --mark 0x1/0xffff -i fg-1 -m mark --mark 1/2/3 -j neutron-l3-agent-INPUT
-N a
[3:4] -D PREROUTING -m conntrack ! --ctreplsrc 1.2.3.4/ --source 1.2.3.4/0 -i lo -j MASQUERADE --to-ports 1024-2048
-A PREROUTING -s 10.0.0.1,10.0.0.2
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t nat -N c
ip netns exec k-a iptables -w 5 -t mangle -R OUTPUT 1 -m conntrack --ctstate RELATED,ESTABLISHED -m state --state FOO -d 10.0.1.5 -m conntrack --ctorigdstport 80:90 -j CONNMARK --save-mark --nfmask 0xffff0000 --ctmask 0xffff0000
ip netns exec k-a iptables -w -t filter -I neutron-l3-agent-mark -m mark ! --mark 0x0/0xffff0000 -m connmark --mark zz -m state --state RELATED,ESTABLISHED --source 10.0.0.256 -d 224.0.0.0/4 -p udp --dport 9697 -j LOG --log-uid --log-tcp-options
ip netns exec k-a iptables -w 5 -t mangle -A c -p tcp --destination-port 67:68 --source-port 53:53 -m mark --mark 1x -m state --state ESTABLISHED,RELATED -i eth0 -j RETURN
ip netns exec k-a iptables -w -t nat -S POSTROUTING
ip netns exec k-a iptables -t nat -D OUTPUT -p tcp -m tcp --dport 53:53 -j ACCEPT
ip netns exec k-a iptables -t raw -R neutron-l3-agent-float-snat 2 -s 0.0.0.0/0 -m connmark --mark 0x4000000/0xffff0000 -p udp -o rfp-+ -f -j CT
ip netns exec k-a iptables -w -X d
ip netns exec k-a iptables -w -t nat -A PREROUTING ! -d 1.2.3.4/ -p udp -m udp --destination-port nosuch --sport nosuch -j ACCEPT
ip netns exec k-a iptables-restore <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:neutron-l3-agent-mark - [0:0]
-A neutron-l3-agent-mark -m conntrack --ctstate DNAT -m state --state N -j CT
-A PREROUTING -m comment --comment "it's" -g neutron-l3-agent-mark
COMMIT
EOF
ip netns exec k-a iptables-save -c
