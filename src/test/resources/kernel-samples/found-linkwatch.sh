# family: links
# a carrier that is lost is looked at late where the other end has the same index elsewhere: what is
# down is looked at then too, and keeps that state when the other end comes near
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add s0 type veth peer name s1 netns k-b
ip -n k-a link set s0 up
ip -n k-b link set s1 up
ip -n k-a link set s0 down
ip -n k-b link set s1 netns k-a
ip -n k-a link set s0 up
ip -n k-a -o link show
ip -n k-a link set s1 up
ip -n k-a link set s1 down
ip -n k-a -o link show
# other indexes: it is looked at when somebody asks
ip -n k-c link add x0 type veth peer name x1
ip -n k-b link add d0 type veth peer name d1 netns k-c
ip -n k-b link set d0 up
ip -n k-c link set d1 up
ip -n k-b link set d0 down
ip -n k-c link set d1 netns k-b
ip -n k-b link set d0 up
ip -n k-b -o link show
# there, back, and in either order
ip -n k-b link set d1 netns k-c
ip -n k-b -o link show
ip -n k-c link set d1 up
ip -n k-c link set d1 netns k-b
ip -n k-b -o link show
ip -n k-b link set d0 down
ip -n k-b link set d1 up
ip -n k-b -o link show
ip -n k-b link set d0 netns k-c
ip -n k-b link set d1 netns k-c
ip -n k-c link set d0 up
ip -n k-c -o link show
ip -n k-c link set d1 up
ip -n k-c link set d0 down
ip -n k-c -o link show
# a pair of one index makes up the time for another
ip netns add k-d
ip -n k-d link add p0 type veth peer name p1 netns k-b
ip -n k-d link add index 20 q0 type veth peer name q1 netns k-b
ip -n k-d link set p0 up
ip -n k-b link set p1 up
ip -n k-d link set q0 up
ip -n k-b link set q1 up
ip -n k-d link set q0 down
ip -n k-d link set p0 down
ip -n k-b link set q1 netns k-d
ip -n k-d link set q0 up
ip -n k-d -o link show
# the other end goes with its namespace
ip netns del k-b
ip -n k-d -o link show
