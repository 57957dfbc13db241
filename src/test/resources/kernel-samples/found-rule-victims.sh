# family: found
ip netns add k-a
ip -n k-a link add v0 type veth peer name w0
ip -n k-a rule add from 10.0.0.1 table 16
ip -n k-a rule add from 10.0.0.1 table 16
ip -n k-a rule add from 10.0.0.1 table 17
ip -n k-a rule add from 10.0.0.0/24 table 16 priority 100
ip -n k-a rule add from 10.0.0.0/24 table 17 priority 100
ip -n k-a rule add from all table 17 priority 100
ip -n k-a rule add to 10.1.0.0/16 table 17 priority 100
ip -n k-a rule add table 17 priority 100
ip -n k-a rule add iif v0 table 17 priority 100
ip -n k-a rule add iif v0 oif w0 table 17 priority 100
ip -n k-a rule add fwmark 1 table 17 priority 100
ip -n k-a rule add fwmark 1/1 table 17 priority 100
ip -n k-a rule add fwmark 1/0xffffffff table 17 priority 100
ip -n k-a rule add not fwmark 1 table 17 priority 100
ip -n k-a rule add not from 10.0.0.1 table 17 priority 101
ip -n k-a rule add from 10.0.0.1 table 17 priority 101
ip -n k-a rule add tos 0x10 table 17 priority 102
ip -n k-a rule add tos 0x08 table 17 priority 102
ip -n k-a rule add table 17 priority 102
ip -n k-a rule add table 17 priority 103 proto static
ip -n k-a rule add table 17 priority 103 proto boot
ip -n k-a rule add table 17 priority 103
ip -n k-a rule add table 18 suppress_prefixlength 0 priority 104
ip -n k-a rule add table 18 suppress_prefixlength 1 priority 104
ip -n k-a rule add table 18 priority 104
ip -n k-a rule add goto 200 priority 105
ip -n k-a rule add goto 201 priority 105
ip -n k-a rule add nop priority 200
ip -n k-a rule add unreachable priority 106 table 16
ip -n k-a rule add blackhole priority 106 from 10.0.0.1
ip -n k-a rule add prohibit iif missing0 priority 106
ip -n k-a rule add type 7 priority 107
ip -n k-a rule add throw priority 108
ip -n k-a rule add local priority 109
ip -n k-a rule add table main priority 0
ip -n k-a rule add table local priority 0
ip -n k-a rule
ip -n k-a -d rule
ip -n k-a -j rule
ip -n k-a rule show table 17
ip -n k-a rule show fwmark 1
ip -n k-a rule show fwmark 1/1
ip -n k-a rule show not
ip -n k-a rule show tos 0x10
ip -n k-a rule show iif v0
ip -n k-a rule show oif w0
ip -n k-a rule show from 10.0.0.1
ip -n k-a rule show from 10.0.0.0/24
ip -n k-a rule show from 10.0.0.0/8
ip -n k-a rule show to 10.1.2.3
ip -n k-a rule show to 10.0.0.0/8
ip -n k-a rule show 10.1.0.0/16
ip -n k-a rule show pref 100 table 17
ip -n k-a rule show proto static
ip -n k-a rule show table nosuch
ip -n k-a rule show foo
ip -n k-a rule show pref
ip -n k-a rule show all
ip -n k-a rule del table 17
ip -n k-a rule del table 17 priority 100
ip -n k-a rule del fwmark 1
ip -n k-a rule del fwmark 1/1
ip -n k-a rule del not fwmark 1
ip -n k-a rule del from 10.0.0.1
ip -n k-a rule del from 10.0.0.1 table 17
ip -n k-a rule del iif v0
ip -n k-a rule del tos 0x10
ip -n k-a rule del proto static
ip -n k-a rule del suppress_prefixlength 0
ip -n k-a rule del suppress_prefixlength 5
ip -n k-a rule del goto 201
ip -n k-a rule del nop
ip -n k-a rule del unreachable
ip -n k-a rule del table 0 priority 107
ip -n k-a rule del lookup main priority 0
ip -n k-a rule del priority 32767
ip -n k-a rule del priority 32767
ip -n k-a rule del
ip -n k-a rule del foo
ip -n k-a rule del priority 4294967295
ip -n k-a rule del from 10.0.0.1/24
ip -n k-a rule
ip -n k-a rule add from 10.0.0.1 table 16 from 10.0.0.2
ip -n k-a rule add from 10.0.0.1 table 16 table 17
ip -n k-a rule add priority 5 priority 6 table 16
ip -n k-a rule add iif v0 iif w0 table 16
ip -n k-a rule add iif waytoolongdevicename table 16
ip -n k-a rule add iif a/b table 16
ip -n k-a rule add iif
ip -n k-a rule add from
ip -n k-a rule add from 10.0.0.1/33 table 16
ip -n k-a rule add from 10.0.0.256 table 16
ip -n k-a rule add fwmark x table 16
ip -n k-a rule add tos x table 16
ip -n k-a rule add proto x table 16
ip -n k-a rule add table x
ip -n k-a rule add goto x
ip -n k-a rule add suppress_prefixlength -1 table 16
ip -n k-a rule add suppress_prefixlength 129 table 16
ip -n k-a -6 rule add suppress_prefixlength 129 table 16
ip -n k-a -6 rule add from 2001:db8::1/64 table 16
ip -n k-a -6 rule add from 2001:db8::1 fwmark 0x10 iif lo table 17 priority 9
ip -n k-a -6 rule add tos 0xff table 16
ip -n k-a -6 rule add tos 0xfc table 16
ip -n k-a -6 rule add table 0
ip -n k-a -6 rule add unicast
ip -n k-a -6 rule add prohibit to 2001:db8:1::/48
ip -n k-a -6 rule
ip -n k-a -6 -j rule
ip -n k-a -6 rule del from 2001:db8::/64
ip -n k-a -6 rule del from 2001:db8::1/64
ip -n k-a -6 rule flush
ip -n k-a -6 rule
ip -n k-a link set v0 name u0
ip -n k-a rule
ip -n k-a link set u0 name v0
ip -n k-a rule add iif w0 table 20 priority 70
ip -n k-a rule add oif nodev table 20 priority 71
ip -n k-a rule
ip -n k-a link del v0
ip -n k-a rule
ip -n k-a rule flush table 16
ip -n k-a rule flush pref 100
ip -n k-a rule flush proto kernel
ip -n k-a rule
ip -n k-a rule flush
ip -n k-a rule
ip -n k-a rule add table main
ip -n k-a rule add table 16
ip -n k-a rule
ip -n k-a rul
ip -n k-a ru a from 1.2.3.4 lo 9 pre 7
ip -n k-a ru l
ip -n k-a ru d pre 7
ip -n k-a rule add from 1.2.3 lookup 9 pref 8
ip -n k-a rule add from 1/8 lookup 9 pref 8
ip -n k-a rule add from default lookup 9 pref 8
ip -n k-a rule add from any to any lookup 9 pref 9
ip -n k-a -4 rule
ip -n k-a -0 rule
ip -n k-a -f inet6 rule
ip -n k-a -f link rule
