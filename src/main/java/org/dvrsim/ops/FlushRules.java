package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/** Deletes all routing rules of a family but the one with priority 0: {@code ip rule flush}. */
public record FlushRules(NetnsName netns, IpFamily family) implements Op {
  /** Checks that all is given. */
  public FlushRules {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(family);
  }

  @Override
  public String recordedName() {
    return "flush_ip_rules";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
