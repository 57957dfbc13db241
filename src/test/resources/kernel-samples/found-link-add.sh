# family: links
ip netns add k-a
ip netns add k-b
ip -n k-a link add a0 type veth
ip -n k-a link
ip -n k-a link add type veth
ip -n k-a link
ip -n k-a link add type veth peer name p0
ip -n k-a link add name x0 type veth peer name x1 netns k-b
ip -n k-a link add dev y0 type veth peer name y1 netns k-b
ip -n k-a link add dev z0 name z1 type veth
ip -n k-a link add z0 mtu 1400 txqueuelen 100 type veth peer name z1 txqueuelen 200 mtu 1300
ip -n k-a link show z0
ip -n k-a link show z1
ip -n k-a link add u0 up type veth peer name u1 up
ip -n k-a link show u0
ip -n k-a link show u1
ip -n k-a link add q0 address fa:16:3e:00:00:11 arp off type veth peer name q1 address fa:16:3e:00:00:12 alias peer
ip -n k-a link show q0
ip -n k-a link show q1
ip -n k-a link add g0 group 7 type veth peer name g1
ip -n k-a link show g0
ip -n k-a link add h0 index 77 type veth peer name h1 index 88
ip -n k-a -d link show h0
ip -n k-a link add h0 index 77 type veth peer name h3
ip -n k-a link add h2 index 77 type veth peer name h3
ip -n k-a link add h2 index 0 type veth peer name h3
ip -n k-a link add h2 index -4 type veth peer name h3
ip -n k-a link add d0
ip -n k-a link add
ip -n k-a link add type
ip -n k-a link add d0 type nosuchkind
ip -n k-a link add a0 type veth peer name n0
ip -n k-a link add n0 type veth peer name a0
ip -n k-a link add n0 type veth peer name n0
ip -n k-a link add n0 type veth peer name n0 netns k-b
ip -n k-a link add m0 type veth peer m1
ip -n k-a link add m2 type veth peer
ip -n k-a link add m4 type veth peer name
ip -n k-a link add m4 type veth foo
ip -n k-a link add m4 type veth peer name m5 type veth
ip -n k-a link add m4 type veth peer name m5 bogus
ip -n k-a link add m4 bogus type veth
ip -n k-a link add m4 netns k-b type veth peer name m5
ip -n k-b link show m4
ip -n k-a link show m5
ip -n k-a link add m6 netns k-none type veth peer name m7
ip -n k-a link add m6 type veth peer name m7 netns k-none
ip -n k-a link add m6 type veth peer name m7 mtu 67
ip -n k-a link add m6 mtu 67 type veth peer name m7
ip -n k-a link add m6 mtu 70000 type veth peer name m7
ip -n k-a link add m6 mtu abc type veth peer name m7
ip -n k-a link add m6 address 01:00:00:00:00:01 type veth peer name m7
ip -n k-a link add m6 address 00:00:00:00:00:00 type veth peer name m7
ip -n k-a link add m6 type veth peer name m7 address ff:ff:ff:ff:ff:ff
ip -n k-a link add veth%d type veth peer name p%d
ip -n k-a link add "sp ace" type veth
ip -n k-a link add m%s type veth
ip -n k-a link add . type veth
ip -n k-a link add .. type veth
ip -n k-a link add a:b type veth
ip -n k-a link add abcdefghijklmnopqrs type veth
ip -n k-a link add all type veth
ip -n k-a link add default type veth
ip -n k-a link
ip -n k-a link del a0
ip -n k-a link del
ip -n k-a link del dev
ip -n k-a link del a0
ip -n k-a link del lo
ip -n k-a link delete x0 type veth
ip -n k-a link del group 7
ip -n k-a link del bogus foo
ip -n k-a link replace r0 type veth peer name r1
ip -n k-a link replace r0 mtu 1400 type veth
ip -n k-a link change r0 mtu 1300
ip -n k-a link show r0
ip -n k-a -br link
ip -n k-b -br link
