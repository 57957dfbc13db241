# family: addresses
ip netns add k-a
ip -n k-a link add a0 type veth peer name b0
ip -n k-a link set a0 up
ip -n k-a link set b0 up
ip -n k-a addr add 10.0.0.1/24 dev a0 valid_lft 1000 preferred_lft 500
ip -n k-a addr add 10.0.0.2/24 dev a0 valid_lft forever preferred_lft 500
ip -n k-a addr add 10.0.0.3/24 dev a0 valid_lft 1000
ip -n k-a addr add 10.0.0.4/24 dev a0 preferred_lft 500
ip -n k-a addr add 10.0.0.5/24 dev a0 preferred_lft 0
ip -n k-a addr add 10.0.0.6/24 dev a0 valid_lft 0
ip -n k-a addr add 10.0.0.7/24 dev a0 valid_lft 100 preferred_lft 500
ip -n k-a addr add 10.0.0.8/24 dev a0 valid_lft foo
ip -n k-a addr add 10.0.0.8/24 dev a0 preferred_lft foo
ip -n k-a addr add 10.0.0.9/24 dev a0 valid_lft forever preferred_lft forever
ip -n k-a addr add fd00:1::2/64 dev a0 valid_lft forever preferred_lft 500
ip -n k-a addr add fd00:1::3/64 dev a0 preferred_lft 0
ip -n k-a addr add fd00:1::4/64 dev a0 valid_lft 0
ip -n k-a addr add fd00:1::6/64 dev a0 valid_lft 100 preferred_lft 500
ip -n k-a addr show dev a0
ip -n k-a addr show dev a0 dynamic
ip -n k-a addr show dev a0 permanent
ip -n k-a addr show dev a0 deprecated
ip -n k-a -j addr show dev a0 deprecated
ip -n k-a -6 route
ip -n k-a route
ip -n k-a addr change 10.0.0.1/24 dev a0 valid_lft forever preferred_lft forever
ip -n k-a addr change fd00:1::1/64 dev a0 valid_lft forever preferred_lft forever
ip -n k-a addr change fd00:1::3/64 dev a0 preferred_lft 100
ip -n k-a addr show dev a0
ip -n k-a addr flush dev a0 dynamic
ip -n k-a addr show dev a0
