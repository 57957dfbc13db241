/**
 * The in-memory model of a Linux host's network state, as Linux 6.18 has it: namespaces and what
 * each of them owns.
 *
 * <p>Entry types: {@link org.dvrsim.kernel.Kernel}, {@link org.dvrsim.kernel.Netns}, {@link
 * org.dvrsim.kernel.NetnsRequests}, {@link org.dvrsim.kernel.Link}; what they ask for ({@link
 * org.dvrsim.kernel.RouteSpec}, {@link org.dvrsim.kernel.RuleSpec}, {@link
 * org.dvrsim.kernel.AddressSpec}, {@link org.dvrsim.kernel.LinkSpec}, {@link
 * org.dvrsim.kernel.LinkChange}); values ({@link org.dvrsim.kernel.IfAddress}, {@link
 * org.dvrsim.kernel.Route}, {@link org.dvrsim.kernel.IpRule}, {@link org.dvrsim.kernel.Neighbour}).
 * Two ways to listen: {@link org.dvrsim.kernel.KernelListener} hears of every change, {@link
 * org.dvrsim.kernel.RtnetlinkListener} the messages that Linux sends.
 *
 * <p>Modelled: devices (lo, veth, ports of the integration bridge), IPv4 and IPv6 addresses, route
 * tables and rules, neighbours, settings, and what follows from each change. Left out: nexthop
 * objects, VRFs, tunnels, traffic control, router advertisements, and most that takes time:
 * duplicate address detection and carrier changes are done at once.
 */
package org.dvrsim.kernel;
