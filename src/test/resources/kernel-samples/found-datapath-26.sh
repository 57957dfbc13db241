# family: datapath
# seed: 300139
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add rfp-1 type veth peer name fpr-1 netns k-c
ip -n k-a link set rfp-1 up
ip -n k-c link set fpr-1 up
ip -n k-c link add fg-1 type veth peer name eth0 netns k-d
ip -n k-c link set fg-1 up
ip -n k-d link set eth0 up
ip -n k-a addr add 10.0.1.1/24 dev qr-1
ip -n k-b addr add 10.0.1.5/24 dev eth0
ip -n k-a addr add 169.254.106.114/31 dev rfp-1
ip -n k-c addr add 169.254.106.115/31 dev fpr-1
ip -n k-c addr add 172.24.4.10/24 dev fg-1
ip -n k-d addr add 172.24.4.1/24 dev eth0
ip -n k-b route add default via 10.0.1.1
ip -n k-a rule add from 10.0.1.5 lookup 16 priority 57481
ip netns exec k-c sysctl -w net.ipv4.conf.fg-1.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-c route add 172.24.4.20/32 via 169.254.106.114 dev fpr-1
ip -n k-c route add default via 172.24.4.1 dev fg-1
ip -n k-a route add default via 169.254.106.115 dev rfp-1 table 16
ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a iptables-restore -n -w 10 <<EOF
*nat
:neutron-l3-agent-PREROUTING - [0:0]
:neutron-l3-agent-POSTROUTI - [0:0]
:neutron-l3-agent-float-snat - [0:0]
:neutron-postrouting-bottom - [0:0]
-I PREROUTING 1 -j neutron-l3-agent-PREROUTING
-I POSTROUTING 1 -j neutron-l3-agent-POSTROUTI
-I POSTROUTING 2 -j neutron-postrouting-bottom
-I neutron-postrouting-bottom 1 -j neutron-l3-agent-float-snat
-I neutron-l3-agent-PREROUTING 1 -d 172.24.4.20/32 -i rfp-1 -j DNAT --to-destination 10.0.1.5
-I neutron-l3-agent-POSTROUTI 1 ! -i rfp-1 ! -o rfp-1 -m conntrack ! --ctstate DNAT -j ACCEPT
-I neutron-l3-agent-float-snat 1 -s 10.0.1.5/32 -j SNAT --to-source 172.24.4.20
COMMIT
EOF
ip netns exec k-c iptables -t raw -A OUTPUT -p icmp
ip netns exec k-d iptables -A INPUT -m state --state RELATED,ESTABLISHED
ip netns exec k-d iptables -A OUTPUT -m mark ! --mark 0
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-c ping -c1 -W1 -n -m 5 169.254.106.114
ip netns exec k-c iptables -A FORWARD -f
ip netns exec k-c ping -c1 -W1 -n 172.24.4.20
ip netns exec k-c iptables -D FORWARD -f
ip -n k-c route get 172.24.4.20 from 172.24.4.1 iif fg-1
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-c sysctl -w net.ipv4.conf.fg-1.src_valid_mark=1
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n -t 2 169.254.106.115
ip netns exec k-b ping -c1 -W1 -n 172.24.4.1
ip netns exec k-a ping -c1 -W1 -n -I qr-1 10.0.1.1
ip netns exec k-b ping -c1 -W1 -n -s 1380 172.24.4.20
ip netns exec k-c sysctl -w net.ipv4.conf.fg-1.src_valid_mark=0
ip netns exec k-c iptables -t nat -A PREROUTING -p icmp -j REDIRECT
ip netns exec k-b ping -c1 -W1 -n 172.24.4.1
ip netns exec k-d ping -c1 -W1 -n -m 5 172.24.4.20
ip netns exec k-a ping -c1 -W1 -n 169.254.106.115
ip -n k-b link set eth0 mtu 68
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n 172.24.4.10
ip -n k-a rule del from 10.0.1.5 lookup 16
ip netns exec k-d ping -c1 -W1 -n 172.24.4.99
ip netns exec k-a iptables -t nat -L neutron-l3-agent-float-snat -v -x -n
ip netns exec k-a ping -c1 -W1 -n 172.24.4.1
ip netns exec k-a iptables -t nat -L neutron-l3-agent-float-snat -v -x -n
