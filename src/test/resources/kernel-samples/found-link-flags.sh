# family: found
ip netns add k-a
ip -n k-a link add v0 type veth peer name v1
ip -n k-a link set v0 up
ip -n k-a link set v1 up
ip -n k-a link set v0 arp off
ip -n k-a link show v0
ip -n k-a link set v0 arp maybe
ip -n k-a link set v0 promisc on allmulticast on
ip -n k-a -d link show v0
ip -n k-a link set v0 multicast off txqueuelen 500 alias hello
ip -n k-a link show v0
ip -n k-a link set v0 promisc off allmulticast off multicast on arp on
ip -n k-a link set v0 txqueuelen 0
ip -n k-a link set v0 txqueuelen -1
ip -n k-a link set v0 txqueuelen abc
ip -n k-a link set v0 addrgenmode none
ip -n k-a link set v0 addrgenmode foo
ip -n k-a -d link show v0
ip -n k-a link set v0 down
ip -n k-a link set v0 up
ip -n k-a addr show v0
ip -n k-a link set v0 alias ""
ip -n k-a -j link show v0
