package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.dvrsim.agent.FloatingIpStatus;
import org.dvrsim.agent.L3PluginApi;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.PayloadReader;
import org.dvrsim.agent.RpcFailure;
import org.dvrsim.base.InputException;
import org.dvrsim.ops.Host;

/**
 * The server as a recording knows it: answers the agent from the recording's payloads and notes
 * what the agent tells it.
 */
final class RecordedServer implements L3PluginApi {
  private final Recording recording;
  private final Map<String, NeutronRouter> routers = new LinkedHashMap<>();
  private final Map<String, List<NeutronPort>> portsBySubnet = new TreeMap<>();
  private final Map<String, NeutronPort> agentGateways = new TreeMap<>();
  private final Host host;
  private Set<String> relatives = Set.of();
  private ArrayNode told = JsonNodeFactory.instance.arrayNode();

  /** Knows what {@code recording} says; what goes wrong on {@code host} may leave it silent. */
  RecordedServer(Recording recording, Host host) {
    this.recording = recording;
    this.host = host;
    JsonNode gateways = recording.document().path("agent_gateway_ports");
    gateways
        .properties()
        .forEach(each -> agentGateways.put(each.getKey(), port(each.getKey(), each.getValue())));
    if (recording.document().path("ports_by_subnet") instanceof ObjectNode ports) {
      replacePorts(ports);
    }
  }

  /** Replaces the answers to get_ports_by_subnet. */
  void replacePorts(ObjectNode ports) {
    portsBySubnet.clear();
    for (Map.Entry<String, JsonNode> each : ports.properties()) {
      List<NeutronPort> list = new ArrayList<>();
      each.getValue().forEach(port -> list.add(port("ports_by_subnet", port)));
      portsBySubnet.put(each.getKey(), list);
    }
  }

  private NeutronPort port(String what, JsonNode node) {
    try {
      return PayloadReader.port(Trees.map(node));
    } catch (IllegalArgumentException e) {
      throw InputException.in(recording.file(), what + ": " + e.getMessage());
    }
  }

  /** Sets which routers the server tells of only where all are asked for, from now on. */
  void setRelatives(Set<String> ids) {
    relatives = Set.copyOf(ids);
  }

  /** Sets what the server knows of a router from now on. */
  void put(NeutronRouter router) {
    routers.put(router.id(), router);
  }

  /** Forgets a router. */
  void remove(String routerId) {
    routers.remove(routerId);
  }

  /** Forgets every router. */
  void clear() {
    routers.clear();
  }

  /** Returns what the agent told since the last call, in the form of the recordings. */
  ArrayNode takeTold() {
    ArrayNode taken = told;
    told = JsonNodeFactory.instance.arrayNode();
    return taken;
  }

  @Override
  public List<NeutronRouter> getRouters(List<String> routerIds) {
    call("sync_routers");
    List<NeutronRouter> found = new ArrayList<>();
    for (String id : routerIds.isEmpty() ? List.copyOf(routers.keySet()) : routerIds) {
      if (routers.containsKey(id) && (routerIds.isEmpty() || !relatives.contains(id))) {
        found.add(routers.get(id));
      }
    }
    return found;
  }

  @Override
  public List<String> getRouterIds() {
    call("get_router_ids");
    return routers.keySet().stream().sorted().toList();
  }

  @Override
  public List<NeutronPort> getPortsBySubnet(String subnetId) {
    call("get_ports_by_subnet");
    return portsBySubnet.getOrDefault(subnetId, List.of());
  }

  /** Fails as the tool that makes recordings does where it has no answer. */
  @Override
  public NeutronPort getAgentGatewayPort(String externalNetworkId) {
    call("get_agent_gateway_port");
    NeutronPort port = agentGateways.get(externalNetworkId);
    if (port == null) {
      throw new RpcFailure("KeyError", "'" + externalNetworkId + "'");
    }
    return port;
  }

  @Override
  public void updateFloatingipStatuses(String routerId, Map<String, FloatingIpStatus> statuses) {
    ArrayNode arguments = tell("update_floatingip_statuses").add(routerId);
    ObjectNode byId = arguments.addObject();
    statuses.forEach(
        (id, status) -> byId.put(id, status == FloatingIpStatus.NONE ? null : status.toString()));
  }

  @Override
  public void deleteAgentGatewayPort(String externalNetworkId) {
    tell("delete_agent_gateway_port").add(externalNetworkId);
  }

  private void call(String name) {
    Optional<String> error = host.faults().serverError(name);
    if (error.isPresent()) {
      throw new RpcFailure(error.get(), "no answer to " + name);
    }
  }

  private ArrayNode tell(String method) {
    call(method);
    return told.addArray().add(method).addArray();
  }
}
