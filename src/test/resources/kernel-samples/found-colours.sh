# family: routes
ip netns add k-a
ip -n k-a link add c0 address fa:16:3e:00:00:01 type veth peer name c1 address fa:16:3e:00:00:02
ip -n k-a link set c0 up
ip -n k-a link set c1 up
ip -n k-a addr add 10.0.0.1/24 brd + dev c0
ip -n k-a addr add 10.0.1.1 peer 10.0.1.2 dev c0
ip -n k-a addr add fd00::1/64 dev c0
ip -n k-a route add default via 10.0.0.2
ip -n k-a route add 10.5.0.0/16 nexthop via 10.0.0.3 nexthop via 10.0.0.4
ip -n k-a route add blackhole 10.6.0.0/16
ip -n k-a route add 10.7.0.1 dev c0 src 10.0.1.1
ip -n k-a route add 10.8.0.0/16 via inet6 fe80::1 dev c0
ip -n k-a rule add from 10.0.0.0/24 to 10.1.0.1 iif c0 oif c1 table 5
ip -n k-a -6 rule add from fd00::/64 table 5
ip -n k-a neigh add 10.0.0.9 lladdr fa:16:3e:00:00:03 dev c0 nud permanent
ip -n k-a neigh add proxy 10.0.0.10 dev c0
ip -n k-a -c link
ip -n k-a -c -br link
ip -n k-a -c addr
ip -n k-a -c -br addr
ip -n k-a -c -o addr
ip -n k-a -c -j link show c0
ip -n k-a -c=auto link show c0
ip -n k-a -c route
ip -n k-a -c route show dev c0
ip -n k-a -c -6 route
ip -n k-a -c rule
ip -n k-a -c -6 rule
ip -n k-a -c neigh
ip -n k-a -c neigh show dev c0
ip -n k-a -c neigh show proxy
ip -n k-a -c -br neigh
ip -n k-a -c route get 10.0.0.9
ip -n k-a -c route get 10.9.0.9
ip -n k-a -c route get fd00::7
ip -n k-a -c route get 10.0.0.9 from 10.0.0.1
ip -n k-a -c netns
