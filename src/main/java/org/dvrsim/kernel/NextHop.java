package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * Where a route sends packets.
 *
 * @param device the outgoing device, empty for routes that refuse
 * @param gateway the router asked to forward, empty for directly connected destinations
 * @param ownGateway whether the gateway is an address of this host; packets then go to their
 *     destinations themselves
 * @param weight its share among a multipath route's hops, 1 to 256
 * @param onLink whether the gateway was taken to be on the link without a check
 * @param dead whether the device went down under it
 * @param linkDown whether the device has no carrier
 */
public record NextHop(
    Optional<Link> device,
    Optional<IpAddress> gateway,
    boolean ownGateway,
    int weight,
    boolean onLink,
    boolean dead,
    boolean linkDown) {
  /** Returns this hop over a device that stays as it is. */
  NextHop frozen() {
    return new NextHop(
        device.map(Link::frozen), gateway, ownGateway, weight, onLink, dead, linkDown);
  }

  /**
   * Returns who packets are handed to; empty if to their destinations.
   *
   * <p>Models: net/ipv4/route.c:rt_set_nexthop()
   */
  public Optional<IpAddress> router() {
    return ownGateway ? Optional.empty() : gateway;
  }
}
