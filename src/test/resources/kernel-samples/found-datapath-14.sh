# family: datapath
# seed: 200005
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add qr-1 type veth peer name eth0 netns k-b
ip -n k-a link set qr-1 up
ip -n k-b link set eth0 up
ip -n k-a link add qr-2 type veth peer name qr-2 netns k-c
ip -n k-a link set qr-2 up
ip -n k-c link set qr-2 up
ip -n k-c link add qr-1 address fa:16:3e:78:b0:50 type veth peer name eth0 address fa:16:3e:ea:d1:db netns k-d
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
ip netns exec k-b iptables -A OUTPUT -m conntrack --ctstate ESTABLISHED
ip netns exec k-a iptables -A OUTPUT -m conntrack --ctstate INVALID
ip netns exec k-c iptables -t mangle -A PREROUTING -m conntrack --ctstate SNAT
ip netns exec k-c iptables -A FORWARD -s 10.0.1.5/32 -j REJECT --reject-with icmp-host-unreachable
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip netns exec k-b ping -c1 -W1 -n -s 1380 10.0.3.1
ip netns exec k-b ping -c1 -W1 -n 10.0.3.5
ip netns exec k-a iptables -t filter -L FORWARD -v -x -n
ip netns exec k-a ping -c1 -W1 -n -s 1400 10.0.1.5
ip netns exec k-a ping -c1 -W1 -n 10.0.1.5
ip netns exec k-c sysctl -w net.ipv4.conf.qr-2.forwarding=0
ip netns exec k-b ping -c1 -W1 -n 10.0.3.66
ip netns exec k-c ip route get 10.0.1.5 from 10.0.3.5 iif qr-1
ip netns exec k-a ping -c1 -W1 -n 10.0.3.5
ip netns exec k-c sysctl -w net.ipv4.conf.qr-2.forwarding=1
ip -n k-c neigh replace 10.0.3.5 lladdr fa:16:3e:34:73:e5 dev qr-1 nud permanent
ip netns exec k-b ping -c1 -W1 -n 192.0.2.9
ip -n k-c neigh del 10.0.3.5 dev qr-1
ip netns exec k-b ping -c1 -W1 -n 10.0.3.99
ip netns exec k-a iptables -t nat -L POSTROUTING -v -x -n
ip netns exec k-a iptables -t nat -L PREROUTING -v -x -n
