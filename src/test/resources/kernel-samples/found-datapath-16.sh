# family: datapath
# seed: 200040
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add eth0 address fa:16:3e:9c:a7:61 type veth peer name a-1 address fa:16:3e:00:3c:dc netns k-b
ip -n k-a link set eth0 up
ip -n k-b link set a-1 up
ip -n k-b link add b-1 type veth peer name b-2 netns k-c
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
ip -n k-c route add prohibit 10.50.1.0/24
ip -n k-c route add throw 10.50.2.0/24
ip -n k-b route add prohibit 10.50.3.0/24
ip -n k-c route add unreachable 10.50.4.0/24
ip -n k-c link set lo up
ip -n k-c addr add 10.60.0.1/32 dev lo
ip -n k-a route add throw 10.51.1.0/24
ip -n k-a route add prohibit 10.51.2.0/24
ip -n k-a route add unreachable 10.51.3.0/24
ip netns exec k-c iptables -t raw -A OUTPUT -m conntrack --ctdir REPLY
ip netns exec k-b iptables -t mangle -A OUTPUT -p icmp -m icmp --icmp-type 11
ip netns exec k-c iptables -t raw -A OUTPUT -p icmp -m icmp --icmp-type 3
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b iptables -A OUTPUT -p icmp -m icmp --icmp-type 3 -j DROP
ip netns exec k-c ping -c1 -W1 -n 10.50.3.1
ip netns exec k-c ping -c1 -W1 -n 8.8.8.8
ip netns exec k-b iptables -D OUTPUT 1
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.rp_filter=1
ip netns exec k-a ping -c1 -W1 -n 10.0.1.77
ip -n k-a rule add to 10.60.0.1 prohibit priority 9
ip netns exec k-b ping -c1 -W1 -n 10.60.0.1
ip netns exec k-a ping -c1 -W1 -n 8.8.8.8
ip netns exec k-a ping -c1 -W1 -n 10.50.2.1
ip netns exec k-b ping -c1 -W1 -n 10.50.1.1
ip -n k-a rule del priority 9
ip netns exec k-b ping -c1 -W1 -n 10.60.0.1
ip netns exec k-c iptables -t raw -L OUTPUT -v -x -n
ip -n k-b route get 10.50.2.1 from 10.0.1.5 iif a-1
ip -n k-c route get 10.50.3.1 from 10.0.1.5 iif b-2
ip netns exec k-b sysctl -w net.ipv4.conf.a-1.rp_filter=0
ip netns exec k-a ping -c1 -W1 -n 10.60.0.1
ip netns exec k-c iptables -t raw -L OUTPUT -v -x -n
ip -n k-b route del default
ip netns exec k-a ping -c1 -W1 -n 10.50.3.1
ip netns exec k-b iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
