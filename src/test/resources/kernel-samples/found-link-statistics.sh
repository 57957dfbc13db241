# family: links
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link add c0 type veth peer name c1
ip -n k-a link set c0 up
ip -n k-a -s link show c0
ip -n k-a -s -s link show c0
ip -n k-a -s link
ip -n k-a -s -o link show c0


ip -n k-a -s addr show c0
ip -n k-a -s -d link show c0
ip -n k-a -s -h link show c0
ip -n k-a -stats link show lo
ip -n k-a -statistics link show lo
ip -n k-a -s -br link
ip -n k-a -s -br addr
ip netns add k-c
ip netns add k-d
ip -n k-c link add a0 type veth peer name b0 netns k-d
ip netns exec k-c sysctl -w net.ipv6.conf.a0.disable_ipv6=1
ip netns exec k-d sysctl -w net.ipv6.conf.b0.disable_ipv6=1
ip -n k-c link set a0 up
ip -n k-d link set b0 up
ip -n k-c addr add 10.0.0.1/24 dev a0
ip -n k-d addr add 10.0.0.2/24 dev b0
ip netns exec k-c ping -c1 -W1 -n 10.0.0.2
ip -n k-c -s link show a0
ip -n k-d -s -s link show b0
ip -n k-c -s -j link show a0
ip -n k-c -s link show a0
ip netns exec k-c ping -c1 -W1 -n 127.0.0.1
ip -n k-d link set b0 down
ip -n k-d link set b0 up
ip -n k-c -s -s link show a0
