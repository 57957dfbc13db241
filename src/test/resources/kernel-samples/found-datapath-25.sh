# family: datapath
# seed: 300127
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add rfp-1 address fa:16:3e:c0:b5:05 type veth peer name fpr-1 address fa:16:3e:50:91:f4 netns k-c
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
ip netns exec k-c sysctl -w net.ipv4.conf.fg-1.proxy_arp=1
ip -n k-c route add 172.24.4.20/32 via 169.254.106.114 dev fpr-1
ip -n k-a rule add from 10.0.1.5 lookup 16 priority 57481
ip -n k-a route add default via 169.254.106.115 dev rfp-1 table 16
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-c route add default via 172.24.4.1 dev fg-1
ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a iptables -t nat -A PREROUTING -d 172.24.4.20/32 -i rfp-1 -j DNAT --to-destination 10.0.1.5
ip netns exec k-a iptables -t nat -A POSTROUTING -s 10.0.1.5/32 -j SNAT --to-source 172.24.4.20 --random-fully
ip netns exec k-b iptables -t mangle -A INPUT ! -i lo
ip netns exec k-a iptables -A OUTPUT -m conntrack --ctstatus SEEN_REPLY
ip netns exec k-d iptables -A OUTPUT -m conntrack --ctstate NEW
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip -n k-c link set fpr-1 mtu 1400
ip netns exec k-a ping -c1 -W1 -n 169.254.106.115
ip netns exec k-a sysctl -w net.ipv4.conf.rfp-1.rp_filter=1
ip netns exec k-b ping -c1 -W1 -n 172.24.4.20
ip netns exec k-a iptables -t nat -L INPUT -v -x -n
ip netns exec k-b ping -c1 -W1 -n 8.8.8.8
ip netns exec k-d ping -c1 -W1 -n -Q 16 172.24.4.20
ip netns exec k-a sysctl -w net.ipv4.conf.rfp-1.rp_filter=0
ip netns exec k-b ping -c1 -W1 -n 8.8.8.8
ip netns exec k-b ping -c1 -W1 -n -s 2000 169.254.106.115
ip netns exec k-a iptables -A FORWARD -i rfp-1 -m conntrack --ctstate DNAT -j DROP
ip netns exec k-b ping -c1 -W1 -n 172.24.4.1
ip netns exec k-c ping -c1 -W1 -n -s 8 172.24.4.20
ip netns exec k-b ping -c1 -W1 -n -t 1 172.24.4.10
ip netns exec k-b ping -c1 -W1 -n -I eth0 172.24.4.20
ip netns exec k-c iptables -A FORWARD ! -f
ip netns exec k-c ping -c1 -W1 -n 169.254.106.114
ip netns exec k-b ping -c1 -W1 -n 169.254.106.115
ip netns exec k-a ping -c1 -W1 -n 172.24.4.20
ip netns exec k-c iptables -t nat -A POSTROUTING -j SNAT --to-source 10.99.0.1
ip netns exec k-b ping -c1 -W1 -n 172.24.4.20
ip netns exec k-a iptables -t nat -L INPUT -v -x -n
