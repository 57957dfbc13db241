ip netns add k-a
ip netns exec k-a iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange ! --src-range 10.0.0.1-10.0.0.9 --dst-range 10.1.0.1-10.1.0.1 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range 10.0.0.1 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range 10.0.0.9-10.0.0.1 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range x-y -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range 10.0.0.1- -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range 10.0.0.1-10.0.0.2-10.0.0.3 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --dst-range "" -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --src-range 10.0.0.1-10.0.0.9 --src-range 10.0.0.1-10.0.0.9 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --src-range 2001::1-2001::2 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m iprange --src-range 10.0.1-10.0.2 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m iprange ! --dst-range 2001:db8::1-2001:db8::9 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m iprange --dst-range 10.0.0.1-10.0.0.2 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 100 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 100:200 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length ! --length :200 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 100: -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length : -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 200:100 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length x -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 70000 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 1:2:3 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 0:65535 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length --length 5:5 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m length -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m length --length 40:60 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m addrtype --dst-type LOCAL -j ACCEPT
ip netns exec k-a iptables -A INPUT -m addrtype ! --src-type UNICAST,BROADCAST -j ACCEPT
ip netns exec k-a iptables -A INPUT -m addrtype --src-type local --dst-type MULTICAST -j ACCEPT
ip netns exec k-a iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT
ip netns exec k-a iptables -A INPUT -m addrtype --dst-type LOCAL --limit-iface-out -j ACCEPT
ip netns exec k-a iptables -A OUTPUT -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT
ip netns exec k-a iptables -A OUTPUT -m addrtype --dst-type LOCAL --limit-iface-out -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type LOCAL --limit-iface-in --limit-iface-out -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --limit-iface-in -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type FOO -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type "" -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type LOCAL,FOO -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type LOC -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type UNSPEC,UNICAST,LOCAL,BROADCAST,ANYCAST,MULTICAST,BLACKHOLE,UNREACHABLE,PROHIBIT,THROW,NAT,XRESOLVE -j ACCEPT
ip netns exec k-a iptables -A FORWARD -m addrtype --dst-type LOCAL --dst-type LOCAL -j ACCEPT
ip netns exec k-a iptables -N u
ip netns exec k-a iptables -A u -m addrtype --dst-type LOCAL --limit-iface-in -j ACCEPT
ip netns exec k-a iptables -A OUTPUT -j u
ip netns exec k-a ip6tables -A INPUT -m addrtype --dst-type LOCAL -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m addrtype --dst-type BROADCAST -j ACCEPT
ip netns exec k-a iptables -t nat -A PREROUTING -m addrtype --dst-type LOCAL -j REDIRECT
ip netns exec k-a iptables -S
ip netns exec k-a iptables -nL
ip netns exec k-a iptables -L
ip netns exec k-a ip6tables -S
ip netns exec k-a ip6tables -nL
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST SYN -j TCPMSS --clamp-mss-to-pmtu
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp -m tcp --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 70000
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1400 --clamp-mss-to-pmtu
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
ip netns exec k-a iptables -t mangle -A INPUT -p tcp --syn -j TCPMSS --clamp-mss-to-pmtu
ip netns exec k-a iptables -t mangle -A INPUT -p tcp --syn -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t nat -A POSTROUTING -p tcp --syn -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --tcp-flags SYN,RST RST -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp --tcp-flags ALL SYN -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -A FORWARD -p tcp -m tcp ! --tcp-flags SYN,RST SYN -j TCPMSS --set-mss 1400
ip netns exec k-a ip6tables -t mangle -A FORWARD -p tcp --syn -j TCPMSS --set-mss 1400
ip netns exec k-a iptables -t mangle -S
ip netns exec k-a iptables -t mangle -nL
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type unicast -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype ! --pkt-type broadcast -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type Multicast -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type bcast -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type host -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type foo -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype --pkt-type uni -j ACCEPT
ip netns exec k-a iptables -A INPUT -m pkttype -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl-eq 64 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl ! --ttl-eq 64 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl 64 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl-lt 5 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl-gt 5 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl ! --ttl-gt 5 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl-gt 5 --ttl-lt 9 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl --ttl-eq 256 -j ACCEPT
ip netns exec k-a iptables -A INPUT -m ttl -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m hl --hl-eq 64 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m hl ! --hl-eq 64 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m hl --hl-lt 64 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m hl --hl-gt 64 -j ACCEPT
ip netns exec k-a ip6tables -A INPUT -m ttl --ttl-gt 64 -j ACCEPT
ip netns exec k-a iptables -t mangle -A POSTROUTING -p udp --dport 68 -j CHECKSUM --checksum-fill
ip netns exec k-a iptables -A OUTPUT -j CHECKSUM --checksum-fill
ip netns exec k-a iptables -t mangle -A POSTROUTING -j CHECKSUM
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 5
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-orig 5
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-reply 5
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-orig 5 --zone-reply 6
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone mark
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-orig mark
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --notrack --zone 5
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 5 --notrack
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 65536
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone x
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-orig x
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 5 --zone-orig 6
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 5 --zone 6
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 0
ip netns exec k-a iptables -t raw -A OUTPUT -j CT
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone-orig 0
ip netns exec k-a iptables -t raw -A OUTPUT -j CT --zone 0x10
ip netns exec k-a iptables -t raw -A OUTPUT -j NOTRACK --zone 1
ip netns exec k-a iptables -t raw -A OUTPUT -j NOTRACK --notrack
ip netns exec k-a iptables -t filter -A OUTPUT -j CT --zone 4
ip netns exec k-a iptables -S
ip netns exec k-a iptables -nL INPUT
ip netns exec k-a iptables -L INPUT
ip netns exec k-a iptables -t mangle -S
ip netns exec k-a iptables -t mangle -nL
ip netns exec k-a iptables -t raw -S
ip netns exec k-a iptables -t raw -nL
ip netns exec k-a ip6tables -S
ip netns exec k-a ip6tables -nL INPUT
