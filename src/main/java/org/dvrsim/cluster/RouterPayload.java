package org.dvrsim.cluster;

import org.dvrsim.agent.NeutronRouter;

/**
 * What an agent was told about a router, so that it is told the same object again as long as
 * nothing about it changes.
 *
 * <p>Counts only grow, so that the sum of those of certain ports is the same only if each is; and
 * which ports matter is the same as long as router and agent are as they were.
 *
 * @param told what it was told
 * @param routerChanges how often the router, or a floating IP of it, had changed by then
 * @param agentChanges how often the agent's own addresses had changed, and agents had come
 * @param portChanges how often the ports that matter, and their networks, had changed altogether
 */
record RouterPayload(NeutronRouter told, long routerChanges, long agentChanges, long portChanges) {
  /** Tells whether router, agent and ports are still as they were. */
  boolean isOf(long router, long agent, long ports) {
    return routerChanges == router && agentChanges == agent && portChanges == ports;
  }
}
