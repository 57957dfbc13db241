# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address fa:16:3e:00:00:01 type veth peer name w0 netns k-b
ip -n k-a link add v1 address fa:16:3e:00:00:02 type veth peer name w1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set w0 up
ip -n k-a link set v1 up
ip -n k-b link set w1 up
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-a addr add 2001:db8:2::1/64 dev v1
ip -n k-a addr add 2001:db8:3::1/128 dev lo
ip -n k-a addr add 2001:db8:4::1 peer 2001:db8:5::1 dev v1
ip -n k-a route get 2001:db8:3::1
ip -n k-a link set lo up
ip -n k-a route get 2001:db8:3::1
ip -n k-a route get 2001:db8:1::1
ip -n k-a route get 2001:db8:1::9
ip -n k-a route get 2001:db8:1::9 from 2001:db8:3::1
ip -n k-a route get 2001:db8:1::9 from 2001:db8:2::1
ip -n k-a route get 2001:db8:1::9 from 2001:db8:9::9
ip -n k-a route get 2001:db8:1::9 oif v1
ip -n k-a route get 2001:db8:1::9 oif lo
ip -n k-a route get 2001:db8:1::9 oif v1 from 2001:db8:1::1
ip -n k-a route get 2001:db8:1::9 oif missing0
ip -n k-a route get 2001:db8:5::1
ip -n k-a route get 2001:db8:4::1
ip -n k-a route get ff02::1
ip -n k-a route get ff02::1 oif v1
ip -n k-a route get ff05::9
ip -n k-a route get fe80::9
ip -n k-a route get fe80::9 oif v1
ip -n k-a route get fe80::f816:3eff:fe00:1
ip -n k-a route get fe80::f816:3eff:fe00:1 oif v1
ip -n k-a route get ::1
ip -n k-a route get ::
ip -n k-a -6 route get default
ip -n k-a route get ::ffff:10.0.0.1
ip -n k-a route get 2001:db8:1::
ip -n k-a route get 2001:db8:1::9 mark 5
ip -n k-a route get 2001:db8:1::9 tos 0x10
ip -n k-a route get 2001:db8:1::9 uid 7
ip -n k-a route get 2001:db8:1::9 ipproto icmp
ip -n k-a route get 2001:db8:1::9 ipproto ipv6-icmp
ip -n k-a route get 2001:db8:1::9/64
ip -n k-a -j route get 2001:db8:1::9
ip -n k-a -d route get 2001:db8:1::9
ip -n k-a -6 route get 10.0.0.1
ip -n k-a -4 route get 2001:db8:1::9
ip -n k-a route get 2001:db8:1::9 from 10.0.0.1
ip -n k-a -6 route add default via 2001:db8:1::2
ip -n k-a -6 route add 2001:db8:60::/48 via 2001:db8:1::1
ip -n k-a -6 route add 2001:db8:60::/48 via 2001:db8:2::9 dev v0
ip -n k-a -6 route add 2001:db8:60::/48 via fe80::1
ip -n k-a -6 route add 2001:db8:60::/48 via fe80::1 dev v0
ip -n k-a -6 route add 2001:db8:60::/48 via fe80::2 dev v0
ip -n k-a -6 route add 2001:db8:61::/48 via 2001:db8:60::1
ip -n k-a -6 route add 2001:db8:61::/48 via 2001:db8:60::1 dev v0
ip -n k-a -6 route add 2001:db8:61::/48 via ff02::1 dev v0
ip -n k-a -6 route add 2001:db8:61::/48 via 10.0.0.1 dev v0
ip -n k-a -6 route add 2001:db8:61::/48 via inet 10.0.0.1 dev v0
ip -n k-a -6 route add 2001:db8:61::/48 via ::1
ip -n k-a -6 route add 2001:db8:61::/48 dev lo
ip -n k-a -6 route add 2001:db8:62::/48 src 2001:db8:9::9 dev v0
ip -n k-a -6 route add 2001:db8:62::/48 src 2001:db8:2::1 dev v0
ip -n k-a -6 route add local 2001:db8:63::/48 dev lo
ip -n k-a -6 route add local 2001:db8:64::/48 dev v0
ip -n k-a -6 route add anycast 2001:db8:65::1 dev v0
ip -n k-a -6 route add multicast ff0e::/16 dev v0
ip -n k-a -6 route add broadcast 2001:db8:65::2 dev v0
ip -n k-a -6 route add blackhole 2001:db8:66::/48
ip -n k-a -6 route add unreachable 2001:db8:67::/48 dev v0
ip -n k-a -6 route add prohibit 2001:db8:68::/48 metric 7 proto static
ip -n k-a -6 route add throw 2001:db8:69::/48
ip -n k-a -6 route add 2001:db8:70::/48 dev v0 metric 0
ip -n k-a -6 route add 2001:db8:71::/48 dev v0 scope link
ip -n k-a -6 route add 2001:db8:72::1/48 dev v0
ip -n k-a -6 route add 2001:db8:73::/48 dev v0 tos 0x10
ip -n k-a -6 route add 2001:db8:74::/48 dev v0 table 4294967295
ip -n k-a -6 route add fe80::/64 dev v0
ip -n k-a -6 route add fe80::/10 dev v0
ip -n k-a -6 route add ::/1 dev v0
ip -n k-a -6 route add 2001:db8:1::/64 dev v1
ip -n k-a -6 route add 2001:db8:1::/64 dev v1 metric 100
ip -n k-a -6 route show table all
ip -n k-a -6 route get 2001:db8:60::1
ip -n k-a -6 route get 2001:db8:61::1
ip -n k-a -6 route get 2001:db8:62::1
ip -n k-a -6 route get 2001:db8:63::1
ip -n k-a -6 route get 2001:db8:64::1
ip -n k-a -6 route get 2001:db8:65::1
ip -n k-a -6 route get ff0e::1
ip -n k-a -6 route get 2001:db8:66::1
ip -n k-a -6 route get 2001:db8:67::1
ip -n k-a -6 route get 2001:db8:68::1
ip -n k-a -6 route get 2001:db8:69::1
ip -n k-a -6 route get 2001:db8:66::1 fibmatch
ip -n k-a -6 route get 2001:db8:1::9
ip -n k-a -6 route get 2001:db8:1::9 oif v0
ip -n k-a -6 route get 2001:db8:1::9 iif v1
ip -n k-a -6 route get 2001:db8:1::1 iif v1
ip -n k-a -6 route get 2001:db8:1::9 iif v0 from 2001:db8:2::9
ip -n k-a -6 route get 3001::1
ip -n k-a -6 route get f001::1
ip -n k-a -6 route show 2001:db8:60::/44
ip -n k-a -6 route show root 2001:db8:60::/44
ip -n k-a -6 route show match 2001:db8:60::1
ip -n k-a -6 route show exact 2001:db8:60::/48
ip -n k-a -6 route show dev v1
ip -n k-a -6 route show type blackhole
ip -n k-a -6 route show proto static
ip -n k-a -6 route show table local
ip -n k-a -6 route show table main metric 7
ip -n k-a -6 route show src 2001:db8:2::1
ip -n k-a -6 route show via fe80::1
ip -n k-a -6 route show table 77
ip -n k-a -6 route show default
ip -n k-a -6 route show cache
ip -n k-a -6 route del 2001:db8:1::/64
ip -n k-a -6 route del 2001:db8:1::/64 metric 256
ip -n k-a -6 route del 2001:db8:66::/48 dev v0
ip -n k-a -6 route del blackhole 2001:db8:66::/48
ip -n k-a -6 route del 2001:db8:67::/48 dev lo
ip -n k-a -6 route del 2001:db8:99::/48
ip -n k-a -6 route del 2001:db8:99::/48 table 77
ip -n k-a -6 route replace 2001:db8:60::/48 dev v1
ip -n k-a -6 route replace 2001:db8:62::/48 via fe80::7 dev v1
ip -n k-a -6 route change 2001:db8:62::/48 via fe80::8 dev v1
ip -n k-a -6 route change 2001:db8:99::/48 dev v1
ip -n k-a -6 route change 2001:db8:62::/48 dev v1 metric 8
ip -n k-a -6 route flush proto static
ip -n k-a -6 route flush table 4294967295
ip -n k-a -6 route flush 2001:db8:60::/44
ip -n k-a -6 route flush root 2001:db8:60::/44
ip -n k-a -6 route flush dev v1
ip -n k-a -6 route flush table local
ip -n k-a -6 route flush
ip -n k-a -6 route show table all
ip -n k-b link set w0 down
ip -n k-a -6 route show
ip netns exec k-a sysctl -w net.ipv6.conf.v0.ignore_routes_with_linkdown=1
ip -n k-a -6 route show
ip -n k-a -6 route get 2001:db8:1::9
ip -n k-a link set v0 down
ip -n k-a -6 route show table all
ip -n k-a link set v0 up
ip -n k-a -6 route show table all
