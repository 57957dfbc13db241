package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;

/**
 * The floating IP agent gateway ports: the address that each host with floating IPs has on each
 * external network.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:_DVRAgentInterfaceMixin
 */
final class AgentGateways {
  private final NeutronDb db;
  private final PortFactory ports;

  AgentGateways(NeutronDb db, PortFactory ports) {
    this.db = db;
    this.ports = ports;
  }

  /**
   * Returns the address of {@code host} on {@code network}, which is given one if it has none;
   * empty if the host has no agent, or one without access to external networks.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:
   * _DVRAgentInterfaceMixin.create_fip_agent_gw_port_if_not_exists
   */
  Optional<Port> createIfNotExists(Network network, String host) {
    Optional<AgentRecord> found = db.findAgent(host);
    if (found.isEmpty() || found.get().mode() == AgentMode.DVR_NO_EXTERNAL) {
      return Optional.empty();
    }
    AgentRecord agent = found.get();
    Optional<Port> existing = db.agentGatewayPort(agent, network);
    if (existing.isPresent()) {
      return existing;
    }
    Port port =
        ports.create(network.name() + "," + host, network, PortOwner.AGENT_GATEWAY, agent.id());
    ports.allocate(port, List.of());
    port.setHost(Optional.of(host));
    agent.addGatewayPort(port);
    return Optional.of(port);
  }

  /** Deletes the address of {@code host} on {@code network}, if it has one. */
  void delete(String host, Network network) {
    db.findAgent(host).ifPresent(agent -> delete(agent, network));
  }

  /** Deletes the addresses of all hosts on {@code network}. */
  void deleteAll(Network network) {
    for (AgentRecord agent : new ArrayList<>(db.agents())) {
      delete(agent, network);
    }
  }

  private void delete(AgentRecord agent, Network network) {
    db.agentGatewayPort(agent, network)
        .ifPresent(
            port -> {
              db.remove(port);
              agent.removeGatewayPort(network);
            });
  }
}
