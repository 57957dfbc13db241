# family: found
ip netns add k-a
ip -n k-a link add v0 address fa:16:3e:00:00:01 type veth peer name w0
ip -n k-a link set v0 up
ip -n k-a link set w0 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a route add 10.60.2.1/24 via 10.0.1.2 tos 0x02
ip -n k-a route add 10.60.2.1/24 via 10.0.1.2 tos 0x10
ip -n k-a route add 10.60.2.1/24 via 10.0.9.2 scope nowhere
ip -n k-a route del 10.60.2.1/24 table 77
ip -n k-a route del 10.60.2.1/24 table 16 tos 2
ip -n k-a route del 10.60.2.1/24 table 0
ip -n k-a route del 10.60.2.1/24 table default
ip -n k-a route del 10.60.2.1/24
ip -n k-a route del 10.60.2.1/24 tos 2
ip -n k-a route add 10.60.2.1/24 table 0 via 10.0.1.2
ip -n k-a route add 10.60.2.0/24 table 0 via 10.0.1.2
ip -n k-a route add blackhole 10.60.2.1/24 dev v0
ip -n k-a route add nat 10.60.2.1/24 dev v0
ip -n k-a route get 10.60.2.1/24
ip -n k-a -6 route add anycast default dev v0
ip -n k-a addr add 2001:db8:1::1/64 dev v0
ip -n k-a -6 route get ::1 oif v0
ip -n k-a route get 0.0.0.0 from 10.0.1.1
ip -n k-a route get 0.0.0.0 from 10.0.1.9 iif v0
ip -n k-a route get 255.255.255.255 fibmatch
ip netns exec k-a sysctl -w net.ipv4.icmp_echo_ignore_all=1
ip -n k-a link set lo up
ip netns exec k-a ping -c1 -W1 -n 10.0.1.1
