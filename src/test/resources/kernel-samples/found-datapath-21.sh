# family: datapath
# seed: 300031
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 address fa:16:3e:aa:a1:85 type veth peer name eth0 address fa:16:3e:03:10:2a netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 address fa:16:3e:91:8a:31 type veth peer name qr-2 address fa:16:3e:b7:5a:52 netns k-c
ip -n k-a link set qr-2 up
ip -n k-c link set qr-2 up
ip -n k-c link add qr-1 address fa:16:3e:97:d3:35 type veth peer name eth0 address fa:16:3e:cc:4f:7c netns k-d
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
ip netns exec k-a iptables -A FORWARD ! -i lo
ip netns exec k-a sysctl -w net.ipv4.ip_forward=0
ip netns exec k-d ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-d ping -c1 -W1 -n 10.0.2.2
ip -n k-a route get 10.0.3.5
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a ping -c1 -W1 -n -t 2 10.0.1.5
ip -n k-b link set eth0 mtu 1280
ip netns exec k-a ping -c1 -W1 -n 10.0.3.5
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip -n k-a route get 10.0.3.5 from 10.0.1.5 iif qr-1
ip netns exec k-c ping -c1 -W1 -n -s 1472 10.0.1.5
ip -n k-b link set eth0 mtu 1500
ip netns exec k-d ping -c1 -W1 -n -t 1 10.0.1.5
ip netns exec k-d sysctl -w net.ipv4.conf.eth0.proxy_arp_pvlan=1
ip netns exec k-a ping -c1 -W1 -n 10.0.3.5
ip netns exec k-d sysctl -w net.ipv4.conf.eth0.proxy_arp_pvlan=0
ip netns exec k-a ping -c1 -W1 -n 10.0.3.5
ip netns exec k-c sysctl -w net.ipv4.conf.qr-2.forwarding=0
ip netns exec k-a ping -c1 -W1 -n 10.0.3.1
ip netns exec k-c sysctl -w net.ipv4.conf.qr-2.forwarding=1
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-d ping -c1 -W1 -n -M want -s 1473 10.0.1.5
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-c sysctl -w net.ipv4.conf.qr-2.forwarding=0
ip netns exec k-d ping -c1 -W1 -n 10.0.2.1
ip netns exec k-c ping -c1 -W1 -n -m 5 10.0.1.1
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
