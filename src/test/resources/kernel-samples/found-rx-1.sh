# family: datapath
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 address fa:16:3e:c8:67:cf type veth peer name eth0 address fa:16:3e:f6:41:97 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 address fa:16:3e:c5:20:e6 type veth peer name qr-2 address fa:16:3e:1a:b0:fd netns k-c
ip -n k-a link set qr-2 up
ip -n k-c link set qr-2 up
ip -n k-c link add qr-1 address fa:16:3e:c3:57:ad type veth peer name eth0 address fa:16:3e:59:7e:0a netns k-d
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
ip netns exec k-b iptables -A OUTPUT -p icmp
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip -n k-a link set qr-1 mtu 200
ip netns exec k-b ping -c1 -W1 -n -s 176 10.0.1.1
ip netns exec k-b ping -c1 -W1 -n -s 177 10.0.1.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b ping -c1 -W1 -n -s 500 10.0.1.1
ip netns exec k-b ping -c1 -W1 -n -s 500 10.0.3.5
ip netns exec k-b ping -c1 -W1 -n -s 172 10.0.3.5
ip netns exec k-d ping -c1 -W1 -n -s 500 10.0.1.5
ip netns exec k-d ping -c1 -W1 -n -s 500 10.0.1.5
ip netns exec k-d ping -c1 -W1 -n -M dont -s 500 10.0.1.5
ip -n k-a link set qr-1 mtu 1500
ip -n k-b link set eth0 mtu 500
ip netns exec k-b ping -c1 -W1 -n -s 1000 10.0.3.5
ip netns exec k-b ping -c1 -W1 -n -b -s 1000 10.0.3.5
ip netns exec k-b ping -c1 -W1 -n -b -s 400 10.0.3.5
ip netns exec k-d ping -c1 -W1 -n -s 1000 10.0.1.5
ip netns exec k-d ping -c1 -W1 -n -s 476 10.0.1.5
ip netns exec k-d ping -c1 -W1 -n -s 480 10.0.1.5
ip netns exec k-a ping -c1 -W1 -n -s 600 10.0.1.5
ip netns exec k-a iptables -A OUTPUT -p icmp
ip netns exec k-a iptables -t filter -L OUTPUT -v -x -n
ip -n k-b neigh flush dev eth0
ip netns exec k-b ping -c1 -W1 -n -s 1000 10.0.1.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
