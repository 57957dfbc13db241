# family: links
ip netns add k-a
ip -n k-a link add a0 type veth peer name b0
ip -n k-a link set a0 type veth peer name foo
ip -n k-a link set a0 type veth peer name b0
ip -n k-a link set a0 type veth foo
ip -n k-a link set a0 type veth mtu 1400
ip -n k-a link set a0 mtu 1400 type veth
ip -n k-a link show a0
ip -n k-a link set a0 carrier o
ip -n k-a link set a0 protodown 1
ip -n k-a link set a0 d
ip -n k-a link set a0 dynamic
ip -n k-a link set a0 trailers 1
ip -n k-a link set l up
ip -n k-a link set l carrier off
ip -n k-a link add x0 link nope type veth
ip -n k-a link add x0 type foo bar
ip -n k-a link add x0 type foo help
ip -n k-a link add x0 type foo
ip -n k-a addr add default dev a0
ip -n k-a addr add default 10.0.0.1/24 dev a0
ip -n k-a addr add any any dev a0
ip -n k-a addr show dev a0
