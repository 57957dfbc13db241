# family: datapath
# seed: 200088
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a link add w0 type veth peer name w1 netns k-b
ip -n k-a link set w0 up
ip -n k-b link set w1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-b addr add 10.0.1.2/24 dev v1
ip -n k-a addr add 10.0.2.1/24 dev w0
ip -n k-b addr add 10.0.2.2/24 dev w1
ip -n k-b link set lo up
ip -n k-b addr add 10.9.9.9/32 dev lo
ip -n k-a route add 10.9.9.0/24 via 10.0.1.2
ip netns exec k-b iptables -A OUTPUT -p icmp
ip netns exec k-a ping -c1 -W1 -n -b 10.0.1.255
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-b sysctl -w net.ipv4.conf.v1.arp_filter=1
ip netns exec k-b ping -c1 -W1 -n 10.8.8.8
ip netns exec k-b ping -c1 -W1 -n -m 5 10.8.8.8
ip netns exec k-a ping -c1 -W1 -n -I w0 10.0.1.1
ip netns exec k-b ping -c1 -W1 -n -t 3 10.9.9.9
ip -n k-a route get 10.9.9.9 from 10.0.2.1
ip netns exec k-a ping -c1 -W1 -n 10.9.9.8
ip netns exec k-b sysctl -w net.ipv4.conf.all.arp_filter=0
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-b sysctl -w net.ipv4.conf.w1.rp_filter=1
ip netns exec k-b ping -c1 -W1 -n 10.0.2.99
ip -n k-b route get 10.9.9.9 from 10.0.1.1 iif v1
ip -n k-a route get 10.9.9.9 from 10.0.2.1
ip netns exec k-b sysctl -w net.ipv4.conf.all.rp_filter=0
ip netns exec k-b ping -c1 -W1 -n 10.9.9.9
ip -n k-a route get 10.0.1.255
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
