/**
 * Values of the field: addresses, prefixes, names, marks, table ids. All are immutable, checked
 * when built, and spelled as iproute2 spells them.
 *
 * <p>Entry types: {@link org.dvrsim.net.IpAddress}, {@link org.dvrsim.net.IpPrefix}, {@link
 * org.dvrsim.net.IpInterface}, {@link org.dvrsim.net.MacAddress}, {@link org.dvrsim.net.IfName},
 * {@link org.dvrsim.net.NetnsName}, {@link org.dvrsim.net.TableId}, {@link org.dvrsim.net.Fwmark}.
 */
package org.dvrsim.net;
