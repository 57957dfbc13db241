package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/**
 * An entry of the ARP or neighbour discovery table.
 *
 * @param mac the link-layer address, empty while it is not known
 * @param state NUD_* state
 * @param router NTF_ROUTER: it is a router (IPv6)
 */
public record Neighbour(
    Link device, IpAddress address, Optional<MacAddress> mac, NudState state, boolean router) {}
