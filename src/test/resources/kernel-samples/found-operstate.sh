# family: links
# A veth's operational state is computed when somebody asks for the device by its name, or at once
# if it is up; the other end is looked for by its index in the own namespace.
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a link add a0 type veth peer name e0 netns k-b
ip -n k-b link add q0 type veth peer name w0 netns k-c
ip -n k-a link set a0 up
ip -n k-b link set e0 up
ip -n k-b link set q0 up
ip -n k-c link set w0 netns k-b name w9
ip -n k-b -br link
ip -n k-b link set w9 up
ip -n k-b -br link
ip -n k-b link set w9 down
ip -n k-b -br link
ip -n k-b link set w9 netns k-c
ip -n k-c link set w9 netns k-b
ip -n k-b -br link
