package org.dvrsim.ops;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * One {@code iptables} or {@code ip6tables} command that changes something.
 *
 * @param arguments the words after the command's name, such as {@code -t nat -A POSTROUTING ...}
 */
public record ChangeIptables(NetnsName netns, IpFamily family, List<String> arguments)
    implements Op {
  /** Checks that all is given and copies the list. */
  public ChangeIptables {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(family);
    arguments = List.copyOf(arguments);
  }

  @Override
  public String recordedName() {
    return family == IpFamily.V4 ? "iptables" : "ip6tables";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
