ip netns add k-a
ip -n k-a link set lo up
ip -n k-a link add v0 type veth peer name p0
ip -n k-a link add v1 type veth peer name p1
ip -n k-a link set v0 up
ip -n k-a link set p0 up
ip -n k-a link set v1 up
ip -n k-a link set p1 up
ip -n k-a addr add 2001:db8:1::1/64 dev v0 nodad
ip -n k-a addr add 2001:db8:2::1/64 dev v1 nodad
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev v1
ip -n k-a -6 route get fe80::9 from ::1 iif lo
ip -n k-a -6 route get fe80::9 iif lo
ip -n k-a -6 route get fe80::9 from ::1 iif v1
ip -n k-a -6 route get ff02::1 iif lo
ip -n k-a -6 route get ff02::5 iif v0
ip -n k-a -6 route get 2001:db8:1::9 iif lo
ip -n k-a -6 route get 2001:db8:1::9 from ::1 iif lo
ip -n k-a -6 route get 2001:db8:1::9 from 2001:db8:2::1 iif lo
ip -n k-a -6 route get 2001:db8:1::1 from 2001:db8:2::1 iif lo
ip -n k-a -6 route get ::1 iif lo
ip -n k-a -6 route get ::1 from ::1 iif lo
ip -n k-a -6 route get ::1 from 2001:db8:2::7 iif v1
ip -n k-a -6 route get 2001:db8:9::9 from ::1 iif lo
ip -n k-a route add 10.66.0.0/16 nexthop dev v1 via 0.0.0.0 nexthop via 10.0.1.254 dev v0
ip -n k-a route del 10.66.0.0/16 nexthop dev v1 via 0.0.0.0 nexthop via 10.0.1.254 dev v0
ip -n k-a route del 10.66.0.0/16 nexthop dev v1 nexthop via 0.0.0.0 dev v0
ip -n k-a route del 10.66.0.0/16 nexthop dev v1 nexthop via 10.0.1.254 dev v0
ip -n k-a route add 10.67.0.0/16 via 0.0.0.0 dev v1
ip -n k-a route del 10.67.0.0/16 via 0.0.0.0 dev v1
