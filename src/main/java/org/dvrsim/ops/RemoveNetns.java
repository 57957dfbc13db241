package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.NetnsName;

/**
 * Removes a network namespace, and with it what it holds: veth devices take their peers along,
 * integration-bridge ports lose their device.
 *
 * <p>Refused with ENOENT if there is none of that name.
 */
public record RemoveNetns(NetnsName netns) implements Op {
  /** Checks that a name is given. */
  public RemoveNetns {
    Objects.requireNonNull(netns);
  }

  @Override
  public String recordedName() {
    return "remove_netns";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
