# family: datapath
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns add k-d
ip -n k-a link add eth0 type veth peer name a0 netns k-b
ip -n k-a link set eth0 up
ip -n k-b link set a0 up
ip -n k-b link add b0 type veth peer name c0 netns k-c
ip -n k-b link set b0 up
ip -n k-c link set c0 up
ip -n k-a addr add 10.0.1.5/24 dev eth0
ip -n k-b addr add 10.0.1.1/24 dev a0
ip -n k-b addr add 10.0.9.1/24 dev b0
ip -n k-c addr add 10.0.9.2/24 dev c0
ip -n k-c route add default via 10.0.9.1
ip -n k-a route add default via 10.0.1.1
ip netns exec k-b sysctl -w net.ipv4.ip_forward=1
ip -n k-b addr add 10.0.1.2/24 dev a0
ip -n k-b route add 10.50.0.0/24 via 10.0.1.77
ip netns exec k-b iptables -A OUTPUT -p icmp -m icmp --icmp-type 5
ip netns exec k-a ping -c1 -W1 -n 10.50.0.1
ip -n k-a route get 10.50.0.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip -n k-b route replace 10.50.0.0/24 via 10.0.1.5
ip netns exec k-a ping -c1 -W1 -n 10.50.0.1
ip -n k-a route get 10.50.0.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-a ping -c1 -W1 -n 10.0.9.2
ip -n k-a neigh replace 10.0.1.77 lladdr fa:16:3e:00:00:77 dev eth0 nud permanent
ip -n k-b route replace 10.50.0.0/24 via 10.0.1.77
ip netns exec k-a ping -c1 -W1 -n 10.50.0.1
ip -n k-a route get 10.50.0.1
ip netns exec k-a ping -c1 -W1 -n 10.50.0.1
ip -n k-a route get 10.50.0.1
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-a sysctl -w net.ipv4.conf.all.accept_redirects=0
ip netns exec k-a sysctl -w net.ipv4.conf.eth0.accept_redirects=0
ip netns exec k-a ping -c1 -W1 -n 10.50.0.2
ip -n k-a route get 10.50.0.2
ip -n k-a route show table all
ip netns exec k-b sysctl -w net.ipv4.conf.all.send_redirects=0
ip netns exec k-a ping -c1 -W1 -n 10.50.0.3
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b sysctl -w net.ipv4.conf.a0.send_redirects=0
ip netns exec k-a ping -c1 -W1 -n 10.50.0.3
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b sysctl -w net.ipv4.conf.a0.send_redirects=1
ip netns exec k-b sysctl -w net.ipv4.conf.a0.shared_media=0
ip netns exec k-b sysctl -w net.ipv4.conf.all.shared_media=0
ip netns exec k-a ping -c1 -W1 -n 10.50.0.4
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip -n k-b route replace 10.50.0.0/24 via 10.0.2.77 dev a0 onlink
ip netns exec k-a ping -c1 -W1 -n 10.50.0.4
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
