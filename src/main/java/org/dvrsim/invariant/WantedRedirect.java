package org.dvrsim.invariant;

import java.util.List;
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
 * @param gateways the SNAT port's addresses, of which any one will do: they are on one device
 * @param device the router's device on the subnet
 */
record WantedRedirect(IpInterface source, TableId table, List<IpAddress> gateways, IfName device) {
  WantedRedirect {
    gateways = List.copyOf(gateways);
  }
}
