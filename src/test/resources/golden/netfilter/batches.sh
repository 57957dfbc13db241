ip netns add k-a
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:c - [0:0]
-I c -j CT --notrack
-F c
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I c -j CT --notrack
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I c -j CT --notrack
-F c
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I c -j CT --notrack
-D c 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:x - [0:0]
-I x -j SNAT --to-source 1.2.3.4
-F x
-X x
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I c -j CT --notrack
:c - [0:0]
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I FORWARD -j CT --notrack
-F FORWARD
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
-I FORWARD -j CT --notrack
-F
COMMIT
EOF
ip netns exec k-a iptables -t mangle -N zz
ip netns exec k-a iptables -t mangle -N aa
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:mm - [0:0]
:bb - [0:0]
-Z -v
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:yy - [0:0]
:cc - [0:0]
-F -v
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:yz - [0:0]
:cz - [0:0]
-X -v
COMMIT
EOF
ip netns exec k-a iptables -t mangle -N zz
ip netns exec k-a iptables -t mangle -N aa
ip netns exec k-a iptables -t mangle -Z -v
ip netns exec k-a iptables -t mangle -F -v
ip netns exec k-a iptables -t mangle -X -v
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-D PREROUTING 1
-Z
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z
-X PREROUTING
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z
-E PREROUTING foo
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z
-Z PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z
-Z PREROUTING
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-Z PREROUTING
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-F
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-F -v
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*raw
-F PREROUTING
-D PREROUTING 1
COMMIT
EOF
ip netns exec k-a iptables-save
ip netns exec k-a iptables-restore -n <<EOF
*security
-Z
-I INPUT 2 -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*security
-Z
-X
COMMIT
EOF
ip netns exec k-a iptables-save
ip netns exec k-a iptables-restore -n <<EOF
*filter
:OUTPUT - [0:0]
:a - [0:0]
-F FORWARD
-E a b
-A b -s 10.0.0.2/32
-X d
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*filter
:a - [0:0]
:c - [3:4]
:b - [0:0]
-E b e
-N b
-I c -j d
-A OUTPUT -p tcp -m tcp --dport 80 -j RETURN
COMMIT
EOF
ip netns exec k-a iptables-restore -v <<EOF
*mangle
:OUTPUT ACCEPT [0:0]
:c - [0:0]
:a - [0:0]
-Z
-D d -j a
-A FORWARD -s 10.0.0.1/32 -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*nat
:INPUT ACCEPT [0:0]
-F a
-X
-N b
-X a
-E c a
-N c
-A c -s 10.0.0.1/32 -j ACCEPT
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*filter
:a - [0:0]
-E a b
:INPUT DROP [3:0]
-R d 3 -j b
-D INPUT
-F a
-Z OUTPUT
COMMIT
EOF
ip netns exec k-a iptables-restore -n <<EOF
*mangle
:OUTPUT DROP [0:0]
:b - [0:0]
-Z
-R FORWARD 2
-N b
-A a -g a
-X c
-D INPUT -j a
COMMIT
EOF
ip netns exec k-a iptables-restore -n -v <<EOF
*mangle
:FORWARD ACCEPT [0:0]
:INPUT - [0:0]
-Z INPUT
-X
-X
-D INPUT 3
-R OUTPUT 3 -s 10.0.0.2/32
-E b d
COMMIT
EOF
