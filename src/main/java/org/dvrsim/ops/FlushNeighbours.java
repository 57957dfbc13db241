package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * Deletes neighbour entries as {@code ip neigh flush} does: all but permanent and noarp ones.
 *
 * @param family empty: both
 * @param device empty: every device
 */
public record FlushNeighbours(NetnsName netns, Optional<IpFamily> family, Optional<IfName> device)
    implements Op {
  /** Checks that all is given. */
  public FlushNeighbours {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(family);
    Objects.requireNonNull(device);
  }

  @Override
  public String recordedName() {
    return "flush_neigh_entries";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
