package org.dvrsim.invariant;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * The way from a tenant subnet to the host of the centralised SNAT: a rule for the subnet and a
 * default route in a table of its own.
 *
 * @param source the router's address on the subnet, which the rule selects by
 * @param table the table, whose number is the rule's priority too
 * @param gateway the SNAT port's address
 * @param device the router's device on the subnet
 */
record WantedRedirect(IpInterface source, TableId table, IpAddress gateway, IfName device) {}
