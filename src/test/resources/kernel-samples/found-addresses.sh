# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a addr add dev v0
ip -n k-a -4 addr add dev v0
ip -n k-a -6 addr add dev v0
ip -n k-a addr add peer 10.0.0.1 dev v0
ip -n k-a addr add peer fd00::2/64 dev v0
ip -n k-a addr add 10.0.0.1/24 brd + dev v0
ip -n k-a addr add 10.0.0.2/24 dev v0
ip -n k-a addr add 10.0.1.2 peer 10.0.1.3 dev v0 label foo
ip -n k-a addr add nodad fd00::1/64 dev v0
ip -n k-a addr add fd00::3/64 nodad dev v0 metric 55
ip -n k-a addr add default dev v0
ip -n k-a addr
ip -n k-a -d addr
ip -n k-a -j addr
ip -n k-a -j -p addr show dev v0
ip -n k-a -j addr show dev v0 to 10.0.0.0/24
ip -n k-a -j -br addr
ip -n k-a -br addr
ip -n k-a -o addr
ip -n k-a addr show label foo
ip -n k-a addr show secondary
ip -n k-a addr show scope link
ip -n k-a addr del 10.0.0.9/24 dev v0
ip -n k-a addr del 10.0.0.1 dev v0
ip -n k-a link set v0 mtu 1279
ip -n k-a addr add fd00::9/64 dev v0
