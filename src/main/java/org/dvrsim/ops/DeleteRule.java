package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.NetnsName;

/**
 * Deletes the first routing rule that has every attribute sent.
 *
 * <p>Refused with ENOENT if none has.
 */
public record DeleteRule(NetnsName netns, RuleSpec rule) implements Op {
  /** Checks that all is given. */
  public DeleteRule {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(rule);
  }

  @Override
  public String recordedName() {
    return "delete_ip_rule";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
