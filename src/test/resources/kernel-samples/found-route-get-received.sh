# family: routes
# Of a packet received it does not matter by which device somebody asks that it goes
ip netns add k-a
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip -n k-a link add v2 address 02:00:00:00:00:03 type veth peer name v3 address 02:00:00:00:00:04
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a link set v2 up
ip -n k-a link set v3 up
ip -n k-a addr add 10.0.2.1/24 dev v0
ip -n k-a addr add 10.0.2.2/24 dev v1
ip -n k-a addr add 10.0.3.2/24 dev v2
ip -n k-a route get 10.0.2.1 from 10.0.2.2 iif v1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.2 iif v1
ip -n k-a route get 10.0.2.1 from 10.0.2.9 iif v1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.9 iif v1
ip netns exec k-a sysctl -w net.ipv4.conf.all.rp_filter=1
ip -n k-a route get 10.0.2.1 from 10.0.2.2 iif v1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.2 iif v1
ip -n k-a route get 10.0.2.1 from 10.0.2.9 iif v1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.9 iif v1
ip -n k-a route get 10.0.3.1 oif v2 from 10.0.2.9 iif v1
ip -n k-a route get 10.0.3.1 oif v2 from 10.0.2.2 iif v1
ip netns exec k-a sysctl -w net.ipv4.ip_forward=1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.2 iif v1
ip -n k-a route get 10.0.2.1 oif v2 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.3.1 oif v2 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.3.1 oif v0 from 10.0.2.9 iif v0
ip -n k-a route get 10.0.3.1 oif v0 from 10.0.2.9 iif v1
ip -n k-a addr add fd02::1/64 dev v0
ip -n k-a addr add fd02::2/64 dev v1
ip -n k-a addr add fd03::2/64 dev v2
ip -n k-a route get fd02::1 from fd02::2 iif v1
ip -n k-a route get fd02::1 oif v2 from fd02::9 iif v1
ip -n k-a route get fd03::1 oif v2 from fd02::9 iif v1
ip -n k-a route get fd03::1 oif v0 from fd02::9 iif v1
ip -n k-a route get fd03::1 from fd02::9 iif v1
ip -n k-a route get fibmatch fd03::1 oif v0 from fd02::9 iif v1
