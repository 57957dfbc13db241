package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;

/**
 * One end of a veth pair as asked for.
 *
 * @param name empty: the kernel picks the first free {@code vethN}
 * @param index the ifindex asked for; empty: the kernel takes the next
 * @param attributes what it starts with: MAC address, broadcast address, MTU, length of the
 *     transmit queue, group and flags; what is empty has the kernel's default
 */
public record LinkSpec(Optional<IfName> name, Optional<Integer> index, LinkChange attributes) {
  /** Checks that all is given. */
  public LinkSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(index);
    Objects.requireNonNull(attributes);
  }

  /** Returns an end that stays down. */
  public static LinkSpec of(
      Optional<IfName> name, Optional<MacAddress> mac, Optional<Integer> mtu) {
    return new LinkSpec(name, Optional.empty(), LinkChange.builder().mac(mac).mtu(mtu).build());
  }

  /** Returns an end of which only the name is asked for. */
  public static LinkSpec named(IfName name) {
    return new LinkSpec(Optional.of(name), Optional.empty(), LinkChange.none());
  }

  /** Returns the MAC address; empty: the kernel picks one ({@link MacSource}). */
  public Optional<MacAddress> mac() {
    return attributes.mac();
  }

  /** Returns the MTU, in bytes; empty: 1500. */
  public Optional<Integer> mtu() {
    return attributes.mtu();
  }

  /** Tells whether it is brought up at once. */
  public boolean up() {
    return attributes.up().orElse(false);
  }
}
