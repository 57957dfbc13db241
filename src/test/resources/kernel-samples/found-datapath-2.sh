# family: datapath
# seed: 100003
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a link add w0 address fa:16:3e:08:19:0f type veth peer name w1 address fa:16:3e:57:14:59 netns k-b
ip -n k-a link set w0 up
ip -n k-b link set w1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-b addr add 10.0.1.2/24 dev v1
ip -n k-a addr add 10.0.2.1/24 dev w0
ip -n k-b addr add 10.0.2.2/24 dev w1
ip -n k-b link set lo up
ip -n k-b addr add 10.9.9.9/32 dev lo
ip -n k-a route add 10.9.9.0/24 via 10.0.1.2
ip netns exec k-a iptables -A OUTPUT -p icmp -m icmp --icmp-type 0
ip netns exec k-a iptables -t mangle -A PREROUTING -p icmp -m icmp --icmp-type 11
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip -n k-a link set v0 down
ip netns exec k-b ping -c1 -W1 -n 10.0.2.99
ip -n k-a link set v0 up
ip netns exec k-b ping -c1 -W1 -n 10.0.2.1
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip -n k-a route get 10.0.2.2 oif v0
ip netns exec k-a iptables -t mangle -L PREROUTING -v -x -n
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-a route add 10.7.7.7/32 dev w0
ip netns exec k-b ping -c1 -W1 -n 10.8.8.8
ip netns exec k-b ping -c1 -W1 -n 10.8.8.8
ip -n k-a route get 10.0.1.255
ip netns exec k-b iptables -t nat -A PREROUTING -d 10.7.7.7/32 -j DNAT --to-destination 10.9.9.9
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip netns exec k-b iptables -t nat -D PREROUTING 1
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip netns exec k-b sysctl -w net.ipv4.conf.all.arp_filter=1
ip netns exec k-a ping -c1 -W1 -n 10.0.1.255
ip netns exec k-a iptables -t mangle -L PREROUTING -v -x -n
