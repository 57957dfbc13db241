# family: addresses
# IPv6 addresses that last for a time, and what their prefix routes make of it
ip netns add k-a
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a addr add fd00::1/64 dev v0 valid_lft 1000 preferred_lft 500
ip -n k-a -6 addr show dev v0
ip -n k-a -6 route
ip -n k-a addr add fd00::2/64 dev v0
ip -n k-a -6 route
ip -n k-a addr del fd00::2/64 dev v0
ip -n k-a -6 route
ip -n k-a addr change fd00::1/64 dev v0 valid_lft 2000 preferred_lft 0
ip -n k-a -6 addr show dev v0
ip -n k-a -6 route
ip -n k-a addr change fd00::1/64 dev v0 valid_lft forever preferred_lft forever
ip -n k-a -6 route
ip -n k-a addr change fd00::1/64 dev v0 valid_lft 3000
ip -n k-a addr del fd00::1/64 dev v0
ip -n k-a -6 route
ip -n k-a addr add fd00::3/64 dev v0 valid_lft 1000 preferred_lft 500 noprefixroute
ip -n k-a addr add fd00::4/64 dev v0 valid_lft 1000 preferred_lft 500
ip -n k-a addr add fd00::5/64 dev v0 valid_lft 2000 preferred_lft 500
ip -n k-a -6 route
ip -n k-a addr del fd00::5/64 dev v0
ip -n k-a -6 route
ip -n k-a addr add fd00::6/64 dev v0
ip -n k-a addr change fd00::6/64 dev v0 noprefixroute
ip -n k-a -6 route
ip -n k-a addr add fd01::6/64 dev v0
ip -n k-a addr add fd01::7/64 dev v0 valid_lft 1000 preferred_lft 500
ip -n k-a addr change fd01::6/64 dev v0 noprefixroute
ip -n k-a -6 route
ip -n k-a link set v0 down
ip -n k-a addr add fd00::6/64 dev v0 valid_lft 1000 preferred_lft 500
ip -n k-a link set v0 up
ip -n k-a -6 addr
ip -n k-a -6 route
