package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.ops.Attribution;

/**
 * What the agent wants to be in chains of one packet filter table, as of one time. What makes a
 * table where there is none follows from this; two are equal if the same is sent for them.
 */
final class WantedRules implements Attribution {
  private final List<ChainState> chains;
  private final int hash;

  /** Notes chains, each once; the list must not change. */
  WantedRules(List<ChainState> chains) {
    this.chains = chains;
    this.hash = chains.hashCode();
  }

  /** Returns who added the rule that a line of a restore text installs; empty if none is here. */
  @Override
  public String methodOf(String line) {
    String text = IptablesTable.appended(line);
    for (ChainState chain : chains) {
      String method = chain.methodOf(text);
      if (method != null) {
        return method;
      }
    }
    return "";
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof WantedRules that && hash == that.hash && chains.equals(that.chains));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
