# family: monitor
# What ip monitor tells of devices: made, up, changed, renamed, moved, deleted; without IPv6
ip netns add k-a
ip netns add k-b
ip netns exec k-a sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip netns exec k-b sysctl -qw net.ipv6.conf.default.disable_ipv6=1
ip -n k-a monitor all &
ip -n k-b monitor all &
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a addr add 10.0.0.1/24 brd + dev v0
ip -n k-a addr add 10.0.0.2/24 dev v0
ip -n k-a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev v0
ip -n k-a neigh add 10.0.0.8 lladdr 02:00:00:00:00:08 dev v0 nud stale
ip -n k-a link set v0 alias foo
ip -n k-a link set v0 group 3
ip -n k-a link set v0 txqueuelen 10
ip -n k-a link set v0 promisc on
ip -n k-a link set v0 allmulticast on
ip -n k-a link set v0 arp off
ip -n k-a link set v0 multicast off
ip -n k-a link set v0 address 02:00:00:00:00:77
ip -n k-a link set v0 mtu 1300 alias bar
ip -n k-a link set v0 mtu 1300
ip -n k-a link set v0 up
ip -n k-a link set v0 down
ip -n k-a link set v0 mtu 60
ip -n k-a link set v0 alias foo2
ip -n k-a link set v0 group 4
ip -n k-a link set v0 promisc off
ip -n k-a link set v0 arp on multicast on allmulticast off
ip -n k-a link set v0 address 02:00:00:00:00:78
ip -n k-a link set v0 name w0 up
ip -n k-a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev w0
ip -n k-a link set w0 broadcast ff:ff:ff:ff:ff:fe mtu 1400
ip -n k-a link set w0 mtu 60
ip -n k-a link set v1 netns k-b name u1
ip -n k-b link set u1 up
ip -n k-a link set w0 mtu 67
ip -n k-a link set w0 mtu 68
ip -n k-a addr add 10.0.0.1/24 dev w0
ip -n k-a link set w0 netns k-b
ip -n k-b link set w0 netns k-a name v0
ip -n k-a link del v0
ip -n k-a addr add 10.0.0.1/24 dev lo
ip -n k-a link set lo up
ip -n k-a link set lo down
ip -n k-a link add v5 address 02:00:00:00:00:05 mtu 1400 up type veth peer name v6 address 02:00:00:00:00:06 up
ip -n k-a link add v7 address 02:00:00:00:00:07 up txqueuelen 5 type veth peer name v8 address 02:00:00:00:00:08 netns k-b
ip -n k-b link add v0 address 02:00:00:00:00:09 type veth peer name v8 address 02:00:00:00:00:0a netns k-a
ip -n k-a link del v7
kill $!
ip -n k-b link set lo up
kill %1
ip -n k-a link set lo up
