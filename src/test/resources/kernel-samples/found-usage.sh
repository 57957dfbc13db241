# family: links
ip
ip help
ip -h
ip -help
ip --help
ip foo
ip -foo
ip -V
ip --version
ip li
ip lin
ip linkx
ip a
ip ad
ip addrx
ip r
ip ro
ip ru
ip rul
ip n
ip ne
ip nei
ip net
ip netn
ip -4
ip -6
ip -o
ip -4 -6
ip -46 a
ip -j
ip -n
ip -b
ip -batch -
ip -batch - <<EOF
netns add k-a
netns add k-b

# comment
-n k-a link
link add v0 type veth peer name v1 netns k-a
link show v0 # trailing
netns list
foo
netns add k-c
EOF
ip -force -batch - <<EOF
netns add k-c
netns add k-c
link show nope
netns add k-d
EOF
ip -n k-a -batch - <<EOF
link set lo up
addr show lo
addr add 10.0.0.1/24 dev lo
EOF
ip -n k-a -force -batch - <<EOF
addr add 10.0.0.1/24 dev lo
route add 10.1.0.0/16 via 10.0.0.2
route add 10.1.0.0/16 via 10.0.0.2
rule add from 10.0.0.1 table 5
neigh add 10.0.0.9 lladdr fa:16:3e:00:00:01 dev lo
"link" show 'lo'
link \
 show lo
EOF
ip -n k-a -6 -batch - <<EOF
addr show lo
route
rule
EOF
ip -n k-a link help
ip -n k-a link help
ip -n k-a addr help
ip -n k-a route help
ip -n k-a rule help
ip -n k-a neigh help
ip -n k-a netns help
ip -n k-a monitor help
ip -n k-a link show help
ip -n k-a link help veth
ip -n k-a link help foo
ip -n k-a link add help
ip -n k-a link set help
ip -n k-a link del help
ip -n k-a link xyz
ip -n k-a addr xyz
ip -n k-a route xyz
ip -n k-a rule xyz
ip -n k-a neigh xyz
ip -n k-a -rcvbuf foo link show lo
ip -n k-a -rcvbuf
