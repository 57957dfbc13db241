package org.dvrsim.agent;

import java.nio.file.Path;
import java.util.List;

/**
 * lp-1414779, repaired in de81ab83 (2015-08-12): which floating IP has which priority was not
 * remembered over restarts.
 *
 * <p>Symptom: two floating IPs' rules have one priority, and one's removal may hit the other's.
 */
final class Lp1414779PrioritiesForgotten extends FipRulePriorityAllocator {
  Lp1414779PrioritiesForgotten(
      HostAccess host, Path stateFile, int start, int end, AllocationPolicy policy) {
    super(host, stateFile, start, end, policy);
  }

  static void into(AgentParts parts) {
    parts.rulePriorities.become(Lp1414779PrioritiesForgotten::new);
  }

  @Override
  List<String> linesOf(StateFile file) {
    return List.of();
  }
}
