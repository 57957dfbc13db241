# family: found
ip netns add k-a
ip -n k-a link add v0 type veth peer name w0
ip -n k-a link set v0 up
ip -n k-a link set w0 up
ip -n k-a link set w0 group 7
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-a addr add 10.0.2.1/24 dev w0
ip -n k-a rule add from 10.0.1.1 ipproto tcp dport 80 table 16 priority 100
ip -n k-a rule add ipproto UDP sport 1000-2000 table 16 priority 101
ip -n k-a rule add dport 53/0xff table 16 priority 102
ip -n k-a rule add uidrange 1000-2000 table 17 priority 103
ip -n k-a rule add l3mdev priority 104
ip -n k-a rule add l3mdev table 16
ip -n k-a rule add table 18 suppress_ifgroup 7 priority 105
ip -n k-a rule add not ipproto 253 table 19 priority 106
ip -n k-a rule add sport 0 table 16
ip -n k-a rule add sport 7-3 table 16
ip -n k-a rule add dport 65535 table 16
ip -n k-a rule add dport 70000 table 16
ip -n k-a rule add dport 1-x table 16
ip -n k-a rule add dport 80/99999 table 16
ip -n k-a rule add uidrange 7 table 16
ip -n k-a rule add uidrange 9-7 goto 3 table 16
ip -n k-a rule add ipproto nosuch table 16
ip -n k-a rule add suppress_ifgroup nosuch table 16
ip -n k-a rule add uidrange 1000-2000 table 17 priority 103
ip -n k-a rule add uidrange 1000-2001 table 17 priority 103
ip -n k-a rule add from ::/0 unicast priority 107
ip -n k-a rule
ip -n k-a -j rule
ip -n k-a rule show ipproto tcp
ip -n k-a rule show dport 80
ip -n k-a rule show sport 1000-2000
ip -n k-a rule show uidrange 1000-2000
ip -n k-a rule show l3mdev
ip -n k-a route add 10.9.0.0/16 via 10.0.1.2 table 16
ip -n k-a route add 10.9.0.0/16 via 10.0.1.3 table 17
ip -n k-a route add 10.9.0.0/16 via 10.0.2.4 table 18
ip -n k-a route add 10.8.0.0/16 via 10.0.1.5 table 18
ip -n k-a route get 10.9.0.1
ip -n k-a route get 10.8.0.1
ip -n k-a route get 10.9.0.1 ipproto tcp dport 80 from 10.0.1.1
ip -n k-a route get 10.9.0.1 sport 1500
ip -n k-a route get 10.9.0.1 sport 1500 ipproto tcp
ip -n k-a route get 10.9.0.1 dport 53
ip -n k-a route get 10.9.0.1 dport 309
ip -n k-a route get 10.9.0.1 uid 1500
ip -n k-a route get 10.9.0.1 ipproto 253
ip -n k-a rule del dport 80
ip -n k-a rule del ipproto udp
ip -n k-a rule del sport 1-2
ip -n k-a rule del l3mdev
ip -n k-a rule del suppress_ifgroup 7
ip -n k-a rule flush uidrange 1000-2000
ip -n k-a rule
ip -n k-a route add 10.7.0.0/16 via 10.0.1.2 mtu lock 1400 advmss 70000 hoplimit 9 window 5 initcwnd 20 initrwnd 30
ip -n k-a route add 10.6.0.0/16 via 10.0.1.2 rtt 100 rttvar 100ms rto_min 2.5s quickack 1 ssthresh 10 reordering 5
ip -n k-a route add 10.5.0.0/16 via 10.0.1.2 features ecn cwnd 7 mtu 70000 fastopen_no_cookie 1
ip -n k-a route add 10.4.0.0/16 via 10.0.1.2 hoplimit 256
ip -n k-a route add 10.4.0.0/16 via 10.0.1.2 quickack 2
ip -n k-a route add 10.4.0.0/16 via 10.0.1.2 rtt 1x
ip -n k-a route
ip -n k-a -j route
ip -n k-a route get 10.7.0.1
ip -n k-a route test 10.7.0.0/16 via 10.0.1.2
ip -n k-a route test 10.3.0.0/16 via 10.0.1.2
ip -n k-a route del 10.7.0.0/16 mtu 1401
ip -n k-a route del 10.5.0.0/16 mtu 65520
ip -n k-a -6 route test 2001:db8:3::/48 dev v0 pref high
ip -n k-a -6 route add 2001:db8:4::/48 dev v0 pref low mtu 1400
ip -n k-a -6 route add 2001:db8:4::/48 dev w0 pref high
ip -n k-a -6 route add 2001:db8:4::/48 dev w0 pref 9 metric 7
ip -n k-a -6 route
ip -n k-a -6 route get 2001:db8:3::1
ip -n k-a -6 route get 2001:db8:3::1 iif v0
ip -n k-a route get 0.0.0.0
ip -n k-a route get 10.7.0.1 tos 0xf0
