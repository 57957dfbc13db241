package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Unplugs a port from the integration bridge; its device disappears from whatever namespace it is
 * in. A port that isn't there is no error.
 */
public record DeleteBridgePort(IfName port) implements Op {
  /** Checks that a name is given. */
  public DeleteBridgePort {
    Objects.requireNonNull(port);
  }

  @Override
  public NetnsName netns() {
    return NetnsName.ROOT;
  }

  @Override
  public String recordedName() {
    return "delete_port";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
