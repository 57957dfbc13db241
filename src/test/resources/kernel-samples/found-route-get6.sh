# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link add w0 type veth peer name w1 netns k-b
ip -n k-a link set v0 address fa:16:3e:00:00:01 up
ip -n k-b link set v1 address fa:16:3e:00:00:02 up
ip -n k-a link set w0 address fa:16:3e:00:00:03 up
ip -n k-b link set w1 address fa:16:3e:00:00:04 up
ip -n k-a addr add fd00::1/64 dev v0
ip -n k-a addr add fd00::2/64 dev v0 metric 55
ip -n k-a addr add 2001:db8::1/64 dev v0
ip -n k-a addr add 2001:db8:1::1/64 dev w0
ip -n k-a -6 route add unreachable 2001:db8:11::/64
ip -n k-a -6 route add blackhole 2001:db8:12::/64
ip -n k-a -6 route add prohibit 2001:db8:13::/64
ip -n k-a -6 route add 2001:db8:14::/64 via fd00::9
ip -n k-a -6 route add 2001:db8:15::/64 via fe80::1 dev w0 src 2001:db8::1 proto static
ip -n k-a -6 route add default via 2001:db8:1::9
ip -n k-a route get fd00::9
ip -n k-a route get fd00::1
ip -n k-a route get 2001:db8:11::1
ip -n k-a route get 2001:db8:12::1
ip -n k-a route get 2001:db8:13::1
ip -n k-a route get 2001:db8:14::1
ip -n k-a route get 2001:db8:15::1
ip -n k-a -j route get 2001:db8:15::1
ip -n k-a route get 2001:4860::8888
ip -n k-a route get fe80::5 oif v0
ip -n k-a route get 2001:db8::7 from fd00::1
ip -n k-a -6 route get fibmatch 2001:db8:15::1
ip -n k-a route get 2001:db8::/64
ip -n k-b route get 2001:db8::7
