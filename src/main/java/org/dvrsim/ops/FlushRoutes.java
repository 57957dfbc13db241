package org.dvrsim.ops;

import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/**
 * Deletes all routes of one table that match, as iproute2 does it: lists, then deletes each.
 *
 * @param table empty: every table ({@code table all})
 * @param device empty: every device
 * @param destination empty: every destination
 */
public record FlushRoutes(
    NetnsName netns,
    IpFamily family,
    Optional<TableId> table,
    Optional<IfName> device,
    Optional<IpPrefix> destination)
    implements Op {
  /** Checks that all is given. */
  public FlushRoutes {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(family);
    Objects.requireNonNull(table);
    Objects.requireNonNull(device);
    Objects.requireNonNull(destination);
  }

  @Override
  public String recordedName() {
    return "flush_ip_routes";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
