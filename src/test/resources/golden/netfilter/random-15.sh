# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-15.expected.
ip netns add k-a
ip netns exec k-a iptables -w -I INPUT 1 -j ACCEPT -m comment --comment "yyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyyy" -m mark ! --mark 4294967296
ip netns exec k-a iptables -w 5 -t nat -Z
ip netns exec k-a iptables -A neutron-l3-agent-INPUT --src 192.168.1 -m state --state NEW, -j REJECT --reject-with icmp6-no-route
ip netns exec k-a iptables -L INPUT -x
ip netns exec k-a iptables -A FORWARD -o + -p dccp -m tcp --dport 80 -j DROP
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:INPUT ACCEPT [0:0]
:neutron-filter-top - [0:0]
:neutron-l3-agent-float-snat - [0:0]
:c - [0:0]
-N b
-A neutron-l3-agent-scope -m mark --mark 0x1/0xffff ! -i averyveryverylongname -j RETURN
-N neutron-l3-agent-scope
-A INPUT ! --dst 192.168.1 -s 10.0.1.5 -p tcp -m connmark --mark 1x -j REDIRECT
-D neutron-l3-agent-scope -m mark --mark 0x1/0xffff ! -i averyveryverylongname -j RETURN
[3:4] -N neutron-l3-agent-float-snat
-A POSTROUTING -m connmark --mark 0xffffffff -p icmp -m icmp ! --icmp-type ttl-exceeded --source 0.0.0.0/0 -j ACCEPT
-R INPUT 1 -p tcp -m tcp --dport 80 -j REDIRECT --to-ports http
COMMIT
EOF
ip netns exec k-a iptables -P FORWARD ACCEPT
ip netns exec k-a iptables -w 5 -t raw -I c abc -p icmp --icmp-type 135 -m mark ! --mark 4294967296 -j NOTRACK
ip netns exec k-a iptables -w 5 -X d
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:INPUT ACCEPT [0:0]
:FORWARD - [0:0]
:OUTPUT DROP [0:0]
:b - [0:0]
:neutron-l3-agent-scope - [0:0]
:neutron-l3-agent-mark - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w 5 -t raw -I neutron-l3-agent-float-snat 1 ! -i x --dst 169.254.169.254/32 -g neutron-l3-agent-float-snat
ip netns exec k-a iptables -w -I neutron-l3-agent-mark 99 -m connmark --mark 0xff/0x0f -p icmp ! --icmp-type time-exceeded -j Zz
ip netns exec k-a iptables -w -t nat -A OUTPUT -m state --state INVALID -m comment --comment "two words" -j ACCEPT
ip netns exec k-a iptables -w 5 -L -n -x --line-numbers
ip netns exec k-a iptables -t mangle -A FORWARD -m comment --comment "" --source 0/0 -d 10.1.2.3/255.255.0.0
ip netns exec k-a iptables -w -t mangle -v -P POSTROUTING DROP
ip netns exec k-a iptables-restore -n <<EOF
*nat
:PREROUTING ACCEPT [0:0]
:neutron-l3-agent-float-snat - [0:0]
-D POSTROUTING 1
-N a
-N a
-A neutron-filter-top -i + -j ACCEPT
-A neutron-filter-top -d 10.0.0.1,10.0.0.2 -j ACCEPT
-A neutron-filter-top -j SNAT --to-source 10.0.0.256
-I c -j DNAT -p 58 -m icmp ! --icmp-type 8/
-A c -p icmp ! --icmp-type ttl-exceeded -o eth0 --destination 169.254.169.254/32 -j MARK --and-mark 0x4000000/0xffff0000
COMMIT
EOF
ip netns exec k-a iptables -t raw -X
ip netns exec k-a iptables -w -t raw -I PREROUTING 1 -m conntrack --ctstate DNAT
ip netns exec k-a iptables -t raw -P OUTPUT REJECT
ip netns exec k-a iptables-save -c
