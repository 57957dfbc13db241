# family: datapath
# seed: 300003
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 address fa:16:3e:67:6d:73 type veth peer name eth0 address fa:16:3e:ee:7d:45 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add p-1 type veth peer name eth0 netns k-c
ip -n k-a link set p-1 up
ip -n k-c link set eth0 up
ip -n k-a link add p-2 address fa:16:3e:25:65:11 type veth peer name eth0 address fa:16:3e:61:64:31 netns k-d
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
ip netns exec k-b iptables -t raw -A OUTPUT -p icmp -m icmp --icmp-type 0
ip netns exec k-d iptables -t raw -A PREROUTING -m state --state RELATED,ESTABLISHED
ip netns exec k-d iptables -t mangle -A INPUT ! -i lo
ip netns exec k-a iptables -t mangle -A POSTROUTING -j CONNMARK --save-mark
ip netns exec k-b ping -c1 -W1 -n 10.2.0.2
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-a ping -c1 -W1 -n -t 3 192.0.2.1
ip netns exec k-c ping -c1 -W1 -n -s 1000 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n -m 5 10.2.0.2
ip netns exec k-d ping -c1 -W1 -n -t 3 10.0.1.5
ip netns exec k-c ping -c1 -W1 -n -t 3 10.2.0.2
ip netns exec k-a iptables -t mangle -D POSTROUTING 1
ip netns exec k-a sysctl -w net.ipv4.conf.qr-1.shared_media=0
ip netns exec k-a ping -c1 -W1 -n 10.2.0.2
ip netns exec k-c ping -c1 -W1 -n -s 2000 10.2.0.2
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-a ip route get 192.0.2.1
ip -n k-a route get 192.0.2.1 mark 0x10000
ip netns exec k-a sysctl -w net.ipv4.conf.qr-1.shared_media=1
ip netns exec k-d iptables -t raw -L PREROUTING -v -x -n
