ip netns add k-a
ip -n k-a link add v0 type veth peer name v1
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a addr add 2001:db8:3::1/64 dev v0 nodad
ip -n k-a -6 route add 2001:db8:60::/48 via 2001:db8:3::fe src 2001:db8:3::1
ip -n k-a -6 route add 2001:db8:61::/48 via 2001:db8:3::fe
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip -n k-a -6 route get 2001:db8:60::7 iif v1
ip -n k-a -6 route get 2001:db8:61::7 iif v1
ip -n k-a -6 route get 2001:db8:60::7
