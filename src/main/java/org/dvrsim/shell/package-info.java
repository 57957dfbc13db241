/**
 * A root shell: {@code ip}, {@code iptables}, {@code sysctl}, {@code conntrack}, {@code ovs-vsctl}.
 * Command lines become ops or queries; results become Linux's own output, messages and exit
 * statuses.
 *
 * <p>Entry types: {@link org.dvrsim.shell.Shell} runs one command, {@link
 * org.dvrsim.shell.ShellSession} lines with files and background jobs, {@link
 * org.dvrsim.shell.Transcript} a script.
 *
 * <p>Modelled: iproute2 6.15 (link, addr, route, rule, neigh, netns, monitor; text, one-line, brief
 * and JSON output), procps 4.0.4, conntrack-tools 1.4.8, ovs-vsctl's ports, a few of coreutils.
 * Left out, and refused by name: other objects and devices, name resolution, {@code monitor file}
 * and {@code all-nsid}, saved binary dumps; of the shell pipes, variables and subshells.
 */
package org.dvrsim.shell;
