package org.dvrsim.cluster;

import java.util.List;
import org.dvrsim.agent.ArpTableEntry;

/**
 * What the server tells an L3 agent.
 *
 * <p>Models: neutron/api/rpc/agentnotifiers/l3_rpc_agent_api.py:L3AgentNotifyAPI
 */
public sealed interface AgentMessage {
  /** Something about these routers changed; the agent then asks for their payloads. */
  record RoutersUpdated(List<String> routerIds) implements AgentMessage {
    /** Copies the list. */
    public RoutersUpdated {
      routerIds = List.copyOf(routerIds);
    }
  }

  /** A router does not exist any more. */
  record RouterDeleted(String routerId) implements AgentMessage {}

  /** A router exists, but no longer on this host. */
  record RouterRemovedFromAgent(String routerId) implements AgentMessage {}

  /** An instance's address is to be known to a router without asking by ARP. */
  record AddArpEntry(String routerId, ArpTableEntry entry) implements AgentMessage {}

  /** An instance's address is to be forgotten. */
  record DelArpEntry(String routerId, ArpTableEntry entry) implements AgentMessage {}

  /** No router uses an external network any more. */
  record FipNamespaceDeleteOnExtNet(String externalNetworkId) implements AgentMessage {}

  /** A network's properties, such as its MTU, changed. */
  record NetworkUpdate(String networkId) implements AgentMessage {}
}
