# family: monitor
# What ip monitor tells of neighbours and netconf
ip netns add k-a
ip netns add k-b
ip netns exec k-a sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v3 address 02:00:00:00:00:02
ip -n k-a link set v0 up
ip -n k-a link set v3 up
ip -n k-a monitor neigh netconf nsid &
ip -n k-a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v3 router extern_learn
ip -n k-a neigh change 10.0.0.9 dev v3 lladdr 02:00:00:00:00:09
ip -n k-a neigh replace 10.0.0.9 dev v3 lladdr 02:00:00:00:00:09
ip -n k-a neigh replace 10.0.0.9 dev v3 lladdr 02:00:00:00:00:0a protocol static
ip -n k-a neigh add 10.0.0.9 dev v3 lladdr 02:00:00:00:00:0a
ip -n k-a neigh replace 10.0.0.9 dev v3 nud none
ip -n k-a neigh replace 10.0.0.9 dev v3 nud failed
ip -n k-a neigh del 10.0.0.9 dev v3
ip -n k-a neigh add 10.0.0.10 dev v3 nud none
ip -n k-a neigh del 10.0.0.10 dev v3
ip -n k-a neigh add 10.0.0.12 dev v3 lladdr 02:00:00:00:00:09 nud probe
ip -n k-a neigh del 10.0.0.12 dev v3
ip -n k-a neigh add 10.0.0.13 dev v3 lladdr 02:00:00:00:00:09 nud noarp
ip -n k-a neigh del 10.0.0.13 dev v3
ip -n k-a neigh add proxy 10.0.0.13 dev v3
ip -n k-a neigh add 10.0.0.14 dev v3 lladdr 02:00:00:00:00:09
ip -n k-a neigh add 10.0.0.15 dev v3 lladdr 02:00:00:00:00:09 nud stale
ip -n k-a link set v0 down
ip -n k-a link set v3 arp off
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.forwarding=0
ip netns exec k-a sysctl -w net.ipv4.conf.default.forwarding=0
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=2
ip netns exec k-a sysctl -w net.ipv4.conf.default.rp_filter=2
ip netns exec k-a sysctl -w net.ipv4.conf.v0.rp_filter=7
ip netns exec k-a sysctl -w net.ipv4.conf.v0.proxy_arp=1
ip netns exec k-a sysctl -w net.ipv4.conf.v0.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.default.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.v0.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv6.conf.all.ignore_routes_with_linkdown=1
ip -n k-b link add v9 address 02:00:00:00:00:08 type veth peer name v8 address 02:00:00:00:00:09 netns k-a
ip -n k-a link show v8
ip netns del k-b
ip netns add k-c
ip -n k-a link add v9 address 02:00:00:00:00:08 type veth peer name v8 address 02:00:00:00:00:09 netns k-c
ip netns del k-c
