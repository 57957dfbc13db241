# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-16.expected.
ip netns add k-a
ip netns exec k-a iptables -Z
ip netns exec k-a iptables -w -t nat -v -Z
ip netns exec k-a iptables -w -t raw -A neutron-l3-agent-INPUT -p tcp --src 10.1.2.3/255.0.255.0 --dst 10.0.0.1,10.0.0.2 -j NOTRACK
ip netns exec k-a iptables -w 5 -t nat -I OUTPUT -o qr-+ -m comment --comment a.b -j DNAT
ip netns exec k-a iptables -A a -j MARK --set-xmark 1/ -i averyveryverylongname -p udp -m udp --dport 0 --sport http
ip netns exec k-a iptables -w -t filter -E d d
ip netns exec k-a iptables -w -t nat -C OUTPUT -o qr-+ -m comment --comment a.b -j DNAT
ip netns exec k-a iptables -t mangle -R PREROUTING 1 -m conntrack --ctstate new -i qg-1234abcd-ef -j ACCEPT
ip netns exec k-a iptables -w -t raw -S OUTPUT
ip netns exec k-a iptables-restore <<EOF
*nat
:INPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
:neutron-l3-agent-float-snat - [0:0]
:MYCHAIN - [0:0]
:neutron-l3-agent-scope - [0:0]
COMMIT
*mangle
:PREROUTING - [0:0]
:INPUT DROP [0:0]
:Zz - [0:0]
:c - [0:0]
-D c 1
-I c 2 -d 169.254.169.254/32 -p udp -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -j RETURN
-I INPUT 0 -m conntrack --ctstate NEW -m connmark --mark 010 -m state --state N -p icmp -j CONNMARK --restore-mark --nfmask 1
-N c
-A Zz -m conntrack --ctstate NEW -m connmark --mark 0xffffffff -m conntrack --ctorigdstport 80:90 -m mark --mark 0xff/0x0f -m state --state RELATED,ESTABLISHED --destination 10.0.0.0/8 -j MARK --or-mark 0xffffffff
-P POSTROUTING ACCEPT
-A c -j MARK --or-mark 0xff/0x0f -o averyveryverylongname -i qr-1a2b3c4d-5e -m mark --mark 4294967296
-D c 3
COMMIT
EOF
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables-restore -n <<EOF
*security
:OUTPUT - [0:0]
:b - [0:0]
:a - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t nat -A MYCHAIN -p udp -m comment --comment "two words" -m limit --limit 1/x --src 10.0.1.5/32 -m state --state ESTABLISHED,RELATED -j MASQUERADE --to-ports 1024-2048
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:PREROUTING ACCEPT [0:0]
:FORWARD DROP [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING ACCEPT [0:0]
-A Zz -m limit --limit 10/hour -o lo -i + -p icmp -m icmp --icmp-type port-unreachable -j ACCEPT
-A INPUT -n -f --src 10.0.0.256 -j c
-N a
-F INPUT
COMMIT
EOF
ip netns exec k-a iptables -w -t nat -S POSTROUTING
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:INPUT - [0:0]
:OUTPUT - [0:0]
:POSTROUTING - [0:0]
:Zz - [0:0]
-X neutron-l3-agent-scope
-D neutron-l3-agent-float-snat 1
COMMIT
*filter
:OUTPUT ACCEPT [0:0]
:b - [0:0]
:neutron-filter-top - [0:0]
:d - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -t nat -I neutron-l3-agent-float-snat 99 --destination 10.0.1.5 -j REDIRECT --to-ports 1:2
ip netns exec k-a iptables-restore -n <<EOF
*raw
:OUTPUT - [0:0]
-I d 1 -m conntrack --ctstate NEW ! -o eth0 -p 47 -m state ! --state EST -j REJECT
[3:4] -A PREROUTING -m mark --mark 0x0/0xffff0000 -p udp -m udp --destination-port 99999 -m state --state FOO -j NOTRACK
-R OUTPUT 2 ! --destination 1.2.3.4/ -m mark --mark 0x0/0xffff0000 -m conntrack --ctstatus NONE -p tcp --tcp-option 0 -j RETURN
-N MYCHAIN
*security
:OUTPUT - [0:0]
:a - [0:0]
:c - [0:0]
:d - [0:0]
-A FORWARD -m comment --comment "two words" -p tcp -m tcp --dport 80 -j DNAT --to-destination 172.24.4.29 --persistent --random
-F a
-R b 9 -m mac ! --mac-source 1:2:3:4:5:6 -m mark --mark 1/ -m connmark --mark 0x0/0xffff0000 -s 192.168.1 -j ACCEPT
-A Zz -j a --dst 10.0.0.5/24 -m nosuch
COMMIT
EOF
ip netns exec k-a iptables -t filter -S -v
ip netns exec k-a iptables -w -t raw -L PREROUTING -n
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:OUTPUT ACCEPT [0:0]
:POSTROUTING - [0:0]
-D PREROUTING 1
-N d
-A neutron-l3-agent-scope --source 127.0.0.1 -o qg-1234abcd-ef -m mark ! --mark -1 -m state --state UNTRACKED -j ACCEPT
-N Zz
*mangle
:FORWARD - [0:0]
:OUTPUT - [0:0]
:POSTROUTING ACCEPT [0:0]
:neutron-filter-top - [0:0]
:neutron-l3-agent-INPUT - [0:0]
:d - [0:0]
-A d -m mark --mark 0x1/0xffff -m conntrack --ctexpire 5:10 -p tcp -m tcp --dport 1024:65535 ! --source-port 99999 -j MARK --and-mark 0x1/0xffff
[3:4] -X FORWARD
COMMIT
EOF
ip netns exec k-a iptables -w -t filter -R FORWARD 1 -p ospf --dst 10.0.0.0/8
ip netns exec k-a iptables -w 5 -t nat -v -N neutron-l3-agent-float-snat
ip netns exec k-a iptables -w 5 -t mangle -D c -j MARK --or-mark 0xff/0x0f -o averyveryverylongname -i qr-1a2b3c4d-5e -m mark --mark 4294967296
ip netns exec k-a iptables -t mangle -A d -p icmp --icmp-type 256 --src 10.1.2.3/255.255.0.0 --dst 224.0.0.0/4 -j CONNMARK --restore-mark --mask 0xff
ip netns exec k-a iptables -t nat -v -L neutron-filter-top -n
ip netns exec k-a iptables -w 5 -t filter -A OUTPUT ! -p icmp ! --icmp-type network -m conntrack --ctreplsrc 10.0.0.256 -j REJECT --reject-with icmp6-adm-prohibited
ip netns exec k-a iptables -I OUTPUT 1 -s 0x0a.0.0.1 -o rfp-+ -j CONNMARK
ip netns exec k-a iptables -I INPUT 2 -m conntrack --ctstate FOO -d 1.2.3.4/31 -p esp
ip netns exec k-a iptables-save -t filter
ip netns exec k-a iptables-save -c
