# family: found
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-b link add b1 type veth peer name c0 netns k-c
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip -n k-b link set b1 up
ip -n k-c link set c0 up
ip -n k-a addr add 10.0.1.1/24 dev a0
ip -n k-b addr add 10.0.1.2/24 dev b0
ip -n k-b addr add 10.0.2.1/24 dev b1
ip -n k-c addr add 10.0.2.2/24 dev c0
ip -n k-a route add default via 10.0.1.2
ip -n k-c route add default via 10.0.2.1
ip netns exec k-b sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip -n k-b rule add ipproto icmp prohibit priority 100
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0 ipproto icmp
ip -n k-b rule del ipproto icmp
ip -n k-b rule add ipproto tcp prohibit priority 100
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0 ipproto tcp
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0
ip -n k-b rule del ipproto tcp
ip -n k-b rule add ipproto icmp iif lo prohibit priority 100
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0 ipproto icmp
ip -n k-b rule del ipproto icmp
ip -n k-b rule add uidrange 0-0 prohibit priority 100
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-b rule del priority 100
ip -n k-b rule add uidrange 1-1000 prohibit priority 100
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip -n k-b rule del priority 100
ip -n k-b rule add dport 1025 prohibit priority 100
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip -n k-b rule del priority 100
ip -n k-b rule add ipproto udp prohibit priority 100
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip -n k-b route get 10.0.2.2
ip -n k-b route get 10.0.2.2 ipproto icmp
ip -n k-b route get 10.0.2.2 from 10.0.1.1 iif b0
ip -n k-b rule del priority 100
ip -n k-b rule add l3mdev prohibit priority 100
ip netns exec k-b ping -c1 -W1 -n 10.0.2.2
ip -n k-b rule del priority 100
ip -n k-a rule add ipproto icmp lookup 16 priority 90
ip -n k-a rule add ipproto udp prohibit priority 91
ip -n k-a route add prohibit 10.0.2.2 table 16
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip -n k-a rule del priority 91
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-a ping -c1 -W1 -n -I 10.0.1.1 10.0.2.2
ip -n k-b rule add ipproto icmp lookup 17 priority 100
ip -n k-b route add unreachable 10.0.2.2 table 17
ip -n k-a rule del priority 90
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
ip netns exec k-b sysctl -w net.ipv4.conf.all.rp_filter=1
ip -n k-b route replace unreachable 10.0.1.1 table 17
ip -n k-b route del 10.0.2.2 table 17
ip netns exec k-a ping -c1 -W1 -n 10.0.2.2
