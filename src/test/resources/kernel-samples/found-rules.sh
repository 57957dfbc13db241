# family: found
ip netns add k-a
ip -n k-a rule add from 2001:db8::/64 table 5
ip -n k-a rule add to 2001:db8::1 table 5
ip -n k-a rule add local
ip -n k-a rule add broadcast
ip -n k-a rule add type 6 pref 77
ip -n k-a rule add goto 32766 pref 50
ip -n k-a rule add goto 40 pref 50
ip -n k-a rule add nop pref 51
ip -n k-a rule add fwmark 0 table 5 pref 10
ip -n k-a rule add fwmark 0/0xff table 5 pref 11
ip -n k-a rule add from all to all table 5 pref 12
ip -n k-a rule add to 10.1.0.0/16 to all table 5 pref 12
ip -n k-a rule add tos 0x10 table 5 pref 13
ip -n k-a rule add tos 0xff table 5 pref 14
ip -n k-a rule add dsfield AF11 table 5 pref 15
ip -n k-a rule add table 0 pref 16
ip -n k-a rule add table 5 suppress_prefixlength 33 pref 17
ip -n k-a rule add prohibit
ip -n k-a rule add to 10.0.3.5/24 goto 32766 pref 18
ip -n k-a rule del goto 200
ip -n k-a rule del to 10.0.3.5/24 goto 32766 order 56640
ip -n k-a rule del to 10.0.3.5/24 goto 32766
ip -n k-a rule
ip -n k-a -d rule
ip -n k-a -N rule
ip -n k-a -j rule
ip -n k-a -j -p -6 rule
ip -n k-a rule list foo
ip -n k-a rule help
ip -n k-a rule foo
