package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.ops.Attribution;

/**
 * What the agent wants to be in chains of one packet filter table, as of one time. What makes a
 * table where there is none follows from this; two are equal if the same is sent for them.
 *
 * @param chains immutable, each chain once
 */
record WantedRules(List<ChainState> chains) implements Attribution {

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
}
