# Run with Linux 6.18 and iptables 1.8.11 (nf_tables); the answers are in tools.expected.
ip netns add k-a
ip netns exec k-a iptables -t nat -A POSTROUTING -p tcp -j SNAT --to-source 1.2.3.4:80-90/100
ip netns exec k-a ip6tables -t nat -A POSTROUTING -p tcp -j SNAT --to-source [::1]:80-90/100
ip netns exec k-a iptables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 80-90/100
ip netns exec k-a ip6tables -t nat -A POSTROUTING -p tcp -j MASQUERADE --to-ports 80-90/100
ip netns exec k-a iptables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80-90/100
ip netns exec k-a ip6tables -t nat -A PREROUTING -p tcp -j REDIRECT --to-ports 80-90/100
ip netns exec k-a iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 1.2.3.4:80-90/100
ip netns exec k-a iptables -t nat -A PREROUTING -p tcp -j DNAT --to-destination 1.2.3.4:80-90/100x
ip netns exec k-a iptables -t nat -A PREROUTING -p tcp ! --dport :1023 -j ACCEPT
ip netns exec k-a iptables -t nat -C PREROUTING -p tcp ! --dport :1023 -j ACCEPT
ip netns exec k-a iptables -t nat -S
ip netns exec k-a iptables -t nat -L -v
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigdst nosuch
ip netns exec k-a iptables -A INPUT -m conntrack --ctorigdst 10.1/8
ip netns exec k-a iptables -A INPUT -s nosuch
ip netns exec k-a iptables -A INPUT -s localhost
ip netns exec k-a iptables -A INPUT -s loopback
ip netns exec k-a iptables -A INPUT -s link-local/16
ip netns exec k-a iptables -A INPUT -s 169.254.0.0/16
ip netns exec k-a iptables -A INPUT -s 127.0.0.0/8
ip netns exec k-a iptables -A INPUT -s 10.0.0.1
ip netns exec k-a iptables -A INPUT -p gre
ip netns exec k-a iptables -A INPUT -g foo
ip netns exec k-a iptables -N foo
ip netns exec k-a iptables -A INPUT -g foo
ip netns exec k-a iptables -L
ip netns exec k-a iptables -L -n
ip netns exec k-a iptables -S
ip netns exec k-a iptables -L INPUT 2
ip netns exec k-a iptables -L INPUT 99
ip netns exec k-a iptables -L INPUT 0
ip netns exec k-a iptables -S INPUT 3
ip netns exec k-a iptables -A foo -p tcp --dport 80 -m tcp --sport 22
ip netns exec k-a iptables -A foo -p tcp --dport 80 -m comment --comment x -m tcp --sport 22
ip netns exec k-a iptables -S foo
ip netns exec k-a iptables -Z INPUT 1
ip netns exec k-a iptables -Z INPUT 100
ip netns exec k-a iptables -L -Z
ip netns exec k-a iptables -S -Z
ip netns exec k-a iptables -F -v
ip netns exec k-a iptables -Z -v
ip netns exec k-a iptables -X -v
ip netns exec k-a iptables -N foo -v
ip netns exec k-a iptables -P INPUT DROP -v
ip netns exec k-a iptables -E foo bar -v
ip netns exec k-a iptables --version
ip netns exec k-a iptables --append INPUT --jump ACCEPT
ip netns exec k-a iptables --app INPUT --jump ACCEPT
ip netns exec k-a iptables --list-r
ip netns exec k-a iptables --list
ip netns exec k-a iptables --del INPUT 1
ip netns exec k-a iptables --delete-c foo
ip netns exec k-a iptables -t
ip netns exec k-a iptables -w x -S
ip netns exec k-a iptables -wx -S
ip netns exec k-a iptables -W 5 -S
ip netns exec k-a iptables -w -W 5 -S
ip netns exec k-a iptables-save -x
ip netns exec k-a iptables-save foo
ip netns exec k-a iptables-save -t foo
ip netns exec k-a iptables-save -t
ip netns exec k-a iptables-save --table=nat
ip netns exec k-a iptables-save -V
ip netns exec k-a iptables-restore -x
ip netns exec k-a iptables-restore -V
ip netns exec k-a iptables-restore -t -n <<EOF
*filter
:foo - [0:0]
COMMIT
EOF
ip netns exec k-a iptables-restore -T nat -n <<EOF
*filter
:foo - [0:0]
COMMIT
*nat
:foo - [0:0]
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
junk
EOF
ip netns exec k-a iptables-restore <<EOF
*foo
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
:INPUT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
:INPUT ACCEPT [x]
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
-A INPUT -j ACCEPT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
*nat
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
-A INPUT -j ACCEPT
COMMIT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
 *filter
 COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
 :foo - [0:0]
  -A INPUT -j ACCEPT
COMMIT 
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
-A INPUT -w -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
-A INPUT -t nat -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*filter
:a - [0:0]
:b - [0:0]
-A a -j b
-A b -j a
-A INPUT -j a
-A INPUT -j ACCEPT
-I INPUT 1 -j b
COMMIT
EOF
ip netns exec k-a iptables-restore <<EOF
*nat
:a - [0:0]
-A a -j MASQUERADE
-A PREROUTING -j a
-A INPUT -j a
COMMIT
EOF
ip netns exec k-a iptables-save
