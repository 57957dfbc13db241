# family: datapath
# seed: 300140
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add eth0 type veth peer name a-1 netns k-b
ip -n k-a link set eth0 up
ip -n k-b link set a-1 up
ip -n k-b link add b-1 address fa:16:3e:6b:66:d7 type veth peer name b-2 address fa:16:3e:a1:de:3e netns k-c
ip -n k-b link set b-1 up
ip -n k-c link set b-2 up
ip -n k-a addr add 10.0.1.5/24 dev eth0
ip -n k-b addr add 10.0.1.1/24 dev a-1
ip -n k-b addr add 169.254.31.28/31 dev b-1
ip -n k-c addr add 169.254.31.29/31 dev b-2
ip netns exec k-b sysctl -w net.ipv4.ip_forward=1
ip netns exec k-c sysctl -w net.ipv4.ip_forward=1
ip -n k-a route add default via 10.0.1.1
ip -n k-b route add default via 169.254.31.29
ip -n k-c route add default via 169.254.31.28
ip -n k-c route add unreachable 10.50.1.0/24
ip -n k-c route add throw 10.50.2.0/24
ip -n k-c route add blackhole 10.50.3.0/24
ip -n k-b route add throw 10.50.4.0/24
ip -n k-c link set lo up
ip -n k-c addr add 10.60.0.1/32 dev lo
ip -n k-a route add throw 10.51.1.0/24
ip -n k-a route add prohibit 10.51.2.0/24
ip -n k-a route add prohibit 10.51.3.0/24
ip netns exec k-b iptables -A INPUT -p icmp -m icmp --icmp-type 0
ip netns exec k-b iptables -A FORWARD -m conntrack --ctstate NEW
ip netns exec k-b iptables -t mangle -A OUTPUT -m conntrack --ctstate INVALID
ip netns exec k-b iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a ping -c1 -W1 -n -m 5 8.8.8.8
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.accept_local=1
ip netns exec k-a ping -c1 -W1 -n 10.51.1.1
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.accept_local=0
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.rp_filter=1
ip netns exec k-a ping -c1 -W1 -n 10.50.4.1
ip netns exec k-a ping -c1 -W1 -n -s 1400 169.254.31.29
ip netns exec k-b ping -c1 -W1 -n -t 2 10.0.1.5
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.rp_filter=0
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.arp_ignore=1
ip netns exec k-b ping -c1 -W1 -n 10.50.2.1
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip netns exec k-a ping -c1 -W1 -n 8.8.8.8
ip netns exec k-a ping -c1 -W1 -n 10.51.1.1
ip netns exec k-c iptables -A FORWARD ! -f
ip netns exec k-b ping -c1 -W1 -n 10.0.1.5
ip -n k-a link set eth0 mtu 576
ip netns exec k-c ping -c1 -W1 -n 10.50.3.1
ip netns exec k-c ping -c1 -W1 -n -b 127.0.0.1
ip -n k-b route get 10.60.0.1 from 10.60.0.1 iif a-1
ip netns exec k-b iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a ping -c1 -W1 -n 10.0.1.77
ip netns exec k-c ping -c1 -W1 -n -s 1000 10.0.1.5
ip netns exec k-b iptables -t filter -L FORWARD -v -x -n
