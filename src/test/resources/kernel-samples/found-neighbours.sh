# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a neigh show nud all
ip -n k-a neigh add 10.0.0.5 lladdr 00:11:22:33:44:55 dev lo
ip -n k-a neigh add 10.0.0.6 lladdr 00:11:22:33:44:56 dev lo
ip -n k-a neigh show nud all
ip -n k-a neigh del 10.0.0.6 dev lo
ip -n k-a neigh add 0.0.0.0 lladdr 00:11:22:33:44:56 dev lo
ip -n k-a neigh del 0.0.0.0 dev lo
ip -n k-a neigh change 10.0.0.6 lladdr 00:11:22:33:44:56 dev lo
ip -n k-a neigh add 10.0.0.7 dev lo nud stale
ip -n k-a neigh add 10.0.0.7 dev lo nud failed
ip -n k-a neigh show nud all
ip -n k-a neigh add 10.0.0.4 dev v0
ip -n k-a neigh add 10.0.0.3 lladdr 00:11:22 dev v0
ip -n k-a neigh add 10.0.0.8 lladdr 00:11:22:33:44:55 dev v0 nud stale router
ip -n k-a neigh show nud all
ip -n k-a -br neigh
ip -n k-a neigh get 10.0.0.8 dev v0
ip -n k-a neigh get 10.0.0.99 dev v0
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a neigh add 10.0.0.9 lladdr 00:11:22:33:44:55 dev v0
ip -n k-a route add 10.9.0.0/16 via 10.0.0.9
ip -n k-a addr del 10.0.0.1/24 dev v0
ip -n k-a neigh
ip netns exec k-a sysctl -w net.ipv6.conf.v0.disable_ipv6=1
ip -n k-a neigh add fd00::5 lladdr 00:11:22:33:44:55 dev v0
ip -n k-a neigh show nud all
