package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;
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
    return Optional.ofNullable(orNull(link));
  }

  /** Returns the pair of which {@code link} has one address; null if it has none, or is null. */
  static LinkLocalPair orNull(Link link) {
    List<IfAddress> addresses = link == null ? List.of() : link.addresses();
    for (int i = 0; i < addresses.size(); i++) {
      IfAddress address = addresses.get(i);
      if (address.prefixLength() == LENGTH && POOL.contains(address.local())) {
        return new LinkLocalPair(IpPrefix.of(address.local(), LENGTH));
      }
    }
    return null;
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
