# family: datapath
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 address fa:16:3e:e0:af:7b type veth peer name eth0 address fa:16:3e:98:2c:18 netns k-b
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
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-a rule add from 10.0.1.5 lookup 16 priority 57481
ip -n k-a route add default via 169.254.106.115 dev rfp-1 table 16
ip -n k-c route add 172.24.4.20/32 via 169.254.106.114 dev fpr-1
ip netns exec k-c sysctl -w net.ipv4.conf.fg-1.proxy_arp=1
ip netns exec k-a iptables -t nat -A PREROUTING -d 172.24.4.20/32 -i rfp-1 -j DNAT --to-destination 10.0.1.5
ip netns exec k-a iptables -t nat -A POSTROUTING -s 10.0.1.5/32 -j SNAT --to-source 172.24.4.20 --random-fully
ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
ip -n k-a addr add 172.24.4.20/32 dev rfp-1
ip -n k-a link set qr-1 mtu 1450
ip -n k-b link set eth0 mtu 1450
ip netns exec k-a iptables -A OUTPUT -p icmp -m icmp --icmp-type 3
ip netns exec k-d ping -c1 -W1 -n -s 1422 172.24.4.20
ip netns exec k-d ping -c1 -W1 -n -s 1423 172.24.4.20
ip -n k-d route get 172.24.4.20
ip netns exec k-d ping -c1 -W1 -n -s 1423 172.24.4.20
ip netns exec k-d ping -c1 -W1 -n -s 1473 172.24.4.20
ip netns exec k-a iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b ping -c1 -W1 -n -s 4000 172.24.4.1
ip -n k-a route add 172.24.4.0/24 via 169.254.106.115 dev rfp-1
ip netns exec k-d ping -c1 -W1 -n -s 1423 172.24.4.20
ip -n k-d route get 172.24.4.20
ip netns exec k-d ping -c1 -W1 -n -s 1423 172.24.4.20
ip netns exec k-a iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
