# family: links
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link add c0 type veth peer name c1
ip -n k-a link set c0 up
ip -n k-a link set c1 up
ip -n k-a addr add 10.0.0.1/24 dev c0
ip -n k-a -j link
ip -n k-a -j -p link show a0
ip -n k-a -j -p link show c0
ip -n k-a -j addr
ip -n k-a -j -p addr show dev c0
ip -n k-a -br -j link
ip -n k-a -br -j addr
ip -n k-a -br -p -j addr show c0
ip -n k-a -j -d link show c0
ip -n k-a -p link show a0
ip -n k-a -br -4 addr
ip -n k-a -br -6 addr
ip -n k-a -4 addr
ip -n k-a -6 addr
ip -n k-a -0 addr
ip -n k-a -4 link
ip -n k-a -6 link
ip -n k-a -0 link
ip -n k-a -f inet addr
ip -n k-a -f inet6 addr
ip -n k-a -f link addr
ip -n k-a -f foo addr
ip -n k-a -f
ip -n k-a -family inet -o addr
ip -n k-a -o -br link
ip -n k-a -o -j link show c0
ip -n k-a -o -d addr show c0
ip -n k-a -h link show c0
ip -n k-a -N link show c0
ip -n k-a -N -d addr show c0
ip -n k-a -t link show c0
ip -n k-a -ts link show c0
ip -n k-a -x link
ip -n k-a -details link show c0
ip -n k-a -det -one link show c0
ip -n k-a -V
ip -Version
ip -n k-a link show up
ip -n k-a link show down
ip -n k-a link show up down
ip -n k-a link show type veth
ip -n k-a link show type dummy
ip -n k-a link show type nosuch
ip -n k-a link show type
ip -n k-a link show master c0
ip -n k-a link show master nope
ip -n k-a link show nomaster
ip -n k-a link show vrf foo
ip -n k-a link show dev
ip -n k-a link show dev nope
ip -n k-a link show nope
ip -n k-a link show dev c0 c1
ip -n k-a link show c0 up
ip -n k-a link show a0 up
ip -n k-a link list dev c0
ip -n k-a link lst
ip -n k-a link ls c0
ip -n k-a link sh c0
ip -n k-a l l
ip -n k-a l
ip -n k-a lin sho c0
ip -n k-a a s c0
ip -n k-a link foo
ip -n k-a link show novf
