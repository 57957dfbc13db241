package org.dvrsim.ops;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.NetnsName;

/**
 * Deletes tracked connections that match, as {@code conntrack -D} does.
 *
 * @param arguments the words after {@code conntrack -D}, such as {@code -d 203.0.113.7}
 */
public record DeleteConntrack(NetnsName netns, List<String> arguments) implements Op {
  /** Checks that all is given and copies the list. */
  public DeleteConntrack {
    Objects.requireNonNull(netns);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String recordedName() {
    return "conntrack";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
