package org.dvrsim.invariant;

import java.util.Optional;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * The addresses of the link between a router and a floating IP namespace.
 *
 * <p>Models: neutron/agent/l3/link_local_allocator.py:LinkLocalAddressPair
 *
 * @param network the network of two addresses
 */
record LinkLocalPair(IpPrefix network) {
  private static final IpPrefix POOL = IpPrefix.parse("169.254.0.0/16");
  private static final int LENGTH = 31;

  /** Returns the pair of which {@code link} has one address; empty if it has none. */
  static Optional<LinkLocalPair> of(Link link) {
    for (IfAddress address : link.addresses(IpFamily.V4)) {
      if (address.prefixLength() == LENGTH && POOL.contains(address.local())) {
        return Optional.of(new LinkLocalPair(IpPrefix.of(address.local(), LENGTH)));
      }
    }
    return Optional.empty();
  }

  /** Returns the router's address. */
  IpAddress routerEnd() {
    return network.address();
  }

  /** Returns the floating IP namespace's address. */
  IpAddress fipEnd() {
    return network.last();
  }

  /**
   * Returns the router's table in the floating IP namespace, whose number is its rule's priority.
   */
  TableId table() {
    return TableId.of(fipEnd().toV4Bits() & 0xffffffffL);
  }
}
