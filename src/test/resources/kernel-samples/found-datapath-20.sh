# family: datapath
# seed: 300016
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 address fa:16:3e:c9:47:a1 type veth peer name qr-2 address fa:16:3e:f6:16:2a netns k-c
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
ip netns exec k-b iptables -A OUTPUT -m conntrack --ctstate SNAT
ip netns exec k-a iptables -A FORWARD -m conntrack --ctstate INVALID
ip netns exec k-a iptables -A OUTPUT -m conntrack --ctstate ESTABLISHED
ip netns exec k-d ping -c1 -W1 -n -Q 16 10.0.1.5
ip -n k-d addr add 10.0.3.66/32 dev eth0
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a iptables -t filter -L OUTPUT -v -x -n
ip -n k-d addr del 10.0.3.66/32 dev eth0
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip netns exec k-d iptables -I INPUT 1 -p icmp -j REJECT
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-d iptables -D INPUT 1
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip -n k-d link set eth0 mtu 68
ip netns exec k-b ping -c1 -W1 -n 10.0.3.99
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-d ping -c1 -W1 -n 10.0.1.5
ip netns exec k-d ping -c1 -W1 -n -b 10.0.1.5
ip netns exec k-a iptables -t mangle -A PREROUTING -i qr-1 -j DROP
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip netns exec k-a iptables -t filter -L OUTPUT -v -x -n
