package org.dvrsim.cluster;

import java.util.List;
import org.dvrsim.agent.ArpTableEntry;
import org.dvrsim.agent.L3NATAgent;

/**
 * What the server tells an L3 agent.
 *
 * <p>Models: neutron/api/rpc/agentnotifiers/l3_rpc_agent_api.py:L3AgentNotifyAPI; what the agent
 * does with each: neutron/agent/l3/agent.py:L3NATAgent, neutron/agent/l3/dvr.py:AgentMixin
 */
public sealed interface AgentMessage {
  /** Tells {@code agent}. */
  void handTo(L3NATAgent agent);

  /** Tells whether the agent puts it into its queue; if not, it acts at once. */
  default boolean isQueued() {
    return true;
  }

  /** Returns the name of the remote call. */
  String call();

  /** Something about these routers changed; the agent then asks for their payloads. */
  record RoutersUpdated(List<String> routerIds) implements AgentMessage {
    /** Copies the list. */
    public RoutersUpdated {
      routerIds = List.copyOf(routerIds);
    }

    @Override
    public void handTo(L3NATAgent agent) {
      agent.routersUpdated(routerIds);
    }

    @Override
    public String call() {
      return "routers_updated";
    }
  }

  /** A router does not exist any more. */
  record RouterDeleted(String routerId) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.routerDeleted(routerId);
    }

    @Override
    public String call() {
      return "router_deleted";
    }
  }

  /** A router exists, but no longer on this host. */
  record RouterRemovedFromAgent(String routerId) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.routerDeleted(routerId);
    }

    @Override
    public String call() {
      return "router_removed_from_agent";
    }
  }

  /** An instance's address is to be known to a router without asking by ARP. */
  record AddArpEntry(String routerId, ArpTableEntry entry) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.addArpEntry(routerId, entry);
    }

    @Override
    public boolean isQueued() {
      return false;
    }

    @Override
    public String call() {
      return "add_arp_entry";
    }
  }

  /** An instance's address is to be forgotten. */
  record DelArpEntry(String routerId, ArpTableEntry entry) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.delArpEntry(routerId, entry);
    }

    @Override
    public boolean isQueued() {
      return false;
    }

    @Override
    public String call() {
      return "del_arp_entry";
    }
  }

  /** No router uses an external network any more. */
  record FipNamespaceDeleteOnExtNet(String externalNetworkId) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.fipnamespaceDeleteOnExtNet(externalNetworkId);
    }

    @Override
    public boolean isQueued() {
      return false;
    }

    @Override
    public String call() {
      return "fipnamespace_delete_on_ext_net";
    }
  }

  /** A network's properties, such as its MTU, changed. */
  record NetworkUpdate(String networkId) implements AgentMessage {
    @Override
    public void handTo(L3NATAgent agent) {
      agent.networkUpdate(networkId);
    }

    @Override
    public String call() {
      return "network_update";
    }
  }
}
