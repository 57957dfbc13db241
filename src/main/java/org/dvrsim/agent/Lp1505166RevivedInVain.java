package org.dvrsim.agent;

/**
 * lp-1505166, repaired in 3b6bd917 (2015-11-18): the server's answer to a report of the agent's
 * state was not looked at.
 *
 * <p>Symptom: an agent that had been taken for dead goes on with what it knew.
 */
final class Lp1505166RevivedInVain extends StateReports {
  Lp1505166RevivedInVain(L3NATAgent agent) {
    super(agent);
  }

  static void into(AgentParts parts) {
    parts.stateReports.become(Lp1505166RevivedInVain::new);
  }

  @Override
  void answered(boolean revived) {}
}
