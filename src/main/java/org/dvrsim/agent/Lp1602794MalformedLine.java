package org.dvrsim.agent;

import java.nio.file.Path;
import org.dvrsim.net.IpPrefix;

/**
 * lp-1602794, repaired in ed34f189 (2016-07-14): every line of a state file was taken to be a pair.
 *
 * <p>Symptom: one broken line stops the agent.
 */
final class Lp1602794MalformedLine {
  private Lp1602794MalformedLine() {}

  static void into(AgentParts parts) {
    parts.rulePriorities.become(Priorities::new);
    parts.localSubnets.become(Subnets::new);
  }

  private static final class Priorities extends FipRulePriorityAllocator {
    Priorities(HostAccess host, Path stateFile, int start, int end, AllocationPolicy policy) {
      super(host, stateFile, start, end, policy);
    }

    @Override
    void malformed(ValueError error) {
      throw error;
    }
  }

  private static final class Subnets extends LinkLocalAllocator {
    Subnets(HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy) {
      super(host, stateFile, subnet, policy);
    }

    @Override
    void malformed(ValueError error) {
      throw error;
    }
  }
}
