package org.dvrsim.datapath;

import java.util.Optional;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IpAddress;

/**
 * What a namespace was told of the way to one destination beside what its routes say.
 *
 * <p>Models: include/net/ip_fib.h:struct fib_nh_exception
 *
 * @param mtu how long packets may be, 0 if nothing was said of it
 * @param locked whether the MTU is the least that is believed, not what was said
 * @param gateway the router that a redirect recommended
 * @param expires when it is forgotten
 */
public record RouteException(
    int mtu, boolean locked, Optional<IpAddress> gateway, SimTime expires) {}
