# family: datapath
# seed: 200071
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
ip -n k-a link set lo up
ip -n k-b link set lo up
ip -n k-b addr add 10.9.9.9/32 dev lo
ip -n k-a route add 10.9.9.0/24 via 10.0.1.2
ip netns exec k-b iptables -t mangle -A FORWARD -p icmp -m icmp --icmp-type 11
ip netns exec k-a iptables -t nat -L OUTPUT -v -x -n
ip netns exec k-a ping -c1 -W1 -n 127.0.0.1
ip netns exec k-b sysctl -w net.ipv4.conf.w1.arp_ignore=8
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip netns exec k-b ping -c1 -W1 -n -t 3 10.0.1.1
ip netns exec k-a ip route get 10.9.9.9
ip -n k-a route get 10.9.9.9 from 10.0.2.1
ip netns exec k-b sysctl -w net.ipv4.conf.all.arp_ignore=0
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-b addr add 10.0.1.1/32 dev lo
ip netns exec k-b ping -c1 -W1 -n 10.0.2.1
ip netns exec k-a ip route get 10.9.9.9 from 10.0.2.1
ip netns exec k-a ping -c1 -W1 -n -m 5 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.255
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-b ping -c1 -W1 -n -s 1372 10.0.2.99
ip netns exec k-b ping -c1 -W1 -n 10.0.1.1
ip netns exec k-a iptables -t nat -L OUTPUT -v -x -n
ip -n k-b addr del 10.0.1.1/32 dev lo
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
ip netns exec k-b ping -c1 -W1 -n -t 3 10.0.1.1
ip -n k-b route get 10.9.9.9 from 10.0.1.1 iif w1
ip netns exec k-a ping -c1 -W1 -n 10.9.9.9
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-b iptables -t mangle -L FORWARD -v -x -n
