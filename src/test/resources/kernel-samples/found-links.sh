# family: found
ip netns add k-a
ip netns add k-b
ip -n k-a link add lo mtu 65536 type veth peer name x
ip -n k-a link add lo type veth peer name x mtu 20
ip -n k-a link add lo type veth peer name x address 01:00:00:00:00:00
ip -n k-a link add v1 type veth peer name w1
ip -n k-b link add v1 type veth peer name X
ip -n k-a link set v1 name X netns k-b
ip -n k-a link set v1 name Y netns k-b
ip -n k-a link add z1 type veth peer name z2
ip -n k-a link set z1 name X netns k-b
ip -n k-b link set z1 up
ip -n k-a link set z2 netns k-b
ip -n k-b link
ip -n k-a link add z3 netns k-b type veth peer name z4
ip -n k-a link add type veth
ip -n k-a link add a:b type veth peer name z9
ip -n k-a link add abcdefghijklmnop type veth peer name z9
ip -n k-a link add z9 type veth foo
ip -n k-a link add z9 type veth peer name z8 type veth
ip -n k-a link set z4 address 00:11
ip -n k-a link set z4 foo
ip -n k-a -br link
ip -n k-b -br link
ip -n k-b -6 addr
