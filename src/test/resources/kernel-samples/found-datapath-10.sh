# family: datapath
# seed: 100046
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address fa:16:3e:2c:59:f7 type veth peer name v1 address fa:16:3e:94:0d:86 netns k-b
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
ip -n k-a addr add 10.8.8.8/32 dev lo
ip -n k-b route add 10.8.8.0/24 via 10.0.2.1
ip netns exec k-a iptables -t mangle -A POSTROUTING -p icmp -m icmp --icmp-type 8
ip netns exec k-b ping -c1 -W1 -n 10.9.9.9
ip netns exec k-b ping -c1 -W1 -n 10.9.9.9
ip netns exec k-b ping -c1 -W1 -n 10.9.9.9
ip netns exec k-b sysctl -w net.ipv4.conf.w1.rp_filter=2
ip netns exec k-b ping -c1 -W1 -n 10.0.2.99
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-b sysctl -w net.ipv4.conf.all.rp_filter=0
ip -n k-a link set v0 arp off
ip netns exec k-a ping -c1 -W1 -n 10.0.1.99
ip -n k-a link set v0 arp on
ip -n k-b addr add 10.0.1.1/32 dev lo
ip netns exec k-b ping -c1 -W1 -n 10.8.8.8
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-a ping -c1 -W1 -n 127.0.0.1
ip -n k-a route replace unreachable 10.9.9.0/24
ip netns exec k-b ping -c1 -W1 -n 10.0.2.99
ip netns exec k-a iptables -t mangle -L POSTROUTING -v -x -n
ip netns exec k-b ping -c1 -W1 -n 10.0.2.1
ip netns exec k-a ping -c1 -W1 -n 10.0.1.1
ip netns exec k-a ping -c1 -W1 -n 127.0.0.1
ip netns exec k-a ping -c1 -W1 -n 10.9.9.8
ip -n k-b addr del 10.0.1.1/32 dev lo
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
