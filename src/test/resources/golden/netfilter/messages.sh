# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in messages.expected.
ip netns add k-a
ip netns exec k-a iptables -A INPUT -j QUEUE
ip netns exec k-a iptables -A INPUT -j nosuch
ip netns exec k-a iptables -A nosuch -j ACCEPT
ip netns exec k-a iptables-save
ip netns exec k-a iptables -N foo
ip netns exec k-a iptables -A foo -j INPUT
ip netns exec k-a iptables -A INPUT -j ACCEPT
ip netns exec k-a iptables -A foo -j INPUT
ip netns exec k-a iptables-save -t nat
ip netns exec k-a iptables-save
ip netns exec k-a iptables -L
ip netns exec k-a iptables -A foo -j REDIRECT
ip netns exec k-a iptables -t nat -A POSTROUTING -j REDIRECT
ip netns exec k-a iptables -A foo -m tcp --dport 80
ip netns exec k-a iptables -A foo -p udp -m tcp
ip netns exec k-a iptables -A foo -p udp -m icmp --icmp-type 8
ip netns exec k-a iptables -A foo -m nosuch
ip netns exec k-a iptables -t nosuch -A foo
ip netns exec k-a iptables -A foo -s 1.2.3.4,5.6.7.8 -d 1.1.1.1,2.2.2.2
ip netns exec k-a iptables -A foo -s www.nosuch -d 1.1.1.1,2.2.2.2
ip netns exec k-a iptables -S foo -v
ip netns exec k-a iptables -L foo -v --line-numbers
ip netns exec k-a iptables -v -A foo -p tcp --dport http -j ACCEPT
ip netns exec k-a iptables -v -D foo -p tcp --dport http -j ACCEPT
ip netns exec k-a iptables -A foo -j foo
ip netns exec k-a iptables -A OUTPUT -j foo
ip netns exec k-a iptables -X foo
ip netns exec k-a iptables -X
ip netns exec k-a iptables -P foo DROP
ip netns exec k-a iptables -P INPUT FOO
ip netns exec k-a iptables -t nat -P INPUT DROP
ip netns exec k-a iptables -N thisisaverylongchainnamethatislongerthan28
ip netns exec k-a iptables -N "a b"
ip netns exec k-a iptables -N -x
ip netns exec k-a iptables -N MARK
ip netns exec k-a iptables -N ACCEPT
ip netns exec k-a iptables -N
ip netns exec k-a iptables
ip netns exec k-a iptables -A
ip netns exec k-a iptables -A INPUT -i toolonginterfacename -j ACCEPT
ip netns exec k-a iptables -A INPUT -o eth0 -j ACCEPT
ip netns exec k-a iptables -A OUTPUT -i eth0 -j ACCEPT
ip netns exec k-a iptables -A INPUT -s 1.2.3.4 -s 2.3.4.5
ip netns exec k-a iptables -A INPUT ! -j ACCEPT
ip netns exec k-a iptables -A INPUT -p nosuch
ip netns exec k-a iptables -A INPUT foo bar
ip netns exec k-a iptables -A INPUT -j ACCEPT !
ip netns exec k-a iptables -V
ip netns exec k-a iptables -A INPUT -L
ip netns exec k-a iptables -L INPUT -j ACCEPT
ip netns exec k-a iptables -S nosuch
ip netns exec k-a iptables -L nosuch
ip netns exec k-a iptables -F nosuch
ip netns exec k-a iptables -Z nosuch
ip netns exec k-a iptables -X nosuch
ip netns exec k-a iptables -E nosuch foo2
ip netns exec k-a iptables -E foo foo
ip netns exec k-a iptables -D foo 17
ip netns exec k-a iptables -D nosuch 1
ip netns exec k-a iptables -R foo 17 -j ACCEPT
ip netns exec k-a iptables -R nosuch 1 -j ACCEPT
ip netns exec k-a iptables -C nosuch -j ACCEPT
ip netns exec k-a iptables -C foo -j nosuch
ip netns exec k-a iptables -A foo -j
ip netns exec k-a iptables -t nat -A foo -j DROP
ip netns exec k-a iptables -A foo -j MARK
ip netns exec k-a iptables -A foo -j MARK --set-mark 1 --set-mark 2
ip netns exec k-a iptables -A foo -j MARK --set-mark 1 --or-mark 2
ip netns exec k-a iptables -A foo -m mark
ip netns exec k-a iptables -A foo -m conntrack
ip netns exec k-a iptables -A foo -m state
ip netns exec k-a iptables -A foo -j REJECT --reject-with tcp-reset
ip netns exec k-a iptables -A foo -p tcp -j REJECT --reject-with tcp-reset
ip netns exec k-a iptables -A foo -p 50 -i + ! -o + 
ip netns exec k-a iptables -A foo ! -i + ! -p 51
ip netns exec k-a iptables -A foo ! -s 0/0 ! -d 10.0.0.0/255.0.255.0 -f
ip netns exec k-a iptables -S
ip netns exec k-a iptables -L -n -v
ip netns exec k-a iptables-save -c
ip netns exec k-a ip6tables-save -c
