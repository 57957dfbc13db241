# family: neighbours
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link add c0 type veth peer name c1
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip -n k-a addr add 10.0.1.1/24 dev a0
ip -n k-b addr add 10.0.1.2/24 dev b0
ip -n k-a neigh add 10.0.1.10 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.11 lladdr fa:16:3e:00:00:01 dev a0 nud noarp
ip -n k-a neigh add 10.0.1.12 lladdr fa:16:3e:00:00:01 dev a0 nud none
ip -n k-a neigh add 10.0.1.13 lladdr fa:16:3e:00:00:01 dev a0 nud failed
ip -n k-a neigh add 10.0.1.14 lladdr fa:16:3e:00:00:01 dev a0 nud stale
ip -n k-a neigh add 10.0.1.15 lladdr fa:16:3e:00:00:01 dev a0 nud reachable
ip -n k-a neigh add 10.0.1.16 lladdr fa:16:3e:00:00:01 dev a0 nud 0x80
ip -n k-a neigh add 10.0.1.17 lladdr fa:16:3e:00:00:01 dev a0 nud 4
ip -n k-a neigh add 10.0.1.18 lladdr fa:16:3e:00:00:01 dev a0 nud 256
ip -n k-a neigh add 10.0.1.18 lladdr fa:16:3e:00:00:01 dev a0 nud perm
ip -n k-a neigh add 10.0.1.19 lladdr fa:16:3e:00:00:01 dev a0 nud stal
ip -n k-a neigh add 10.0.1.20 dev a0
ip -n k-a neigh add 10.0.1.20 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.20 dev a0 nud stale
ip -n k-a neigh add 10.0.1.21 dev a0 nud none
ip -n k-a neigh add 10.0.1.22 dev a0 nud failed
ip -n k-a neigh add 10.0.1.23 lladdr fa:16:3e:00:00:01 dev a0 router
ip -n k-a neigh add 10.0.1.24 lladdr fa:16:3e:00:00:01 dev a0 nud permanent router
ip -n k-a neigh add 10.0.1.25 lladdr fa:16:3e:00:00:01 dev a0 nud permanent extern_learn
ip -n k-a neigh add 10.0.1.26 lladdr fa:16:3e:00:00:01 dev a0 nud permanent protocol static
ip -n k-a neigh add 10.0.1.27 lladdr fa:16:3e:00:00:01 dev a0 protocol 77
ip -n k-a neigh add 10.0.1.28 lladdr fa:16:3e:00:00:01 dev a0 protocol foo
ip -n k-a neigh add 10.0.1.29 lladdr fa:16:3e:00:00:01:02 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.30 lladdr fa:16:3e:00:00 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.30 lladdr 10.0.0.1 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.30 lladdr foo dev a0 nud permanent
ip -n k-a neigh add 10.0.1.31 lladdr null dev a0 nud permanent
ip -n k-a neigh add 10.0.1.32 lladdr fa:16:3e:0:0:1 dev a0 nud permanent
ip -n k-a neigh show
ip -n k-a neigh show nud all
ip -n k-a neigh show nud permanent
ip -n k-a neigh show nud noarp
ip -n k-a neigh show nud none
ip -n k-a neigh show nud failed
ip -n k-a neigh show nud stale
ip -n k-a neigh show nud reachable
ip -n k-a neigh show nud stale nud permanent
ip -n k-a neigh show nud foo
ip -n k-a neigh show nud
ip -n k-a neigh show unused
ip -n k-a neigh show to 10.0.1.10
ip -n k-a neigh show 10.0.1.8/29
ip -n k-a neigh show dev a0 to 10.0.1.0/28 nud permanent
ip -n k-a neigh show dev c0
ip -n k-a neigh show dev nope
ip -n k-a neigh show proxy
ip -n k-a neigh show router
ip -n k-a neigh show vrf foo
ip -n k-a neigh show master a0
ip -n k-a neigh show nomaster
ip -n k-a neigh show protocol static
ip -n k-a neigh show foo
ip -n k-a -o neigh show to 10.0.1.24
ip -n k-a -br neigh show to 10.0.1.24
ip -n k-a -br neigh show to 10.0.1.14
ip -n k-a -d neigh show to 10.0.1.24
ip -n k-a -c=never neigh show to 10.0.1.24
ip -n k-a -6 neigh show nud all
ip -n k-a -4 neigh show to 10.0.1.24
ip -n k-a neigh get 10.0.1.10 dev a0
ip -n k-a neigh get 10.0.1.99 dev a0
ip -n k-a neigh get 10.0.1.10
ip -n k-a neigh get dev a0
ip -n k-a neigh get 10.0.1.10 dev nope
ip -n k-a neigh get proxy 10.0.1.10 dev a0
ip -n k-a neigh get 10.0.1.12 dev a0
ip -n k-a neigh get to 10.0.1.14 dev a0
ip -n k-a neigh change 10.0.1.10 lladdr fa:16:3e:00:00:02 dev a0
ip -n k-a neigh change 10.0.1.14 lladdr fa:16:3e:00:00:02 dev a0
ip -n k-a neigh change 10.0.1.14 lladdr fa:16:3e:00:00:02 dev a0 nud permanent
ip -n k-a neigh change 10.0.1.98 lladdr fa:16:3e:00:00:02 dev a0
ip -n k-a neigh chg 10.0.1.14 dev a0 nud stale
ip -n k-a neigh change 10.0.1.14 dev a0 nud failed
ip -n k-a neigh change 10.0.1.14 dev a0 nud permanent
ip -n k-a neigh change 10.0.1.15 dev a0 nud none
ip -n k-a neigh replace 10.0.1.14 lladdr fa:16:3e:00:00:03 dev a0
ip -n k-a neigh replace 10.0.1.97 lladdr fa:16:3e:00:00:03 dev a0
ip -n k-a neigh replace 10.0.1.24 lladdr fa:16:3e:00:00:03 dev a0
ip -n k-a neigh replace 10.0.1.96 dev a0
ip -n k-a neigh show nud all
ip -n k-a neigh flush dev a0
ip -n k-a neigh show nud all dev a0
ip -n k-a neigh flush dev a0 nud noarp
ip -n k-a neigh flush 10.0.1.24
ip -n k-a neigh flush to 10.0.1.0/28 nud permanent
ip -n k-a neigh show nud all dev a0
ip -n k-a neigh flush all nud all
ip -n k-a -s neigh flush all nud permanent
ip -n k-a -s -s neigh flush dev a0
ip -n k-a -s neigh flush all
ip -n k-a neigh flush
ip -n k-a neigh flush nud permanent
ip -n k-a neigh flush proxy
ip -n k-a neigh flush dev nope
ip -n k-a neigh show nud all
