# family: links
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a link set a0 arp off
ip -n k-a link show a0
ip -n k-a link set a0 arp on
ip -n k-a link set a0 arp maybe
ip -n k-a link set a0 multicast off
ip -n k-a link show dev a0
ip -n k-a link set a0 multicast on
ip -n k-a link set a0 allmulticast on
ip -n k-a -d link show dev a0
ip -n k-a link set a0 promisc on
ip -n k-a -d link show dev a0
ip -n k-a link set a0 promisc off allmulticast off
ip -n k-a link set dev a0 alias "to the other one"
ip -n k-a link show dev a0
ip -n k-a addr show dev a0
ip -n k-a -d addr show dev a0
ip -n k-a -j link show dev a0
ip -n k-a -o link show dev a0
ip -n k-a link set dev a0 alias ""
ip -n k-a link show dev a0
ip -n k-a link set a0 txqueuelen 500
ip -n k-a link set a0 qlen 0
ip -n k-a link show a0
ip -n k-a link set a0 txqueuelen -1
ip -n k-a link set a0 txqueuelen abc
ip -n k-a link show a0
ip -n k-a link set a0 txqlen 1000
ip -n k-a link set a0 group 5
ip -n k-a link show a0
ip -n k-a link show group 5
ip -n k-a link show group default
ip -n k-a link show group foo
ip -n k-a link set group 5 up
ip -n k-a link set group 5 mtu 1400
ip -n k-a link show group 5
ip -n k-a link set a0 group default
ip -n k-a link set a0 group nope
ip -n k-a link set a0 address fa:16:3e:00:00:01
ip -n k-a link set a0 address fa:16:3e:00:00
ip -n k-a link set a0 address fa:16:3e:00:00:01:02
ip -n k-a link set a0 addr fa:16:3e:00:00:02
ip -n k-a link set a0 broadcast ff:ff:ff:ff:ff:fe
ip -n k-a link show a0
ip -n k-a link set a0 brd ff:ff:ff:ff:ff:ff
ip -n k-a link set a0 mtu
ip -n k-a link set a0
ip -n k-a link set
ip -n k-a link set a0 bogus
ip -n k-a link set a0 bogus 7
ip -n k-a link set dev
ip -n k-a link set dev a0 dev a0 up
ip -n k-a link set a0 a1 up
ip -n k-a link set a0 up down
ip -n k-a link show a0
ip -n k-a link set a0 name
ip -n k-a link set a0 name a1 name a2
ip -n k-a link set a0 mtu 1400 mtu 1500
ip -n k-a link set a0 netns
ip -n k-a link set a0 carrier off
ip -n k-a link set a0 protodown on
ip -n k-a link show a0
ip -n k-a link set a0 protodown off
ip -n k-a link show a0
ip -n k-a link set a0 master b0
ip -n k-a link set a0 nomaster
ip -n k-a link set a0 master a0
ip -n k-a link set a0 vrf foo
ip -n k-a link set a0 type veth
ip -n k-a link set a0 type dummy
ip -n k-a link set a0 addrgenmode none
ip -n k-a -d link show a0
ip -n k-a link set a0 addrgenmode eui64
