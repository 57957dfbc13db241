# family: datapath
# seed: 300099
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add p-1 type veth peer name eth0 netns k-c
ip -n k-a link set p-1 up
ip -n k-c link set eth0 up
ip -n k-a link add p-2 type veth peer name eth0 netns k-d
ip -n k-a link set p-2 up
ip -n k-d link set eth0 up
ip -n k-a addr add 10.0.1.1/24 dev qr-1
ip -n k-b addr add 10.0.1.5/24 dev eth0
ip -n k-a addr add 10.1.0.1/24 dev p-1
ip -n k-c addr add 10.1.0.2/24 dev eth0
ip -n k-a addr add 10.2.0.1/24 dev p-2
ip -n k-d addr add 10.2.0.2/24 dev eth0
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-b route add default via 10.0.1.1
ip -n k-c link set lo up
ip -n k-c addr add 192.0.2.1/32 dev lo
ip -n k-c route add default via 10.1.0.1
ip -n k-d link set lo up
ip -n k-d addr add 192.0.2.1/32 dev lo
ip -n k-d route add default via 10.2.0.1
ip -n k-a route add 192.0.2.0/24 via 10.1.0.2
ip -n k-a route add 192.0.2.0/24 via 10.2.0.2 table 16
ip -n k-a rule add fwmark 0x10000/0xffff0000 lookup 16 priority 100
ip netns exec k-a iptables -t mangle -A PREROUTING -i qr-1 -s 10.0.1.5/32 -j MARK --set-xmark 0x10000/0xffff0000
ip netns exec k-c iptables -A INPUT -s 10.0.1.0/24 -p icmp
ip netns exec k-d iptables -A INPUT -s 10.0.1.0/24 -p icmp
ip netns exec k-a iptables -t mangle -A POSTROUTING -p icmp
ip netns exec k-a iptables -t mangle -A PREROUTING -m conntrack --ctstate INVALID -j DROP
ip netns exec k-b ping -c1 -W1 -n 192.0.2.1
ip -n k-a route get 192.0.2.1 from 10.0.1.5 iif qr-1
ip netns exec k-a ping -c1 -W1 -n 10.2.0.2
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-a iptables -t mangle -D PREROUTING -m conntrack --ctstate INVALID -j DROP
ip netns exec k-c ping -c1 -W1 -n 10.0.1.5
ip -n k-a route get 192.0.2.1 from 10.0.1.5 iif qr-1
ip -n k-d link set eth0 mtu 68
ip netns exec k-a ping -c1 -W1 -n 192.0.2.1
ip netns exec k-b ping -c1 -W1 -n 10.1.0.2
ip netns exec k-b ping -c1 -W1 -n -s 3000 10.1.0.2
ip netns exec k-a ping -c1 -W1 -n 192.0.2.1
ip -n k-d link set eth0 mtu 1500
ip netns exec k-c ping -c1 -W1 -n 10.2.0.2
ip -n k-a rule add iif qr-1 lookup 17 priority 50
ip netns exec k-b ping -c1 -W1 -n 192.0.2.1
ip netns exec k-b ping -c1 -W1 -n 10.2.0.2
ip netns exec k-a ping -c1 -W1 -n 192.0.2.1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=2
ip netns exec k-a ping -c1 -W1 -n 192.0.2.1
ip -n k-a rule del priority 50
ip netns exec k-b ping -c1 -W1 -n 192.0.2.1
ip netns exec k-d ping -c1 -W1 -n 10.0.1.5
ip -n k-a route get 192.0.2.1
ip netns exec k-b ping -c1 -W1 -n 10.1.0.2
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip -n k-a route get 192.0.2.1 mark 0x10000
ip netns exec k-a iptables -t mangle -L POSTROUTING -v -x -n
