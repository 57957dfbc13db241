/**
 * Packets on their way: through the hooks, rules, routes and neighbours of network namespaces and
 * over the wires between them.
 *
 * <p>Entry types: {@link org.dvrsim.datapath.Datapath}, which holds everything that packets on
 * their way need; {@link org.dvrsim.datapath.PingRequest} and {@link
 * org.dvrsim.datapath.PingResult}; {@link org.dvrsim.datapath.PacketObserver}, told of each {@link
 * org.dvrsim.datapath.Step}; {@link org.dvrsim.datapath.Wire}, which a network between hosts
 * implements.
 *
 * <p>Sources named in this package are those of Linux 6.18 and iputils 20240905.
 *
 * <p>Modelled: IPv4 and IPv6 unicast forwarding and delivery, rp_filter, ICMP errors, redirects
 * sent and taken (IPv4), packets split and put together, path MTUs learnt; ARP with arp_ignore,
 * arp_announce, arp_filter, proxy_arp and proxy_delay; neighbour discovery as packets; neighbours
 * that age; connection tracking and NAT in their places among the tables. Left out: IP options,
 * multicast routing, IPv6 redirects, bridges' own filters, limits on the rate of errors.
 */
package org.dvrsim.datapath;
