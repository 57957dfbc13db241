package org.dvrsim.invariant;

import java.util.Map;
import java.util.Set;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * The permanent neighbour entries that a router's device must have, because ARP requests of
 * distributed routers do not leave the host.
 *
 * @param entries in the server's order; several MACs where several ports may use an address
 */
record WantedNeighbours(IfName device, Map<IpAddress, Set<MacAddress>> entries) {}
