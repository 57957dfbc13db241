package org.dvrsim.agent;

/**
 * What the agent makes of the server's answers to the reports of its state.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgentWithStateReport._report_state
 */
class StateReports {
  final L3NATAgent agent;

  StateReports(L3NATAgent agent) {
    this.agent = agent;
  }

  /**
   * Takes an answer.
   *
   * @param revived whether the server had taken the agent for dead
   */
  void answered(boolean revived) {
    if (revived) {
      agent.agentUpdated();
    }
  }
}
