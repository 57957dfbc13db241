package org.dvrsim.cluster;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.dvrsim.agent.AgentMode;

/** The L3 agent of a host, as the server has it on record. */
public final class AgentRecord {
  private final String id;
  private final String host;
  private final AgentMode mode;
  private final ChangeCount all;
  private final Map<Router, RouterPayload> payloads = new HashMap<>();
  private long changes;
  private final Map<String, Port> gatewayPorts = new LinkedHashMap<>();
  private final Map<String, Port> gatewayPortView = Collections.unmodifiableMap(gatewayPorts);

  AgentRecord(String id, String host, AgentMode mode, ChangeCount all) {
    this.id = id;
    this.host = host;
    this.mode = mode;
    this.all = all;
  }

  /** Returns the UUID. */
  public String id() {
    return id;
  }

  /** Returns the host's name. */
  public String host() {
    return host;
  }

  /** Returns the agent's mode. */
  public AgentMode mode() {
    return mode;
  }

  /** Returns the host's addresses on external networks by network id, in order of creation. */
  public Map<String, Port> gatewayPorts() {
    return gatewayPortView;
  }

  void addGatewayPort(Port port) {
    gatewayPorts.put(port.network().id(), port);
    changes++;
    all.changed();
  }

  void removeGatewayPort(Network network) {
    gatewayPorts.remove(network.id());
    changes++;
    all.changed();
  }

  /** Returns a number that grows whenever the host's addresses on external networks change. */
  long changes() {
    return changes;
  }

  /** Returns what the agent was told about a router last; null if nothing. */
  RouterPayload payloadOrNull(Router router) {
    return payloads.get(router);
  }

  /** Keeps what the agent is told about a router. */
  void setPayload(Router router, RouterPayload payload) {
    payloads.put(router, payload);
  }

  /** Returns the host's name. */
  @Override
  public String toString() {
    return host;
  }
}
