package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.NetnsName;

/**
 * Adds a routing rule after those of equal priority.
 *
 * <p>Refused with EEXIST if an equal one is there, EINVAL for a request the kernel can't take.
 */
public record AddRule(NetnsName netns, RuleSpec rule) implements Op {
  /** Checks that all is given. */
  public AddRule {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(rule);
  }

  @Override
  public String recordedName() {
    return "add_ip_rule";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
