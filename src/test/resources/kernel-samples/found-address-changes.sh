# family: addresses
ip netns add k-a
ip -n k-a link add a0 type veth peer name b0
ip -n k-a link set a0 up
ip -n k-a link set b0 up
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.3/24 dev a0
ip -n k-a addr add 10.0.1.1/24 dev a0 label a0:x
ip -n k-a addr add fd00::1/64 dev a0
ip -n k-a addr add fd00::2/64 dev a0
ip -n k-a addr change 10.0.0.2/24 dev a0 label a0:y
ip -n k-a addr change 10.0.0.2/24 dev a0 brd 10.0.0.255
ip -n k-a addr change 10.0.0.2/24 dev a0 metric 9
ip -n k-a addr change 10.0.0.1/24 dev a0 metric 9
ip -n k-a addr replace 10.0.0.1/24 dev a0 metric 10 noprefixroute
ip -n k-a addr replace 10.0.0.1/24 dev a0
ip -n k-a addr replace 10.0.0.9/24 dev a0
ip -n k-a addr change 10.0.0.10/24 dev a0
ip -n k-a addr chg 10.0.0.11/24 dev a0
ip -n k-a addr change 10.0.0.1/25 dev a0
ip -n k-a addr change fd00::1/64 dev a0 metric 44
ip -n k-a addr change fd00::1/64 dev a0 noprefixroute
ip -n k-a addr change fd00::1/64 dev a0
ip -n k-a addr change fd00::9/64 dev a0
ip -n k-a addr change fd00::1/128 dev a0
ip -n k-a addr show dev a0
ip -n k-a route
ip -n k-a -6 route
ip -n k-a addr flush
ip -n k-a addr flush label a0:x
ip -n k-a addr flush dev a0 label a0:y
ip -n k-a -s addr flush dev a0 secondary
ip -n k-a addr show dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.3/24 dev a0
ip -n k-a -s addr flush dev a0 primary
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a -s -s addr flush dev a0 to 10.0.0.0/24
ip -n k-a -s addr flush dev a0
ip -n k-a -s addr flush dev a0
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.2.1/24 dev b0
ip -n k-a -s addr flush scope global
ip -n k-a addr
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add fd00::1/64 dev a0
ip -n k-a -4 addr flush a0
ip -n k-a addr show a0
ip -n k-a -6 addr flush dev a0
ip -n k-a addr show a0
ip -n k-a addr flush up
ip -n k-a addr flush down
ip -n k-a -0 addr flush dev a0
ip -n k-a addr add 10.0.0.1/24 dev a0 scope host
ip -n k-a addr add 10.0.0.1/24 dev lo
ip -n k-a addr add 127.0.0.2/8 dev a0
ip -n k-a addr add 127.0.0.3/8 dev lo
ip -n k-a addr add ::2/128 dev lo
ip -n k-a addr add 10.0.0.0/31 dev a0
ip -n k-a addr add 10.0.3.255/24 dev a0
ip -n k-a addr add 10.0.4.0/24 dev a0
ip -n k-a addr add 0.0.0.0/0 dev a0
ip -n k-a addr add 0/8 dev a0
ip -n k-a addr add 10/8 dev a0
ip -n k-a addr add 10.1/16 dev a0
ip -n k-a addr add any dev a0
ip -n k-a addr add default dev a0
ip -n k-a addr add all dev a0
ip -n k-a addr add 10.0.0.1/255.255.255.0 dev a0
ip -n k-a addr add 10.0.0.77/255.255.255.0 dev a0
ip -n k-a addr add 10.0.0.1/255.0.255.0 dev a0
ip -n k-a addr add 10.0.0.1/ dev a0
ip -n k-a addr add 10.0.0.1/-1 dev a0
ip -n k-a addr add 10.0.0.1/024 dev a0
ip -n k-a addr add 0x0a000001/24 dev a0
ip -n k-a addr add 10.0.0.256/24 dev a0
ip -n k-a addr add 10.0.0.1.1/24 dev a0
ip -n k-a addr add fd00::1/129 dev a0
ip -n k-a addr add fd00::g/64 dev a0
ip -n k-a addr add ::ffff:10.0.0.1/128 dev a0
ip -n k-a addr add ::10.0.0.1/128 dev a0
ip -n k-a addr add fe80::1/64 dev a0
ip -n k-a addr add fec0::1/64 dev a0
ip -n k-a addr add 2002:a00:1::1/48 dev a0
ip -n k-a addr add dev a0
ip -n k-a addr add
ip -n k-a addr add 10.0.0.1/24
ip -n k-a addr add 10.0.0.1/24 dev
ip -n k-a addr add 10.0.0.1/24 dev nope
ip -n k-a addr add 10.0.0.1/24 dev a0 dev b0
ip -n k-a addr add 10.0.0.1/24 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.1/24 local 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.1/24 peer 10.0.0.2 peer 10.0.0.3 dev a0
ip -n k-a addr add 10.0.0.1/24 peer fd00::1 dev a0
ip -n k-a addr add fd00::5/64 peer 10.0.0.1 dev a0
ip -n k-a -4 addr add fd00::5/64 dev a0
ip -n k-a -6 addr add 10.0.0.50/24 dev a0
ip -n k-a addr add 10.0.0.1/24 brd 10.0.0.255 brd + dev a0
ip -n k-a addr add 10.0.0.60/24 brd fd00::1 dev a0
ip -n k-a addr add 10.0.0.60/24 anycast 10.0.0.0 dev a0
ip -n k-a addr add 10.0.0.60/24 label abcdefghijklmnop dev a0
ip -n k-a addr add 10.0.0.60/24 label a0:abcdefghijklmnop dev a0
ip -n k-a addr add 10.0.0.60/24 scope nope dev a0
ip -n k-a addr add 10.0.0.60/24 scope 300 dev a0
ip -n k-a addr add 10.0.0.60/24 scope 200 dev a0
ip -n k-a addr add 10.0.0.61/24 metric foo dev a0
ip -n k-a addr add 10.0.0.61/24 bogus dev a0
ip -n k-a addr show dev a0
ip -n k-a addr del 10.0.0.61/24 dev a0
ip -n k-a addr del 10.0.0.60 dev a0
ip -n k-a addr del 10.0.0.60/25 dev a0
ip -n k-a addr del 10.0.0.60/24 dev b0
ip -n k-a addr del 10.0.0.77/24 dev a0 label foo
ip -n k-a addr del 10.0.0.77/24 dev a0 label a0
ip -n k-a addr del dev a0
ip -n k-a addr del 10.0.0.0 dev a0
ip -n k-a addr del fec0::1 dev a0
ip -n k-a addr del fec0::1/64 dev a0
ip -n k-a addr del fec0::1/64 dev a0
ip -n k-a addr del fe80::1/64 dev a0
ip -n k-a addr del fe80::1/10 dev a0
ip -n k-a addr show dev a0
ip -n k-a addr help
ip -n k-a addr add help
ip -n k-a addr show help
