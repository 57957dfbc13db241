# family: links
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-b link set b0 netns k-c
ip -n k-c link set b0 netns k-a
ip -n k-a link
ip -n k-a link set a0 up
ip -n k-a link set b0 up
ip -n k-a -br link
ip -n k-a addr add 10.0.0.1/24 dev a0
ip -n k-a addr add 10.0.0.2/24 dev b0
ip -n k-a route show table all
ip -n k-a link set a0 netns k-b
ip -n k-a route show table all
ip -n k-b addr
ip -n k-b link set a0 netns k-b
ip -n k-b link set a0 netns k-a name a0
ip -n k-a link set a0 netns k-b name lo
ip -n k-a link set a0 netns k-b name zz up
ip -n k-b -br link
ip -n k-b link set zz mtu 1400 name yy address fa:16:3e:00:00:05 alias "hey" txqueuelen 7
ip -n k-b link show
ip -n k-b link set yy down name xx
ip -n k-b link set xx name yy up mtu 9999
ip -n k-b link show yy
ip -n k-b link set yy name yy
ip -n k-b link set yy netns k-c mtu 50
ip -n k-b link show
ip -n k-c link show
ip -n k-c link set yy mtu 50 up
ip -n k-c link set yy address 01:02:03:04:05:06 up
ip -n k-c link show yy
ip -n k-c link set yy down
ip -n k-c addr add 10.9.0.1/24 dev yy
ip -n k-c link set yy name y1
ip -n k-c addr add 10.9.0.2/24 dev y1 label y1:7
ip -n k-c addr add 10.9.1.2/24 dev y1
ip -n k-c link set y1 name y2
ip -n k-c addr
ip -n k-c link set y2 name abcdefghijklmno
ip -n k-c addr
ip -n k-c link set abcdefghijklmno name y3
ip -n k-c addr
ip -n k-c link set y3 up name y4
ip -n k-c link show y4
ip netns del k-c
ip -n k-a link
ip -n k-b link
ip -n k-a link add p0 type veth peer name p1 netns k-b
ip -n k-a link add q0 type veth peer name q1 netns k-b
ip -n k-a link set p0 netns k-b
ip -n k-b link
ip netns del k-a
ip -n k-b link
ip netns add k-a
ip -n k-a link
ip -n k-b link set p0 netns k-a
ip -n k-b link del p1
ip -n k-a link
ip -n k-a link add lo type veth
ip -n k-a link set lo name foo
ip -n k-a link set lo mtu 1000
ip -n k-a link set lo mtu 0
ip -n k-a link set lo mtu -1
ip -n k-a link set lo mtu 4294967295
ip -n k-a link set lo mtu 65536
ip -n k-a link set lo address 00:00:00:00:00:01
ip -n k-a link set lo arp off
ip -n k-a link set lo multicast on
ip -n k-a link set lo promisc on
ip -n k-a link set lo txqueuelen 5
ip -n k-a link set lo alias loop
ip -n k-a link set lo down
ip -n k-a link set lo up
ip -n k-a -d link show lo
ip -n k-a addr show lo
ip -n k-a addr del 127.0.0.1/8 dev lo
ip -n k-a link set lo down
ip -n k-a link set lo up
ip -n k-a addr show lo
