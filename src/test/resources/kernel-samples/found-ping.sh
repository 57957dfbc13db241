# family: datapath
# What a random search found: sources given to ping, ARP's choice of a source, errors in sending.
ip netns add k-a
ip netns add k-b
ip -n k-a link add v0 type veth peer name v1 netns k-b
ip -n k-a link set v0 up
ip -n k-b link set v1 up
ip -n k-a addr add 10.0.1.1/24 dev v0
ip -n k-b addr add 10.0.1.2/24 dev v1
ip -n k-a link set lo up
ip -n k-b link set lo up
ip -n k-b addr add 192.0.2.1/32 dev lo
ip -n k-a route add 192.0.2.0/24 via 10.0.1.2
ip netns exec k-b ping -c1 -W1 -n -I 192.0.2.1 10.0.1.1
ip netns exec k-a ping -c1 -W1 -n -I 10.9.9.9 10.0.1.2
ip netns exec k-a ping -c1 -W1 -n -I 10.0.1.1 10.0.1.255
ip netns exec k-a ping -c1 -W1 -n 10.0.1.255
ip netns exec k-a iptables -A OUTPUT -d 10.0.1.2 -j REJECT
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip netns exec k-a iptables -I OUTPUT 1 -d 10.0.1.2 -j DROP
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip netns exec k-a iptables -F OUTPUT
ip netns exec k-b iptables -A OUTPUT -j REJECT --reject-with icmp-host-prohibited
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-b iptables -F OUTPUT
ip netns exec k-b iptables -A INPUT -p icmp -m icmp --icmp-type 8 -j REJECT
ip netns exec k-b iptables -A OUTPUT -m conntrack --ctstate RELATED
ip netns exec k-a ping -c1 -W1 -n 10.0.1.2
ip netns exec k-b iptables -t filter -L OUTPUT -v -x -n
ip netns exec k-a ping -c1 -W1 -n -I v0 192.0.2.1
