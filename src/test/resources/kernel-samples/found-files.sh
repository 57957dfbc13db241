# family: links
# Files: batches, iptables-save -f, iptables-restore FILE, help
ip netns add k-a
echo 'link add v0 type veth peer name v1' > /tmp/b; echo 'link set nope up' >> /tmp/b; echo 'link set v0 up' >> /tmp/b
ip -n k-a -b /tmp/b
ip -n k-a -force -batch /tmp/b
ip -n k-a -batch /tmp/none
ip -n k-a -batch /tmp
ip netns exec k-a iptables -A INPUT -j ACCEPT
ip netns exec k-a iptables-save -f /tmp/s
ip netns exec k-a iptables-save -c -t filter
ip netns exec k-a iptables-save -c -t nat
ip netns exec k-a iptables-save -M /sbin/modprobe -t mangle --file=/tmp/s2
ip netns exec k-a iptables-save -f /nope/x
ip netns exec k-a iptables-save extra
ip netns exec k-a iptables -F
ip netns exec k-a iptables-restore /tmp/s
ip netns exec k-a iptables-save
ip netns exec k-a iptables-restore -n /tmp/s
ip netns exec k-a iptables-restore /tmp/nope
ip netns exec k-a iptables-restore /tmp/s /tmp/s2
ip netns exec k-a iptables-restore < /tmp/s
ip netns exec k-a iptables-restore -t /tmp/s
echo '*nope' > /tmp/bad; ip netns exec k-a iptables-restore /tmp/bad
ip netns exec k-a iptables-restore --help
ip netns exec k-a ip6tables-restore -h
ip netns exec k-a iptables-save --help
ip netns exec k-a iptables -h
ip netns exec k-a ip6tables -t nat -A INPUT --help
ip -n k-a link show nope > /tmp/l 2>&1 || cat /tmp/l
