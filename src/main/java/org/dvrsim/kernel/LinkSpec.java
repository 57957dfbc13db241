package org.dvrsim.kernel;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;

/**
 * One end of a veth pair as asked for.
 *
 * @param name empty: the kernel picks the first free {@code vethN}
 * @param mac empty: the kernel picks one ({@link MacSource})
 * @param mtu empty: 1500
 * @param up whether it is brought up at once
 */
public record LinkSpec(
    Optional<IfName> name, Optional<MacAddress> mac, Optional<Integer> mtu, boolean up) {
  /** Checks that all is given. */
  public LinkSpec {
    Objects.requireNonNull(name);
    Objects.requireNonNull(mac);
    Objects.requireNonNull(mtu);
  }

  /** Returns an end of which only the name is asked for. */
  public static LinkSpec named(IfName name) {
    return new LinkSpec(Optional.of(name), Optional.empty(), Optional.empty(), false);
  }
}
