# family: datapath
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-b link add w0 type veth peer name w1 netns k-c
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-b link set w0 up
ip -n k-c link set w1 up
ip -n k-a addr add 2001:db8:1::5/64 dev v0
ip -n k-b addr add 2001:db8:1::1/64 dev v1
ip -n k-b addr add 2001:db8:2::1/64 dev w0
ip -n k-c addr add 2001:db8:2::5/64 dev w1
ip -n k-a -6 route add default via 2001:db8:1::1
ip -n k-c -6 route add default via 2001:db8:2::1
ip netns exec k-a ping -c1 -W1 -n 2001:db8:1::1
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::1
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::5
ip netns exec k-b sysctl -w net.ipv6.conf.all.forwarding=1
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::5
ip netns exec k-c ping -c1 -W1 -n 2001:db8:1::5
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::77
ip netns exec k-a ping -c1 -W1 -n 2001:db8:9::77
ip netns exec k-a ping -c1 -W1 -n -t 1 2001:db8:2::5
ip netns exec k-b ip6tables -A FORWARD -p ipv6-icmp -m icmp6 --icmpv6-type 128 -j REJECT
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::5
ip netns exec k-b ip6tables -L FORWARD -v -x -n
ip netns exec k-b ip6tables -F
ip -n k-b -6 route add prohibit 2001:db8:7::/64
ip -n k-b -6 route add unreachable 2001:db8:8::/64
ip -n k-b -6 route add blackhole 2001:db8:6::/64
ip netns exec k-a ping -c1 -W1 -n 2001:db8:7::5
ip netns exec k-a ping -c1 -W1 -n 2001:db8:8::5
ip netns exec k-a ping -c1 -W1 -n 2001:db8:6::5
ip netns exec k-b ping -c1 -W1 -n 2001:db8:7::5
ip netns exec k-b ping -c1 -W1 -n 2001:db8:8::5
ip netns exec k-b ping -c1 -W1 -n 2001:db8:6::5
ip -n k-a -6 route del default
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::5
ip netns exec k-b ip6tables -t nat -A POSTROUTING -s 2001:db8:1::/64 -j MASQUERADE
ip -n k-a -6 route add default via 2001:db8:1::1
ip netns exec k-a ping -c1 -W1 -n 2001:db8:2::5
ip netns exec k-b ip6tables -t nat -L POSTROUTING -v -x -n
