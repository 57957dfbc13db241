# family: addresses
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link add c0 type veth peer name c1
ip -n k-a link set a0 up
ip -n k-b link set b0 up
ip -n k-a link set c0 up
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev a0
ip -n k-a addr add 10.0.0.3/24 brd + dev a0 label a0:x
ip -n k-a addr add 10.0.0.4/24 brd - dev a0 label a0:1
ip -n k-a addr add 10.0.1.1/24 broadcast 10.0.1.255 scope link dev a0
ip -n k-a addr add 10.0.2.1/24 dev a0 metric 77
ip -n k-a addr add 10.0.3.1/24 dev a0 noprefixroute
ip -n k-a addr add 10.0.4.1 peer 10.0.4.2 dev a0
ip -n k-a addr add 10.0.5.1 peer 10.0.5.2/24 dev a0
ip -n k-a addr add 10.0.6.1/24 peer 10.0.6.2/24 dev a0
ip -n k-a addr add local 10.0.7.1/24 dev a0
ip -n k-a addr add dev a0 10.0.8.1/24
ip -n k-a addr add 10.0.9.1/24 dev a0 proto 7
ip -n k-a addr add 10.0.9.2/24 dev a0 proto kernel_lo
ip -n k-a addr add 10.0.9.3/24 dev a0 proto foo
ip -n k-a addr add 10.0.10.1/24 dev a0 nodad
ip -n k-a addr add 10.0.11.1/24 dev a0 home
ip -n k-a addr add 10.0.12.1/24 dev a0 tentative
ip -n k-a addr add fd00:1::1/64 dev a0
ip -n k-a addr add fd00:1::2/64 dev a0 nodad
ip -n k-a addr add fd00:2::1/64 dev a0 noprefixroute
ip -n k-a addr add fd00:3::1/64 dev a0 metric 50
ip -n k-a addr add fd00:4::1 peer fd00:4::2 dev a0
ip -n k-a addr add fd00:5::1/64 dev a0 home
ip -n k-a addr add fd00:6::1/64 dev a0 optimistic
ip -n k-a addr add fd00:7::1/64 dev a0 mngtmpaddr
ip -n k-a addr add fd00:8::1/64 dev a0 label foo
ip -n k-a addr add fd00:9::1/64 dev a0 scope link
ip -n k-a addr add fd00:9::2/64 brd + dev a0
ip -n k-a addr add fd00:9::3/64 brd fd00:9::ff dev a0
ip -n k-a addr add fd00:a::1/64 dev a0 proto 9
ip -n k-a addr add ff02::5/128 dev a0 autojoin
ip -n k-a addr add 224.0.0.5/32 dev a0 autojoin
ip -n k-a addr show dev a0
ip -n k-a -o addr show dev a0
ip -n k-a -br addr
ip -n k-a addr show up
ip -n k-a addr show down
ip -n k-a addr show to 10.0.0.0/16
ip -n k-a addr show to 10.0.0.1
ip -n k-a addr show to fd00::/16
ip -n k-a addr show scope link
ip -n k-a addr show scope global
ip -n k-a addr show scope host
ip -n k-a addr show scope 253
ip -n k-a addr show scope foo
ip -n k-a addr show scope all
ip -n k-a addr show label a0:x
ip -n k-a addr show label "a0:*"
ip -n k-a addr show label a0
ip -n k-a addr show permanent
ip -n k-a addr show dynamic
ip -n k-a addr show -dynamic
ip -n k-a addr show -permanent
ip -n k-a addr show tentative
ip -n k-a addr show -tentative
ip -n k-a addr show primary
ip -n k-a addr show secondary
ip -n k-a addr show temporary
ip -n k-a addr show deprecated
ip -n k-a addr show -deprecated
ip -n k-a addr show dadfailed
ip -n k-a addr show home
ip -n k-a addr show mngtmpaddr
ip -n k-a addr show nodad
ip -n k-a addr show noprefixroute
ip -n k-a addr show autojoin
ip -n k-a addr show proto 7
ip -n k-a addr show proto kernel_ll
ip -n k-a addr show proto foo
ip -n k-a addr show type veth
ip -n k-a addr show group default
ip -n k-a addr show dev a0 to 10.0.0.0/24 secondary
ip -n k-a addr show a0 up scope link
ip -n k-a -4 addr show dev a0 scope link
ip -n k-a -6 addr show dev a0 scope link
ip -n k-a -6 -o addr
ip -n k-a -4 -br addr show up
ip -n k-a -6 -br addr show up
ip -n k-a -j addr show dev a0
ip -n k-a -j -p -4 addr show dev c0
ip -n k-a -j -br addr show to 10.0.0.0/24
ip -n k-a -d addr show dev a0 to 10.0.4.0/24
ip -n k-a addr list dev a0 label a0:1
ip -n k-a addr show dev
ip -n k-a addr show dev nope
ip -n k-a addr show nope
ip -n k-a addr show to
ip -n k-a addr show to foo
ip -n k-a addr foo
ip -n k-a route show table local
ip -n k-a -6 route show table local
