package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.ops.Host;

/**
 * What an agent does for distributed routers alone: the fip namespaces that they share, and their
 * neighbour entries.
 *
 * <p>Models: neutron/agent/l3/dvr.py:AgentMixin
 */
class DvrAgentMixin {
  final L3NATAgent agent;
  private final Map<String, FipNamespace> fipNamespaces = new LinkedHashMap<>();

  DvrAgentMixin(L3NATAgent agent) {
    this.agent = agent;
  }

  /**
   * Returns the fip namespace of an external network, a new object if there is none or the one
   * there was deleted its namespace.
   *
   * <p>The real agent refers to these weakly: one lives while some router refers to it ({@link
   * #forgetIfUnused}), a deleted one included until it is collected.
   */
  FipNamespace getFipNs(String extNetId) {
    FipNamespace known = fipNamespaces.get(extNetId);
    if (known != null && !known.isDestroyed()) {
      return known;
    }
    FipNamespace made = agent.newFipNamespace(extNetId, true);
    fipNamespaces.put(extNetId, made);
    return made;
  }

  /** Returns what is kept in mind of fip namespaces. */
  final List<Object> memory() {
    List<Object> memory = new ArrayList<>();
    for (FipNamespace fipNs : fipNamespaces.values()) {
      memory.add(fipNs.extNetId());
      memory.add(fipNs.agentGatewayPort());
      memory.add(fipNs.isDestroyed());
      memory.add(fipNs.isUnused());
    }
    return memory;
  }

  /** Forgets a fip namespace that no router refers to. */
  final void forgetIfUnused(FipNamespace fipNs) {
    if (fipNs.isUnused()) {
      fipNamespaces.remove(fipNs.extNetId(), fipNs);
    }
  }

  /** Sets or deletes a permanent neighbour entry in a router's namespace. */
  void updateArpEntry(String routerId, ArpTableEntry entry, DvrArpEntries.Operation operation) {
    RouterInfo router = agent.routerInfo(routerId).orElse(null);
    if (router == null) {
      return;
    }
    if (!(router instanceof DvrLocalRouter dvrRouter)) {
      throw PythonError.attributeOfObject("LegacyRouter", "get_arp_related_dev");
    }
    dvrRouter.arpEntries().updateArpEntry(entry, operation);
  }

  /**
   * Deletes the fip namespace of an external network that is gone.
   *
   * <p>Defect: a namespace that no router of this agent's life refers to is not deleted. No lock
   * keeps this apart from a worker that takes a router's link out of the namespace.
   */
  void fipnamespaceDeleteOnExtNet(String extNetId) {
    Host.Doing scope = agent.doing("AgentMixin.fipnamespace_delete_on_ext_net");
    try (scope) {
      FipNamespace fipNs = getFipNs(extNetId);
      if (fipNs.agentGatewayPort().isPresent() && !fipNs.isDestroyed()) {
        fipNs.unsubscribe(extNetId);
        fipNs.delete();
      }
      forgetIfUnused(fipNs);
    }
  }
}
