# family: addresses
ip netns add k-a
ip -n k-a link add a0 type veth peer name b0
ip -n k-a link set a0 up
ip -n k-a link set b0 up
ip netns exec k-a sysctl net.ipv4.conf.a0.tag
ip netns exec k-a sysctl net.ipv4.ip_local_port_range
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=1000 2000"
ip netns exec k-a sysctl -w "net.ipv4.ip_local_port_range=2000 1000"
ip netns exec k-a sysctl net.ipv4.ip_local_port_range
ip netns exec k-a sysctl -w net.ipv4.ip_nonlocal_bind=1
ip netns exec k-a sysctl -w net.ipv4.ip_nonlocal_bind=2
ip netns exec k-a sysctl -w net.ipv6.ip_nonlocal_bind=1
ip netns exec k-a sysctl -w net.ipv4.icmp_echo_ignore_all=1
ip netns exec k-a sysctl -w net.ipv4.neigh.default.gc_thresh1=1
ip netns exec k-a sysctl net.ipv4.neigh.default.gc_thresh3
ip netns exec k-a sysctl net.ipv4.neigh.a0.ucast_solicit net.ipv4.neigh.a0.mcast_solicit
ip netns exec k-a sysctl -w net.ipv4.neigh.a0.ucast_solicit=5
ip netns exec k-a sysctl -w net.ipv4.neigh.a0.ucast_solicit=-1
ip netns exec k-a sysctl -w net.ipv4.neigh.default.ucast_solicit=9
ip netns exec k-a sysctl net.ipv4.neigh.b0.ucast_solicit net.ipv4.neigh.a0.ucast_solicit
ip netns exec k-a sysctl net.netfilter.nf_conntrack_max
ip netns exec k-a sysctl -w net.netfilter.nf_conntrack_max=1000
ip netns exec k-a sysctl net.core.somaxconn
ip netns exec k-a sysctl -w net.core.somaxconn=128
ip netns exec k-a sysctl -w net.ipv4.fib_multipath_hash_policy=1
ip netns exec k-a sysctl -w net.ipv4.fib_multipath_hash_policy=4
ip netns exec k-a sysctl -w net.ipv4.route.flush=1
ip netns exec k-a sysctl net.ipv4.route.flush
ip netns exec k-a sysctl -w net.ipv6.route.flush=1
ip netns exec k-a sysctl net.ipv6.route.flush
ip netns exec k-a sysctl -w net.ipv4.conf.all.mc_forwarding=1
ip netns exec k-a sysctl net.ipv4.conf.all.mc_forwarding
ip netns exec k-a sysctl -w net.ipv4.conf.all.promote_secondaries=1
ip netns exec k-a sysctl -w net.ipv4.conf.a0.ignore_routes_with_linkdown=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.route_localnet=1
ip netns exec k-a sysctl -w net.ipv4.conf.all.log_martians=1
ip netns exec k-a sysctl -w net.ipv6.conf.a0.addr_gen_mode=1
ip -n k-a -6 addr show dev a0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.addr_gen_mode=4
ip netns exec k-a sysctl -w net.ipv6.conf.a0.addr_gen_mode=2
ip netns exec k-a sysctl net.ipv6.conf.a0.stable_secret
ip netns exec k-a sysctl -w net.ipv6.conf.a0.hop_limit=0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.hop_limit=256
ip netns exec k-a sysctl -w net.ipv6.conf.a0.hop_limit=255
ip netns exec k-a sysctl -w net.ipv6.conf.a0.proxy_ndp=1
ip netns exec k-a sysctl -w net.ipv6.conf.all.proxy_ndp=1
ip netns exec k-a sysctl net.ipv6.conf.a0.proxy_ndp net.ipv6.conf.b0.proxy_ndp
ip netns exec k-a sysctl -w net.ipv6.conf.a0.accept_dad=0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.dad_transmits=0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.autoconf=0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.keep_addr_on_down=1
ip netns exec k-a sysctl -w net.ipv6.conf.a0.use_tempaddr=2
ip netns exec k-a sysctl -w net.ipv6.conf.a0.use_tempaddr=0
ip netns exec k-a sysctl -w net.ipv6.conf.a0.ndisc_notify=1
ip netns exec k-a sysctl -w net.ipv6.bindv6only=1
ip netns exec k-a sysctl net.ipv6.conf.a0.accept_ra_min_hop_limit
