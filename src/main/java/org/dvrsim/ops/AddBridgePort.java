package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Plugs a port into the integration bridge, which makes a device of that name in the root
 * namespace; a port of that name that is there is replaced, and so is its device.
 */
public record AddBridgePort(IfName port) implements Op {
  /** Checks that a name is given. */
  public AddBridgePort {
    Objects.requireNonNull(port);
  }

  @Override
  public NetnsName netns() {
    return NetnsName.ROOT;
  }

  @Override
  public String recordedName() {
    return "replace_port";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
