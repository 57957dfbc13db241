package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * An address that this host answers for on a device.
 *
 * <p>Models: include/net/neighbour.h:struct pneigh_entry
 *
 * @param router NTF_ROUTER
 * @param protocol who installed it, empty if nobody said
 */
public record ProxyNeighbour(
    Link device, IpAddress address, boolean router, Optional<RouteProtocol> protocol) {}
