# family: datapath
# seed: 300102
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 address fa:16:3e:c9:a2:52 type veth peer name eth0 address fa:16:3e:98:f3:97 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 type veth peer name qr-2 netns k-c
ip -n k-a link set qr-2 up
ip -n k-c link set qr-2 up
ip -n k-c link add qr-1 type veth peer name eth0 netns k-d
ip -n k-c link set qr-1 up
ip -n k-d link set eth0 up
ip -n k-a addr add 10.0.1.1/24 dev qr-1
ip -n k-a addr add 10.0.2.1/24 dev qr-2
ip -n k-c addr add 10.0.2.2/24 dev qr-2
ip -n k-c addr add 10.0.3.1/24 dev qr-1
ip -n k-b addr add 10.0.1.5/24 dev eth0
ip -n k-d addr add 10.0.3.5/24 dev eth0
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
ip -n k-b route add default via 10.0.1.1
ip -n k-d route add default via 10.0.3.1
ip -n k-a route add 10.0.3.0/24 via 10.0.2.2
ip -n k-c route add 10.0.1.0/24 via 10.0.2.1
ip netns exec k-b iptables -t raw -A PREROUTING -m mark ! --mark 0
ip netns exec k-d iptables -A FORWARD -m mark ! --mark 0
ip netns exec k-a iptables -t raw -A OUTPUT -m state --state RELATED,ESTABLISHED
ip netns exec k-a ping -c1 -W1 -n -s 0 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a iptables -t nat -A INPUT -p icmp -j SNAT --to-source 10.99.0.2
ip netns exec k-a ping -c1 -W1 -n 10.0.3.5
ip -n k-c link set qr-2 mtu 1300
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-d ping -c1 -W1 -n -t 3 10.0.2.1
ip netns exec k-a ping -c1 -W1 -n -b 10.0.1.5
ip netns exec k-a ping -c1 -W1 -n -s 1400 10.0.3.5
ip netns exec k-a iptables -t raw -L OUTPUT -v -x -n
ip netns exec k-d ping -c1 -W1 -n -s 0 10.0.2.2
ip -n k-c link set qr-2 mtu 1500
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b ip route get 10.0.3.66
ip netns exec k-a iptables -t nat -D INPUT -p icmp -j SNAT --to-source 10.99.0.2
ip netns exec k-b ping -c1 -W1 -n 10.0.3.66
ip netns exec k-a ping -c1 -W1 -n -t 1 10.0.3.5
ip netns exec k-a iptables -t nat -A PREROUTING -p icmp -j REDIRECT
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-d ping -c1 -W1 -n -t 2 10.0.2.2
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-b ping -c1 -W1 -n -s 100 10.0.3.5
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
