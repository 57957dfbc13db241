# family: found
ip netns add k-a
ip -n k-a addr add 10.0.2.255/24 brd - dev lo
ip -n k-a addr add fd00::5/128 dev lo
ip -n k-a -6 route add 2001:db8:3::/64 dev lo
ip -n k-a link set lo mtu 1400 up
ip -n k-a addr
ip -n k-a -6 route add 2001:db8:3::/64 dev lo
ip -n k-a -6 route add 2001:db8:9::5/64 via fe80::2 dev lo
ip -n k-a -6 route replace default via ::1 metric 100
ip -n k-a addr add 127.0.0.5/8 dev lo
ip -n k-a addr del 127.0.0.1/8 dev lo
ip -n k-a link set lo down
ip -n k-a link set lo up
ip -n k-a link set lo address 00:00:00:00:00:00
ip -n k-a link set lo mtu 1279
ip -n k-a -d link
ip -n k-a addr add 0.0.0.0/24 dev lo
ip -n k-a addr del 0.0.0.0/24 dev lo
ip -n k-a addr add 2001:db8::6/64 dev lo
