/**
 * Packet filtering of one network namespace: tables, chains and rules as iptables 1.8.11 with its
 * nf_tables back end keeps them, and the text of {@code iptables}, {@code iptables-save} and {@code
 * iptables-restore}; connection tracking and address translation; a packet's walk through a chain.
 *
 * <p>Entry types: {@link org.dvrsim.netfilter.Netfilter} (one for each namespace and family),
 * {@link org.dvrsim.netfilter.IptablesCommand}, {@link
 * org.dvrsim.netfilter.IptablesRestoreCommand}, {@link org.dvrsim.netfilter.IptablesSaveCommand},
 * {@link org.dvrsim.netfilter.Conntrack}, {@link org.dvrsim.netfilter.ChainWalk}.
 *
 * <p>Sources named in this package are those of iptables 1.8.11 ({@code iptables/}, {@code
 * libxtables/}, {@code extensions/}) and of Linux 6.18 ({@code net/}).
 *
 * <p>Modelled: the tables mangle, security, raw, filter and nat; the matches and targets that
 * {@link org.dvrsim.netfilter.Extensions} lists. Any other match or target that iptables ships is
 * refused with {@link org.dvrsim.base.NotModelledException}, and so are a base chain given another
 * name, and what iptables prints with {@code -v} given twice. Left out: arptables, ebtables, nft,
 * ipset, name service look-ups of hosts, times in the comments of iptables-save.
 */
package org.dvrsim.netfilter;
