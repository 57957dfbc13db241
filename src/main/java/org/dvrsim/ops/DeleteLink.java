package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Deletes a device with its addresses, routes and neighbours, and a veth's peer with it.
 *
 * <p>Refused with ENODEV if there is none, EOPNOTSUPP for the loopback device.
 */
public record DeleteLink(NetnsName netns, IfName device) implements Op {
  /** Checks that all is given. */
  public DeleteLink {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
  }

  @Override
  public String recordedName() {
    return "delete_interface";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
