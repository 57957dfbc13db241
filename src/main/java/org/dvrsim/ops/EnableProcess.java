package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.NetnsName;

/** Starts, or tells to read its configuration again, a helper daemon such as haproxy or radvd. */
public record EnableProcess(NetnsName netns, String service) implements Op {
  /** Checks that all is given. */
  public EnableProcess {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(service);
  }

  @Override
  public String recordedName() {
    return "process_enable";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
