# family: addresses
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 address fa:16:3e:00:00:01 type veth peer name b0 address fa:16:3e:00:00:02 netns k-b
ip -n k-a addr add fd00:1::1/64 dev a0
ip -n k-a addr add fd00:2::1/128 dev a0
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip -n k-a link set a0 up
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip -n k-b link set b0 up
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip -n k-b link set b0 down
ip -n k-a -6 route show table all
ip -n k-b link set b0 up
ip -n k-a link set a0 mtu 1279
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip -n k-a addr add fd00:1::1/64 dev a0
ip -n k-a link set a0 mtu 1280
ip -n k-a addr show dev a0
ip -n k-a addr add fd00:1::1/64 dev a0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.keep_addr_on_down=1
ip -n k-a link set a0 down
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip -n k-a link set a0 up
ip -n k-a addr show dev a0
ip -n k-a -6 route show table all
ip netns exec k-a sysctl -w net.ipv6.conf.all.keep_addr_on_down=-1
ip -n k-a link set a0 down
ip -n k-a addr show dev a0
ip -n k-a link set a0 up
ip netns exec k-a sysctl -w net.ipv6.conf.all.forwarding=1
ip -n k-a -6 route show table local
ip -n k-a addr add fd00:1::1/64 dev a0
ip -n k-a addr add fd00:1::2/64 dev a0
ip -n k-a addr add fd00:3::1/127 dev a0
ip -n k-a -6 route show table local
ip -n k-a addr del fd00:1::1/64 dev a0
ip -n k-a -6 route show table all
ip -n k-a addr del fd00:1::2/64 dev a0
ip -n k-a -6 route show table all
ip netns exec k-a sysctl -w net.ipv6.conf.a0.forwarding=0
ip -n k-a -6 route show table local
ip -n k-a link set a0 address fa:16:3e:00:00:09
ip -n k-a addr show dev a0
ip -n k-a link set a0 down
ip -n k-a link set a0 up
ip -n k-a addr show dev a0
ip -n k-a addr flush dev a0 scope link
ip -n k-a -6 route
ip -n k-a addr add fe80::5/64 dev a0
ip -n k-a addr add fe80::6/10 dev a0
ip -n k-a -6 route
ip -n k-a link set a0 netns k-b
ip -n k-b addr
ip -n k-b -6 route show table all
ip -n k-a -6 route show table all
ip -n k-b link set a0 name z0 up
ip -n k-b -6 addr
ip -n k-b link set lo up
ip -n k-b -6 route show table all
ip -n k-b link set lo down
ip -n k-b -6 route show table all
ip -n k-b -6 addr
