# family: links
# Further names of devices
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02
ip -n k-a link property add dev v0 altname foo
ip -n k-a link property add dev v0 altname bar altname a-very-long-alternative-name
ip -n k-a link show v0
ip -n k-a link show foo
ip -n k-a link show a-very-long-alternative-name
ip -n k-a -o link show v0
ip -n k-a -j link show v0
ip -n k-a -br link show v0
ip -n k-a -d link show bar
ip -n k-a link set foo up
ip -n k-a link set a-very-long-alternative-name mtu 1400
ip -n k-a addr add 10.0.0.1/24 dev foo
ip -n k-a addr show foo
ip -n k-a -6 addr show
ip -n k-a route add 10.9.0.0/16 dev bar
ip -n k-a route add 10.8.0.0/16 dev a-very-long-alternative-name
ip -n k-a neigh add 10.0.0.9 lladdr 02:00:00:00:00:09 dev foo
ip -n k-a rule add iif foo lookup 7
ip -n k-a rule
ip -n k-a link set foo name foo
ip -n k-a link set v0 name foo
ip -n k-a link property add dev v0 altname foo
ip -n k-a link property add dev v0 altname new altname v1 altname never
ip -n k-a link show v0
ip -n k-a link property add dev v0
ip -n k-a link property del dev v0 altname nope
ip -n k-a link property del dev v0 altname v0
ip -n k-a link property del dev v1 altname foo
ip -n k-a link property del dev v0 altname bar
ip -n k-a link property del dev foo altname a-very-long-alternative-name
ip -n k-a link add foo type veth peer name zz
ip -n k-a link show v0
ip -n k-a link property foo
ip -n k-a link property add v0 altname x
ip -n k-a link property add dev v0 dev v1 altname x
ip -n k-a link property add altname x
ip -n k-a link property add dev v0 altname
ip -n k-a link property add dev v0 altname "a b"
ip -n k-a link property add dev nope altname x
ip -n k-b link add foo address 02:00:00:00:00:03 type veth peer name z address 02:00:00:00:00:05
ip -n k-a link set v0 netns k-b
ip -n k-b link del foo
ip -n k-a link set foo netns k-b
ip -n k-b link show foo
ip -n k-a link show foo
ip -n k-b link set v0 name v7
ip -n k-b link show new
ip -n k-b link del x
ip -n k-a link
