# family: datapath
# seed: 300078
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 type veth peer name qr-2 netns k-c
ip -n k-a link set qr-2 up
ip -n k-c link set qr-2 up
ip -n k-c link add qr-1 address fa:16:3e:be:71:25 type veth peer name eth0 address fa:16:3e:b6:6f:37 netns k-d
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
ip netns exec k-b iptables -A OUTPUT -m conntrack --ctstate UNTRACKED
ip netns exec k-d iptables -t mangle -A FORWARD -m conntrack --ctstatus SEEN_REPLY
ip -n k-d link set eth0 mtu 552
ip netns exec k-a ping -c1 -W1 -n 10.0.3.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-c ping -c1 -W1 -n -s 1472 10.0.3.5
ip netns exec k-d ping -c1 -W1 -n -Q 16 10.0.2.2
ip -n k-d link set eth0 mtu 1500
ip netns exec k-b ping -c1 -W1 -n 10.0.3.1
ip netns exec k-b sysctl -w net.ipv4.conf.eth0.send_redirects=0
ip netns exec k-d ping -c1 -W1 -n 10.0.2.1
ip netns exec k-b sysctl -w net.ipv4.conf.eth0.send_redirects=1
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a iptables -t nat -A POSTROUTING -o qr-2 -j SNAT --to-source 10.0.2.77
ip netns exec k-d ping -c1 -W1 -n 10.0.2.1
ip -n k-b route get 10.0.3.66
ip netns exec k-d ping -c1 -W1 -n 10.0.1.5
ip netns exec k-c iptables -t mangle -A PREROUTING -p icmp -j MARK --set-mark 7
ip netns exec k-d ping -c1 -W1 -n 10.0.2.1
ip netns exec k-b sysctl -w net.ipv4.conf.eth0.rp_filter=1
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n -M do -s 1000 10.0.3.5
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
