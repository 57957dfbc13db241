# family: monitor
# Which messages ip monitor shows, by words and options, and how
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns k-b
ip -n k-a link add v2 address 02:00:00:00:00:03 type veth peer name v3 address 02:00:00:00:00:04
ip -n k-a -4 monitor dev v0 &
ip -n k-a -6 monitor label dev v0 &
ip netns exec k-a ip -o monitor link route rule neigh &
ip -n k-a -c monitor acaddress maddress netconf nsid &
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a link set v2 up
ip -n k-a link set v3 up
ip -n k-a addr add 10.0.0.1/24 dev v0
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a route add 10.1.0.0/16 via 10.0.0.9
ip -n k-a route add 10.2.0.0/16 nexthop via 10.0.0.9 nexthop via 10.0.0.8
ip -n k-a -6 route add fd01::/64 via fd00::9
ip -n k-a rule add pref 7 iif v0 lookup 7
ip -n k-a -6 rule add pref 7 to fd00::/8 blackhole
ip -n k-a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v0
ip -n k-a neigh add fd00::9 lladdr 02:00:00:00:00:09 dev v0
ip netns exec k-a sysctl -qw net.ipv6.conf.all.forwarding=1
ip -n k-a link set v0 mtu 60
ip -n k-a link set v0 mtu 67 down
ip -n k-a link set v0 mtu 68
ip -n k-a link set v0 mtu 67
ip -n k-a link set v0 mtu 1500 up
ip -n k-a link set v0 down
ip -n k-a link add v5 address 02:00:00:00:00:05 mtu 1400 up type veth peer name v6 address 02:00:00:00:00:06 up
ip -n k-a link add v7 address 02:00:00:00:00:07 type veth peer name v5 address 02:00:00:00:00:0b
ip -n k-a link add v7 address 02:00:00:00:00:07 up txqueuelen 5 type veth peer name v8 address 02:00:00:00:00:08 netns k-b
ip -n k-a link del v5
ip netns del k-b
