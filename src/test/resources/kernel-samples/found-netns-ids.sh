# family: links
# Numbers of namespaces: given, asked for, told
ip netns add k-a
ip netns add k-b
ip netns add k-c
ip -n k-a monitor nsid &
ip -n k-a netns set k-b 7
ip -n k-a netns set k-b 8
ip -n k-a netns set k-c 7
ip -n k-a netns set k-c auto
ip -n k-a netns set k-a 3
ip -n k-a netns
ip -n k-a netns list-id
ip -n k-b netns set k-a 5
ip -n k-b netns set k-c 6
ip -n k-a netns list-id target-nsid 7
ip -n k-a netns list-id target-nsid 7 nsid 5
ip -n k-a netns list-id target-nsid 7 nsid 6
ip -n k-a netns list-id target-nsid 7 nsid 99
ip -n k-a netns list-id target-nsid 99
ip -n k-a netns list-id nsid 7
ip -n k-a netns list-id nsid 99
ip -n k-a netns list-id nsid -1
ip -n k-a netns list-id nsid x
ip -n k-a netns list-id target-nsid x
ip -n k-a netns list-id target-nsid -1
ip -n k-a netns list-id nsid 7 nsid 8
ip -n k-a netns list-id nsid
ip -n k-a netns list-id foo
ip -n k-a netns set k-d 9
ip -n k-a netns set k-b -1
ip -n k-a netns set
ip -n k-a netns set k-b
ip -n k-a netns set k-b x
ip -n k-a netns set k-c 11 extra
ip -n k-a -j netns list-id
ip -n k-a -j netns list-id target-nsid 7
ip -n k-a -j netns list-id nsid 7
ip -n k-a link add v0 address 02:00:00:00:00:01 type veth peer name v1 address 02:00:00:00:00:02 netns k-b
ip -n k-a -o link show v0
ip netns del k-b
ip -n k-a netns list-id
ip netns add k-e
ip -n k-a netns set k-e auto
ip -n k-a netns set k-e auto
ip netns set k-a 1
