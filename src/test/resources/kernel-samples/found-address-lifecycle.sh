# family: addresses
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.3/24 dev a0
ip -n k-a addr add 10.0.0.3/25 dev a0
ip -n k-a addr add 10.0.0.4/25 dev a0
ip -n k-a addr del 10.0.0.1/24 dev a0
ip -n k-a addr
ip -n k-a route show table all
ip netns exec k-a sysctl -w net.ipv4.conf.a0.promote_secondaries=1
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.5/24 dev a0 label a0:5
ip -n k-a route add 10.7.0.0/16 via 10.0.0.2 src 10.0.0.1
ip -n k-a route add 10.8.0.0/16 via 10.0.0.9 src 10.0.0.2
ip -n k-a addr del 10.0.0.1/24 dev a0
ip -n k-a addr
ip -n k-a route show table all
ip -n k-a addr del 10.0.0.2/24 dev a0
ip -n k-a addr
ip -n k-a route
ip -n k-a addr flush dev a0
ip -n k-a route show table all
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.1/16 dev a0
ip -n k-a addr add 10.0.0.1/32 dev a0
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr del 10.0.0.1 dev a0
ip -n k-a addr
ip -n k-a route show table local
ip -n k-a addr del 10.0.0.1/32 dev a0
ip -n k-a addr del 10.0.0.1/16 dev a0
ip -n k-a addr add 10.0.0.1 peer 10.1.0.1/16 dev a0
ip -n k-a addr add 10.0.0.1 peer 10.1.0.2/16 dev a0
ip -n k-a addr add 10.0.0.2 peer 10.1.0.1 dev a0
ip -n k-a addr
ip -n k-a route show table all
ip -n k-a addr del 10.0.0.1 peer 10.1.0.1/16 dev a0
ip -n k-a addr del 10.0.0.1 peer 10.1.0.9/16 dev a0
ip -n k-a addr del 10.0.0.2/32 dev a0
ip -n k-a addr
ip -n k-a link set a0 down
ip -n k-a addr add 10.4.0.1/24 brd + dev a0
ip -n k-a route show table all
ip -n k-b link set b0 down
ip -n k-a link set a0 up
ip -n k-a route show table all
ip -n k-a link set a0 mtu 60
ip -n k-a addr
ip -n k-a link set a0 mtu 68
ip -n k-a addr add 10.4.0.1/24 brd + dev a0
ip -n k-a addr
ip -n k-a link add c0 type veth peer name c1
ip -n k-a addr add 10.4.0.1/24 dev c0
ip -n k-a link set c0 up
ip -n k-a route show table all
ip -n k-a addr del 10.4.0.1/24 dev a0
ip -n k-a route show table all
ip -n k-a link del c0
ip -n k-a route show table all
