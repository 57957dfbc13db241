ip netns add k-a
ip -n k-a link add v1 type veth peer name v2
ip -n k-a link add q1 type veth peer name q2
ip -n k-a link set v1 up
ip -n k-a link set v2 up
ip -n k-a link set q1 up
ip -n k-a link set q2 up
ip -n k-a addr add 10.0.1.1/24 dev v1
ip -n k-a addr add 169.254.31.6/31 dev q1
ip -n k-a route append 10.66.1.9 metric 100 nexthop dev v1 via 10.0.1.3 nexthop via 169.254.31.7 nexthop weight 1 via 169.254.31.7
ip -n k-a route add 10.67.0.0/16 nexthop dev v1 via 10.0.1.3 nexthop via 169.254.31.7
ip -n k-a route add 10.68.0.0/16 nexthop via 169.254.31.7 nexthop dev v1 via 10.0.1.3
ip -n k-a route add 10.69.0.0/16 nexthop via 169.254.31.7 nexthop via 169.254.31.7
ip -n k-a route show dev q1
ip -n k-a route flush dev q1
ip -n k-a route show
