# family: neighbours
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip -n k-a link set lo up
ip -n k-a addr add 10.0.1.1/24 dev a0
ip -n k-a addr add fd00::1/64 dev a0
ip -n k-a neigh add 10.0.1.1 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.0 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh add 10.0.1.255 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add 127.0.0.1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add 224.0.0.1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add 255.255.255.255 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add 192.168.77.1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add fd00::1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add fd00:77::1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add ff02::1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add ::1 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a neigh add fe80::99 lladdr fa:16:3e:00:00:01 dev a0 router
ip -n k-a neigh add fe80::98 lladdr fa:16:3e:00:00:01 dev a0 nud permanent router
ip -n k-a neigh add 10.0.1.9 lladdr ff:ff:ff:ff:ff:ff dev a0
ip -n k-a neigh add 10.0.1.8 lladdr 00:00:00:00:00:00 dev a0
ip -n k-a neigh add 10.0.1.7 lladdr 01:00:5e:00:00:01 dev a0
ip -n k-a neigh add 10.0.1.50 lladdr fa:16:3e:00:00:01 dev lo
ip -n k-a neigh add 10.0.1.51 lladdr fa:16:3e:00:00:01 dev lo nud permanent
ip -n k-a neigh add fd00::50 lladdr fa:16:3e:00:00:01 dev lo
ip -n k-a neigh show nud all
ip -n k-a neigh
ip -n k-a -6 neigh
ip -n k-a neigh show to fd00::/16
ip -n k-a neigh show to fe80::/10
ip -n k-a neigh change fe80::99 dev a0 nud stale
ip -n k-a neigh show to fe80::/10
ip -n k-a neigh replace fe80::99 lladdr fa:16:3e:00:00:01 dev a0 nud permanent
ip -n k-a neigh show to fe80::/10
ip -n k-a neigh replace fe80::99 lladdr fa:16:3e:00:00:01 dev a0 nud permanent router
ip -n k-a neigh show to fe80::/10
ip -n k-a addr add 10.0.1.9/24 dev a0
ip -n k-a addr add 192.168.77.2/24 brd + dev a0
ip -n k-a neigh show nud all
ip -n k-a neigh del 10.0.1.9 dev a0
ip -n k-a neigh del 10.0.1.9 dev a0
ip -n k-a neigh del 10.0.1.50 dev lo
ip -n k-a neigh del 10.0.1.1 lladdr fa:16:3e:00:00:99 dev a0
ip -n k-a neigh del 10.0.1.1 lladdr fa:16:3e:00:00:99 nud permanent dev a0
ip -n k-a neigh del fd00::50 dev lo
ip -n k-a neigh del 0.0.0.0 dev lo
ip -n k-a neigh show nud all
ip netns exec k-a sysctl -w net.ipv6.conf.a0.disable_ipv6=1
ip -n k-a neigh show nud all
ip -n k-a neigh add fd00::77 lladdr fa:16:3e:00:00:01 dev a0
ip -n k-a -6 neigh flush dev a0
ip -n k-a -4 neigh flush dev a0
ip -n k-a -4 neigh flush all nud all
ip -n k-a neigh show nud all
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-b addr add 10.0.1.2/24 dev b0
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip -n k-a neigh show to 10.0.1.2
ip -n k-b neigh
ip -n k-b neigh change 10.0.1.9 dev b0 nud permanent
ip -n k-b neigh
ip -n k-a link set a0 down
ip -n k-b neigh
ip -n k-a neigh
