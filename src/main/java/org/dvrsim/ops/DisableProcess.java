package org.dvrsim.ops;

import java.util.Objects;
import org.dvrsim.net.NetnsName;

/** Stops a helper daemon such as haproxy or radvd, if it runs. */
public record DisableProcess(NetnsName netns, String service) implements Op {
  /** Checks that all is given. */
  public DisableProcess {
    Objects.requireNonNull(netns);
    Objects.requireNonNull(service);
  }

  @Override
  public String recordedName() {
    return "process_disable";
  }

  @Override
  public <R> R accept(OpVisitor<R> visitor) {
    return visitor.visit(this);
  }
}
