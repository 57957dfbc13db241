# family: neighbours
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link add c0 type veth peer name c1
ip -n k-a neigh add 10.0.1.10 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh replace 10.0.1.12 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh replace 10.0.1.12 lladdr fa:16:3e:00:00:02 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.13 lladdr fa:16:3e:00:00:01 dev a0 nud reachable
ip -n k-a neigh add fd00::5 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh replace fd00::5 lladdr fa:16:3e:00:00:02 dev a0 nud stale
ip -n k-a neigh add 10.0.1.14 dev a0 nud none
ip -n k-a -4 neigh show nud all
ip -n k-a neigh show nud permanent
ip -n k-a link set a0 up
ip -n k-a -4 neigh show nud all
ip -n k-b link set b0 up
ip -n k-a -4 neigh show nud all
ip -n k-a link set a0 down
ip -n k-a -4 neigh show nud all
ip -n k-a neigh add 10.0.1.10 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a addr add 10.0.1.1/24 dev a0
ip -n k-a -4 neigh show nud all
ip -n k-a addr del 10.0.1.1/24 dev a0
ip -n k-a -4 neigh show nud all
ip -n k-a link set a0 up
ip -n k-a neigh add 10.0.1.10 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-b link set b0 down
ip -n k-a -4 neigh show nud all
ip -n k-b link set b0 up
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a link set c0 address fa:16:3e:11:11:11
ip -n k-a -4 neigh show nud all
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a -4 neigh show nud all
ip -n k-a neigh add 10.0.1.20 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add 10.0.1.21 dev a0
ip -n k-a neigh add 10.0.1.22 dev a0 nud permanent
ip -n k-a neigh add fd00::22 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a -4 neigh show nud all
ip -n k-a -4 neigh show nud all
ip -n k-a neigh add 10.0.1.10 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add proxy 10.0.1.50 dev a0
ip -n k-a link set a0 name x0
ip -n k-a -4 neigh show nud all
ip -n k-a neigh show proxy
ip -n k-a link set x0 mtu 1400
ip -n k-a link set x0 mtu 1200
ip -n k-a -4 neigh show nud all
ip -n k-a link set x0 mtu 60
ip -n k-a link set x0 mtu 1500
ip -n k-a link set x0 netns k-b
ip -n k-a -4 neigh show nud all
ip -n k-b neigh show nud all
ip -n k-a neigh add proxy 10.0.1.50 dev c0
ip -n k-a neigh add proxy 10.0.1.51 dev c0 router
ip -n k-a neigh add proxy 10.0.1.50 dev c0
ip -n k-a neigh replace proxy 10.0.1.50 dev c0
ip -n k-a neigh change proxy 10.0.1.52 dev c0
ip -n k-a neigh add proxy fd00::1 dev c0
ip -n k-a neigh add proxy 10.0.1.54 dev c0 protocol static
ip -n k-a neigh add proxy 10.0.1.55 lladdr fa:16:3e:00:00:01 dev c0
ip -n k-a neigh add proxy 10.0.1.56 nud permanent dev c0
ip -n k-a neigh add proxy 10.0.1.0/24 dev c0
ip -n k-a neigh show proxy
ip -n k-a -6 neigh show proxy
ip -n k-a -4 neigh show proxy dev c0
ip -n k-a neigh show proxy to 10.0.1.50
ip -n k-a neigh del proxy 10.0.1.50 dev c0
ip -n k-a neigh del proxy 10.0.1.50 dev c0
ip -n k-a neigh del proxy 10.0.1.51 dev c1
ip -n k-a neigh flush proxy dev c0
ip -n k-a neigh show proxy
ip -n k-a link set c0 down
ip -n k-a neigh show proxy
ip -n k-a link set c0 up
ip -n k-a neigh add proxy 10.0.1.50 dev c0
ip -n k-a link set c0 down
ip -n k-a neigh show proxy
ip -n k-a neigh add
ip -n k-a neigh add 10.0.1.1
ip -n k-a neigh add dev c0
ip -n k-a neigh add 10.0.1.1 dev
ip -n k-a neigh add 10.0.1.1 lladdr
ip -n k-a neigh add 10.0.1.1 lladdr fa:16:3e:00:00:01 lladdr fa:16:3e:00:00:01 dev c0
ip -n k-a neigh add 10.0.1.1 10.0.1.2 dev c0
ip -n k-a neigh add foo dev c0
ip -n k-a neigh add any dev c0
ip -n k-a neigh add default dev c0
ip -n k-a neigh add 0.0.0.0 lladdr fa:16:3e:00:00:01 dev c0
ip -n k-a neigh add :: lladdr fa:16:3e:00:00:01 dev c0
ip -n k-a neigh del
ip -n k-a neigh del 10.0.1.77 dev c0
ip -n k-a neigh del 10.0.1.77 dev nope
ip -n k-a neigh foo
ip -n k-a neigh add help
ip -n k-a neigh help
ip -n k-a n
ip -n k-a n show
ip -n k-a ne s
ip -n k-a neighbor
ip -n k-a neighbour
ip -n k-a neighbours
