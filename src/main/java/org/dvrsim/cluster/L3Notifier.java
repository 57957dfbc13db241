package org.dvrsim.cluster;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.ArpTableEntry;

/**
 * Casts messages to agents: puts them in a queue, from which {@link Cluster} delivers them once the
 * API call that caused them is done.
 *
 * <p>Models: neutron/api/rpc/agentnotifiers/l3_rpc_agent_api.py:L3AgentNotifyAPI. A cast does not
 * wait, and the agent asks for the payload when it gets to it, so the agent sees the state after
 * the call. Hosts are told in the order in which they were created, where Neutron's order is that
 * of a set.
 */
final class L3Notifier {
  /** A message on its way to a host. */
  record Envelope(String host, AgentMessage message) {}

  private final NeutronDb db;
  private final DvrScheduler scheduler;
  private final Deque<Envelope> queue = new ArrayDeque<>();

  L3Notifier(NeutronDb db, DvrScheduler scheduler) {
    this.db = db;
    this.scheduler = scheduler;
  }

  /** Takes the oldest message that has not been delivered. */
  Optional<Envelope> poll() {
    return Optional.ofNullable(queue.poll());
  }

  /** Schedules {@code router} if need be and tells all hosts that have it. */
  void routersUpdated(Router router) {
    scheduler.schedule(router);
    for (String host : scheduler.hostsToNotify(router)) {
      routersUpdatedOnHost(List.of(router.id()), host);
    }
  }

  void routersUpdatedOnHost(Collection<String> routerIds, String host) {
    cast(host, new AgentMessage.RoutersUpdated(List.copyOf(routerIds)));
  }

  void routerRemovedFromAgent(Router router, String host) {
    cast(host, new AgentMessage.RouterRemovedFromAgent(router.id()));
  }

  void routerDeleted(Router router) {
    fanout(new AgentMessage.RouterDeleted(router.id()));
  }

  void addArpEntry(Router router, ArpTableEntry entry) {
    fanout(new AgentMessage.AddArpEntry(router.id(), entry));
  }

  void delArpEntry(Router router, ArpTableEntry entry) {
    fanout(new AgentMessage.DelArpEntry(router.id(), entry));
  }

  void deleteFipNamespaceForExtNet(Network network) {
    fanout(new AgentMessage.FipNamespaceDeleteOnExtNet(network.id()));
  }

  void networkUpdate(Network network) {
    fanout(new AgentMessage.NetworkUpdate(network.id()));
  }

  private void fanout(AgentMessage message) {
    for (AgentRecord agent : db.agents()) {
      cast(agent.host(), message);
    }
  }

  private void cast(String host, AgentMessage message) {
    if (db.findAgent(host).isPresent()) {
      queue.add(new Envelope(host, message));
    }
  }
}
