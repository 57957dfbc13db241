/**
 * Values of the field: addresses, prefixes, names, marks, table ids, packets. All are immutable,
 * checked when built, and spelled as iproute2 spells them.
 *
 * <p>They are keys of most maps and compared at every step, so they compare themselves by hand:
 * what a record has by itself goes through method handles, which are slow until the compiler has
 * seen them.
 *
 * <p>Entry types: {@link org.dvrsim.net.IpAddress}, {@link org.dvrsim.net.IpPrefix}, {@link
 * org.dvrsim.net.IpInterface}, {@link org.dvrsim.net.MacAddress}, {@link org.dvrsim.net.IfName},
 * {@link org.dvrsim.net.NetnsName}, {@link org.dvrsim.net.TableId}, {@link org.dvrsim.net.Fwmark},
 * {@link org.dvrsim.net.Packet}.
 */
package org.dvrsim.net;
