package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.agent.AgentConf;
import org.dvrsim.agent.AgentError;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.agent.AgentProcess;
import org.dvrsim.agent.ArpTableEntry;
import org.dvrsim.agent.L3NATAgent;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.PayloadReader;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpAddress;
import org.dvrsim.ops.AgentDeath;
import org.dvrsim.ops.Host;

/**
 * Has the simulated agent play a recording's events, as the tool that makes recordings has the real
 * one: a router's payload goes to the server, the agent is told of the router and fetches it
 * itself.
 */
final class AgentPlayer implements ReplayPlayer {
  private final Recording recording;
  private final ReplayHost replayHost;
  private final RecordedServer server;
  private final AgentConf conf;
  private final AgentParts parts;

  /**
   * The tool that makes recordings restarts agents within one process, in which it started one with
   * the default configuration before.
   */
  private final AgentProcess process = AgentProcess.afterAnotherAgent();

  private L3NATAgent agent;
  private boolean dead;
  private int logged;

  AgentPlayer(Recording recording, AgentParts parts) {
    this.parts = parts;
    this.recording = recording;
    this.replayHost = new ReplayHost(recording);
    this.server = new RecordedServer(recording, replayHost.host());
    this.conf = conf(recording);
    replayHost.makeFolder(conf.statePath());
    this.agent = newAgent();
  }

  private static AgentConf conf(Recording recording) {
    AgentConf conf;
    try {
      conf = AgentConf.of(AgentMode.parse(recording.agentMode()));
    } catch (IllegalArgumentException e) {
      throw new NotModelledException("agent_mode " + recording.agentMode());
    }
    for (Map.Entry<String, JsonNode> option : recording.document().path("conf").properties()) {
      conf = with(conf, option.getKey(), option.getValue(), recording);
    }
    return conf;
  }

  private static AgentConf with(
      AgentConf conf, String option, JsonNode value, Recording recording) {
    return switch (option) {
      case "handle_internal_only_routers" -> conf.withHandleInternalOnlyRouters(value.asBoolean());
      case "ipv6_gateway" -> conf.withIpv6Gateway(ipv6Gateway(value, recording));
      case "enable_metadata_proxy" -> conf.withEnableMetadataProxy(value.asBoolean());
      case "metadata_port" -> conf.withMetadataPort(value.asInt());
      case "metadata_access_mark" -> conf.withMetadataAccessMark(mark(option, value));
      case "external_ingress_mark" -> conf.withExternalIngressMark(mark(option, value));
      default -> throw new NotModelledException("agent configuration " + option);
    };
  }

  /** Reads a mark, which must be spelled as the kernel lists it. */
  private static int mark(String option, JsonNode value) {
    String text = value.asText();
    if (!text.matches("0x[1-9a-f][0-9a-f]{0,3}")) {
      throw new NotModelledException("agent configuration " + option + " " + text);
    }
    return Fwmark.parse(text).value();
  }

  private static Optional<IpAddress> ipv6Gateway(JsonNode value, Recording recording) {
    String text = value.asText("");
    if (text.isEmpty()) {
      return Optional.empty();
    }
    if (!IpAddress.isValid(text)) {
      throw InputException.in(recording.file(), "ipv6_gateway: not an IP address: " + text);
    }
    return Optional.of(IpAddress.parse(text));
  }

  private L3NATAgent newAgent() {
    logged = 0;
    dead = false;
    return new L3NATAgent(replayHost.host(), conf, server, replayHost.choices(), process, parts);
  }

  @Override
  public ObjectNode play(RecordedEvent event, ObjectNode played) {
    replayHost.begin(event);
    event.portsBySubnet().ifPresent(server::replacePorts);
    event.relatives().ifPresent(server::setRelatives);
    logged = agent.log().exceptions().size();
    played.putNull("escaped");
    try {
      happen(event, played);
    } catch (AgentError e) {
      played.putArray("escaped").add(e.typeName()).add(e.getMessage());
    } catch (AgentDeath e) {
      played.putArray("escaped").add("AgentDied").add("");
      dead = true;
    }
    replayHost.end(played);
    played.set("rpc", server.takeTold());
    ArrayNode errors = played.putArray("errors");
    List<AgentError> log = agent.log().exceptions();
    log.subList(logged, log.size())
        .forEach(error -> errors.addArray().add(error.typeName()).add(error.getMessage()));
    Host host = replayHost.host();
    return StateRecorder.record(
        host, host.disk().getPath(conf.statePath()), dead ? List.of() : agent.routerIds());
  }

  private void happen(RecordedEvent event, ObjectNode played) {
    switch (event.kind()) {
      case "router_update" -> {
        NeutronRouter router = router(event, event.object("router"));
        server.put(router);
        agent.routersUpdated(List.of(router.id()));
        agent.drain();
      }
      case "router_delete" -> {
        server.remove(event.text("router_id"));
        agent.routerDeleted(event.text("router_id"));
        agent.drain();
      }
      case "arp_add" -> agent.addArpEntry(event.text("router_id"), arpEntry(event));
      case "arp_del" -> agent.delArpEntry(event.text("router_id"), arpEntry(event));
      case "ext_net_delete" -> agent.fipnamespaceDeleteOnExtNet(event.text("ext_net_id"));
      case "network_update" -> {
        event.list("routers").forEach(each -> server.put(router(event, each)));
        agent.networkUpdate(event.text("network_id"));
        agent.drain();
      }
      case "resync" -> sync(event);
      case "restart" -> {
        agent = newAgent();
        sync(event);
      }
      case "state_file" ->
          replayHost.stateFileEvent(
              replayHost.host().disk().getPath(conf.statePath(), event.text("name")),
              event.node().path("text"));
      case "kernel" -> replayHost.kernelEvent(event, played);
      default ->
          throw new NotModelledException("event " + event.kind() + " of " + recording.file());
    }
  }

  private void sync(RecordedEvent event) {
    server.clear();
    event.list("routers").forEach(each -> server.put(router(event, each)));
    agent.fullSync();
    agent.drain();
  }

  private static NeutronRouter router(RecordedEvent event, JsonNode payload) {
    return event.reading("router", e -> PayloadReader.router(Trees.map(payload)));
  }

  private static ArpTableEntry arpEntry(RecordedEvent event) {
    return event.reading(
        "arp_table", e -> PayloadReader.arpTableEntry(Trees.map(e.object("arp_table"))));
  }
}
