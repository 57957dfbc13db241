package org.dvrsim.ops;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;

/**
 * Gives a device further names, or takes some away, one by one.
 *
 * <p>Refused with ENODEV if there is no such device, EEXIST if a name is taken, ENOENT or EINVAL if
 * one to be taken away is not its own; names before it stay changed.
 *
 * @param add whether names are given
 * @param names up to 127 bytes each
 */
public record ChangeAltNames(NetnsName netns, IfName device, boolean add, List<String> names)
    implements Op {
  /** Checks that all is given. */
  public ChangeAltNames {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(device);
    names = List.copyOf(names);
  }

  @Override
  public String recordedName() {
    return add ? "add_alternative_names" : "delete_alternative_names";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
