package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/**
 * Deletes a neighbour entry.
 *
 * <p>Refused with ENOENT if there is none. {@code mac} is sent along by some callers; the kernel
 * does not look at it.
 *
 * @param proxy NTF_PROXY: the entry is one that this host answers for
 */
public record DeleteNeighbour(
    NetnsName netns, IfName device, IpAddress address, Optional<MacAddress> mac, boolean proxy)
    implements Op {
  /** Checks that all is given. */
  public DeleteNeighbour {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    Objects.requireNonNull(address);
    Objects.requireNonNull(mac);
  }

  /** Builds a request for an ordinary entry. */
  public DeleteNeighbour(
      NetnsName netns, IfName device, IpAddress address, Optional<MacAddress> mac) {
    this(netns, device, address, mac, false);
  }

  @Override
  public String recordedName() {
    return "delete_neigh_entry";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
