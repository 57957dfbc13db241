/**
 * A root shell: {@code ip}, {@code iptables}, {@code sysctl}, {@code conntrack}, {@code ovs-vsctl}.
 * Command lines become ops or queries; results become Linux's own output, messages and exit
 * statuses.
 *
 * <p>Entry types: {@link org.dvrsim.shell.Shell} runs one command, {@link
 * org.dvrsim.shell.Transcript} a script.
 *
 * <p>Modelled: iproute2 6.15 (link, addr, route, rule, neigh, netns; text, one-line, brief and JSON
 * output), procps 4.0.4, conntrack-tools 1.4.8 as far as no connections are tracked, ovs-vsctl's
 * ports. Left out, and refused by name: other objects and devices, statistics, name resolution,
 * monitor, lifetimes of addresses, metrics of routes but the MTU, saved binary dumps.
 */
package org.dvrsim.shell;
