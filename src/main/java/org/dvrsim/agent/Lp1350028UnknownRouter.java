package org.dvrsim.agent;

/**
 * lp-1350028, repaired in a1d1347d (2014-07-29): the handler of neighbour entries took every router
 * to be known.
 *
 * <p>Symptom: an entry for a router that the agent does not have raises.
 */
final class Lp1350028UnknownRouter extends DvrAgentMixin {
  Lp1350028UnknownRouter(L3NATAgent agent) {
    super(agent);
  }

  static void into(AgentParts parts) {
    parts.dvrAgentMixin.become(Lp1350028UnknownRouter::new);
  }

  @Override
  void updateArpEntry(String routerId, ArpTableEntry entry, DvrArpEntries.Operation operation) {
    if (agent.routerInfo(routerId).isEmpty()) {
      throw PythonError.attributeOfNone("router");
    }
    super.updateArpEntry(routerId, entry, operation);
  }
}
