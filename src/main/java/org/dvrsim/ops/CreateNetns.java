package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.NetnsName;

/**
 * Creates a network namespace with its loopback device, down.
 *
 * <p>Refused with EEXIST if the name is taken.
 */
public record CreateNetns(NetnsName netns) implements Op {
  /** Checks that a name is given. */
  public CreateNetns {
    Objects.requireNonNull(netns);
  }

  @Override
  public String recordedName() {
    return "create_netns";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
