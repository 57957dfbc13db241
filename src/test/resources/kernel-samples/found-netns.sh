# family: links
ip netns
ip netns list
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip netns
ip netns list
ip netns ls
ip netns show
ip netns add k-a
ip netns add
ip netns add k-a k-d
ip netns add k/x
ip netns add .
ip netns add ..
ip netns add ""
ip netns del
ip netns del k-zz
ip netns foo
ip netns help
ip netns identify
ip netns identify 99999999
ip netns identify foo
ip netns identify 1 2
ip netns exec k-a ip netns identify
ip netns pids k-a
ip netns pids k-zz
ip netns pids
ip netns pids k-a k-b
ip netns exec
ip netns exec k-a
ip netns exec k-zz ip link
ip netns exec k-a ip link show lo
ip netns exec k-a ip netns exec k-b ip -br link
ip -n k-a netns list
ip -n k-a netns exec k-b ip -br link
ip -n k-zz link
ip -n
ip -netns
ip -n k-a
ip -n k-a -n k-b link
ip -n k-a link show lo
ip netns set
ip netns set k-a
ip netns set k-zz 5
ip netns set k-c -1
ip netns
ip -n k-a link add a0 type veth peer name b0 netns k-b
ip -n k-a netns
ip -n k-b netns
ip -n k-a link add a1 type veth peer name b1 netns k-c
ip -n k-a netns
ip -n k-a link show a1
ip -n k-a -j link show a0
ip -n k-a link del a0
ip -n k-a netns
ip netns del k-b
ip -n k-a netns
ip netns attach
ip netns attach k-q
ip netns attach k-q foo
ip -a netns exec
ip -all netns del
ip netns
