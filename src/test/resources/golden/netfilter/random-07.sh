# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in random-07.expected.
ip netns add k-a
ip netns exec k-a iptables -t mangle -C FORWARD -m mark ! --mark 1/2/3 ! --destination 10.0.0.256 -j Zz
ip netns exec k-a iptables -w 5 -t raw -R PREROUTING 9 -p 47 -j a
ip netns exec k-a iptables-restore -n <<EOF
*security
:FORWARD DROP [0:0]
:OUTPUT - [0:0]
:neutron-l3-agent-INPUT - [0:0]
:neutron-l3-agent-scope - [0:0]
:MYCHAIN - [0:0]
COMMIT
EOF
ip netns exec k-a iptables -w -t raw -F OUTPUT
ip netns exec k-a iptables -w -t raw -I b -m state ! --state ESTABLISHED,RELATED -m comment --comment "" -p 1 ! --icmp-type 8/ -m mark --mark 0xff/0x0f ! --source 10.1.2.3/255.0.255.0 -m conntrack --ctstate NEW -j MASQUERADE --random
ip netns exec k-a iptables -w 5 -t filter -N neutron-l3-agent-mark
ip netns exec k-a iptables -w 5 -t nat -D INPUT 2
ip netns exec k-a iptables -w 5 -t filter -I FORWARD -p udp -m tcp --dport 80 -m mark --mark 0xffffffff -j ACCEPT
ip netns exec k-a iptables -w -t nat -A neutron-l3-agent-scope -p 200 -j INPUT
ip netns exec k-a iptables -t nat -Z 1
ip netns exec k-a iptables -w 5 -N Zz
ip netns exec k-a iptables -w -t raw -A neutron-l3-agent-INPUT -p nosuch -j DROP
ip netns exec k-a iptables -w -t raw -N c
ip netns exec k-a iptables -I Zz 2 ! -i qg-1234abcd-ef --src 127.0.0.1 -m mark --mark -1 -j ACCEPT
ip netns exec k-a iptables -w -t nat -A neutron-l3-agent-INPUT --src 0.0.0.0/0 -p gre -m state --state UNTRACKED -j MASQUERADE --to-ports 1024-2048
ip netns exec k-a iptables-save -c
ip netns exec k-a iptables -t nat -A neutron-l3-agent-INPUT -m state --state N -m comment --comment "Perform source NAT on outgoing traffic."
ip netns exec k-a iptables -w 5 -Z 1
ip netns exec k-a iptables -w 5 -t security -I neutron-l3-agent-scope 1 -o qr-1a2b3c4d-5e -p icmp --icmp-type destination-unreachable -m state --state N -m mark --mark 0X10/0Xff -m mac --mac-source FA:16:3E:00:00:01 -j ACCEPT
ip netns exec k-a iptables -w 5 -S Zz
ip netns exec k-a iptables -w -t security -A neutron-l3-agent-scope -m state --state EST --dst 10.0.0.5/24 -j MARK --xor-mark 0X10/0Xff
ip netns exec k-a iptables -w -N neutron-l3-agent-scope
ip netns exec k-a iptables -w 5 -t filter -D FORWARD -p udp -m tcp --dport 80 -m mark --mark 0xffffffff -j ACCEPT
ip netns exec k-a iptables -w 5 -t mangle -D d 3
ip netns exec k-a iptables -w -D FORWARD -p udp -m tcp --dport 80 -m mark --mark 0xffffffff -j ACCEPT
ip netns exec k-a iptables -w -t nat -D neutron-l3-agent-scope -p 200 -j INPUT
ip netns exec k-a iptables -w 5 -t raw -D neutron-l3-agent-INPUT -p nosuch -j DROP
ip netns exec k-a iptables -w -t raw -A PREROUTING -p icmp --icmp-type redirect -m conntrack --ctstate INVALID,UNTRACKED -j ACCEPT
ip netns exec k-a iptables -t mangle -R neutron-l3-agent-float-snat 1 -p tcp -m tcp --dport http --dst 10.0.0.5/24 -m conntrack --ctstate RELATED,ESTABLISHED -m state ! --state N --src 10 -j CONNMARK --or-mark 0x3
ip netns exec k-a iptables-restore -v <<EOF
*raw
:PREROUTING - [0:0]
:OUTPUT ACCEPT [0:0]
:neutron-l3-agent-mark - [0:0]
-A PREROUTING -m connmark --mark 010 -i lo
-A PREROUTING -j CT --notrack
-R PREROUTING 9 -p tcp -m tcp --dport 80 -m multiport ! --dports 1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16 --src 1.2.3.4/ -j c
-I c 1 -m connmark --mark 0xffffffff --destination 169.254.169.254/32 -j NOTRACK
COMMIT
EOF
ip netns exec k-a iptables-save -c
