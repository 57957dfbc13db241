# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name w0 netns k-b
ip -n k-a link add v1 type veth peer name w1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set w0 up
ip -n k-a link set v1 up
ip -n k-b link set w1 up
ip -n k-a addr add 10.0.1.1/24 brd + dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a addr add 10.0.3.1/32 dev lo
ip -n k-a addr add 10.0.4.1/24 peer 10.0.5.1/24 dev v1
ip -n k-a route get 10.0.3.1
ip -n k-a link set lo up
ip -n k-a route get 10.0.3.1
ip -n k-a route get 10.0.3.1 from 10.0.3.1
ip -n k-a route get 10.0.3.1 from 10.0.1.1 oif v1
ip -n k-a route get 10.0.1.9 from 10.0.3.1
ip -n k-a route get 10.0.1.9 from 10.0.2.1
ip -n k-a route get 10.0.1.9 from 10.0.9.9
ip -n k-a route get 10.0.1.9 oif v1
ip -n k-a route get 10.0.1.9 oif lo
ip -n k-a route get 10.0.1.9 oif v1 from 10.0.1.1
ip -n k-a route get 10.0.1.9 oif missing0
ip -n k-a route get 10.0.1.9 iif missing0
ip -n k-a route get 10.0.1.9 iif v0 oif v1
ip -n k-a route get 10.0.5.1
ip -n k-a route get 10.0.5.7
ip -n k-a route get 10.0.4.7
ip -n k-a route get 10.0.1.255
ip -n k-a route get 10.0.2.255
ip -n k-a route get 10.0.1.0
ip -n k-a route get 255.255.255.255
ip -n k-a route get 255.255.255.255 oif v0
ip -n k-a route get 224.0.0.1
ip -n k-a route get 224.0.0.1 oif v0
ip -n k-a route get 239.1.1.1 oif v0
ip -n k-a route get 239.1.1.1 from 10.0.1.1
ip -n k-a route get 224.0.0.1 from 10.0.1.1 iif v0
ip -n k-a route get 239.1.1.1 from 10.0.1.9 iif v0
ip -n k-a route get 224.0.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 127.0.0.5
ip -n k-a route get 127.0.0.5 from 10.0.1.1
ip -n k-a route get 10.0.1.9 from 127.0.0.1
ip -n k-a route get 0.0.0.5
ip -n k-a route get 240.0.0.5
ip -n k-a route get 10.0.1.9/24
ip -n k-a route get default
ip -n k-a route get 10.0.1.9 10.0.1.10
ip -n k-a route get
ip -n k-a route get 10.0.1
ip -n k-a route get foo
ip -n k-a route get 10.0.1.9 foo 5
ip -n k-a route get 10.0.1.9 from
ip -n k-a route get to 10.0.1.9
ip -n k-a route get 10.0.1.9 mark 0
ip -n k-a route get 10.0.1.9 mark 15
ip -n k-a route get 10.0.1.9 mark 16
ip -n k-a route get 10.0.1.9 mark 0xffffffff
ip -n k-a route get 10.0.1.9 mark x
ip -n k-a -j route get 10.0.1.9
ip -n k-a -j -p route get 10.0.1.9 mark 17
ip -n k-a -d route get 10.0.1.9
ip -n k-a -o route get 10.0.1.9
ip -n k-a -N route get 10.0.3.1
ip -n k-a route add default via 10.0.3.1 dev lo
ip -n k-a route add 10.60.0.0/16 via 10.0.1.1
ip -n k-a route add 10.61.0.0/16 via 10.0.3.1
ip -n k-a route add 10.61.0.0/16 dev lo
ip -n k-a route add 10.62.0.0/16 via 10.0.3.1 dev v0
ip -n k-a route add 10.62.0.0/16 via 10.0.1.2 dev lo
ip -n k-a route add 10.62.0.0/16 via 127.0.0.1
ip -n k-a route add 10.63.0.0/16 via 127.0.0.2 dev lo
ip -n k-a route add local 10.64.0.0/16 dev lo
ip -n k-a route add local 10.65.0.0/16 dev v0
ip -n k-a route add broadcast 10.66.0.1 dev v0
ip -n k-a route add multicast 239.0.0.0/8 dev v0
ip -n k-a route add anycast 10.67.0.1 dev v0
ip -n k-a route add nat 10.68.0.1 dev v0
ip -n k-a route add blackhole 10.69.0.0/16
ip -n k-a route add unreachable 10.70.0.0/16 src 10.0.1.1
ip -n k-a route add prohibit 10.71.0.0/16 metric 7 proto static
ip -n k-a route add throw 10.72.0.0/16 table 16
ip -n k-a route add throw 10.73.0.0/16
ip -n k-a route show table all
ip -n k-a route get 10.60.0.1
ip -n k-a route get 10.61.0.1
ip -n k-a route get 10.63.0.1
ip -n k-a route get 10.64.0.1
ip -n k-a route get 10.65.0.1
ip -n k-a route get 10.65.0.1 from 10.65.0.2
ip -n k-a route get 10.0.1.9 from 10.65.0.2
ip -n k-a route get 10.66.0.1
ip -n k-a route get 239.1.1.1
ip -n k-a route get 239.1.1.1 oif v1
ip -n k-a route get 10.67.0.1
ip -n k-a route get 10.69.0.1
ip -n k-a route get 10.70.0.1
ip -n k-a route get 10.71.0.1
ip -n k-a route get 10.73.0.1
ip -n k-a route get 8.8.8.8
ip -n k-a route get 10.69.0.1 fibmatch
ip -n k-a route get 10.73.0.1 fibmatch
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-a route get 10.0.2.9 from 10.0.1.9 iif v0
ip -n k-a route get 10.0.1.8 from 10.0.1.9 iif v0
ip -n k-a route get 10.0.2.9 from 10.0.9.9 iif v0
ip -n k-a route get 10.60.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.61.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.64.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.66.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.0.2.255 from 10.0.1.9 iif v0
ip -n k-a route get 10.0.1.255 from 10.0.1.9 iif v0
ip -n k-a route get 10.69.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.70.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.71.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.73.0.1 from 10.0.1.9 iif v0
ip -n k-a route get 10.0.2.9 from 10.0.1.1 iif v0
ip -n k-a route get 10.0.2.9 from 10.0.2.1 iif v0
ip -n k-a route get 10.0.2.9 iif v0
ip -n k-a route get 10.0.1.1 iif v0
ip -n k-a route get 10.0.1.1 from 10.0.1.9 iif v1
ip -n k-a route get 10.0.1.1 from 10.0.1.9 iif lo
ip -n k-a route get 10.0.1.1 from 10.0.1.1 iif lo
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=1
ip -n k-a route get 10.0.2.9 from 10.0.9.9 iif v0
ip -n k-a route get 10.0.1.1 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.1.1 from 10.0.5.9 iif v0 fibmatch
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=2
ip -n k-a route get 10.0.1.1 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.1.1 from 10.77.2.9 iif v0
ip -n k-a route foo
ip -n k-a route help
ip -n k-a rule save foo
