package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.base.Splitter;
import com.google.common.collect.Lists;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.agent.PayloadJson;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.cluster.AgentMessage;
import org.dvrsim.cluster.AgentRecord;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.MessageFault;
import org.dvrsim.cluster.MessageTap;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.ops.Faults;

/**
 * What the agent on one host of a scenario hears, as a sequence that can be put to the real agent.
 *
 * <p>Faults become those of the recordings' form, each at an op, a call or an instant of one event.
 * What that form cannot say, messages that come late, is refused. Of workers that interrupt each
 * other only what the agent hears is kept: everything is done before it asks for any of it.
 */
final class SequenceOfScenario {
  private final Cluster cluster = new Cluster();
  private final ComputeHost host;
  private final ObjectNode sequence = JsonNodeFactory.instance.objectNode();
  private final ArrayNode events;
  private final ObjectNode gateways;
  private ObjectNode ports = JsonNodeFactory.instance.objectNode();
  private Set<String> relatives = Set.of();
  private MessageFault messages = MessageFault.NONE;
  private final List<AgentMessage> heldBack = new ArrayList<>();

  private SequenceOfScenario(Scenario scenario, String name, String hostName) {
    CloudBuilder.build(scenario.cloud(), cluster);
    host = cluster.host(hostName);
    sequence.put("name", name).put("host", hostName).put("agent_mode", host.mode().toString());
    gateways = sequence.putObject("agent_gateway_ports");
    events = sequence.putArray("events");
  }

  /** Returns the sequence of one host. */
  static ObjectNode of(Scenario scenario, String name, String hostName) {
    SequenceOfScenario made = new SequenceOfScenario(scenario, name, hostName);
    made.play(scenario.steps());
    return made.sequence;
  }

  private void play(List<Step> steps) {
    start();
    for (Step step : steps) {
      try {
        play(step.action());
      } catch (ApiRefusedException | ExpectationFailedException e) {
        // As in the scenario, which says what is refused.
      }
      deliver();
    }
    noteGateways();
  }

  private void noteGateways() {
    cluster.server().db().networks().forEach(this::noteGateway);
  }

  private void start() {
    for (ComputeHost each : cluster.hosts()) {
      if (each == host) {
        restartEvent("restart");
      }
      each.startAgent();
    }
    deliver();
  }

  private void play(Action action) {
    if (action instanceof FaultAction fault && fault.host().equals(host.name())) {
      play(fault);
    } else if (action instanceof WorkersAction workers && workers.host().equals(host.name())) {
      play(workers);
    } else {
      noteIfOnHost(action);
      action.perform(cluster);
    }
  }

  /** An agent that starts or synchronises is answered when all is done, too. */
  private void play(WorkersAction workers) {
    Action first = workers.actions().get(0);
    boolean asksFirst = HostActions.class.equals(first.getClass().getEnclosingClass());
    if (!asksFirst) {
      play(first);
    }
    for (Action later : workers.actions().subList(1, workers.actions().size())) {
      try {
        later.perform(cluster);
      } catch (ApiRefusedException e) {
        // Another of the things done made this one impossible.
      }
    }
    if (asksFirst) {
      play(first);
    }
  }

  private void play(FaultAction fault) {
    InjectedFault planned =
        new InjectedFault(fault.fault(), fault.op(), fault.nth(), fault.times(), fault.errno());
    host.host().plan(new StrikesTaken(planned, () -> (ObjectNode) events.get(events.size() - 1)));
    messages = fault.fault().messages();
    if (messages == MessageFault.LATE) {
      throw new NotModelledException(fault.fault() + " in a recording");
    }
    host.mistreatMessages(messages);
    play(fault.action());
    deliver();
    Lists.reverse(heldBack).forEach(this::note);
    heldBack.clear();
    messages = MessageFault.NONE;
    host.mistreatMessages(messages);
    deliver();
    host.host().plan(Faults.NONE);
  }

  private void noteIfOnHost(Action action) {
    if (action instanceof HostActions.RestartAgent restart && restart.host().equals(host.name())) {
      restartEvent("restart");
    } else if (action instanceof HostActions.StartAgent start && start.host().equals(host.name())) {
      restartEvent("restart");
    } else if (action instanceof HostActions.Resync resync && resync.host().equals(host.name())) {
      restartEvent("resync");
    } else if (action instanceof TamperAction tamper
        && cluster.hostOrFirst(tamper.host()) == host) {
      ArrayNode argv = event("kernel").putArray("argv");
      String exact = cluster.names().toExact(tamper.commandLine(), host.name());
      for (String word : Splitter.on(' ').omitEmptyStrings().split(exact)) {
        argv.add(word.replace("\"", "").replace("'", ""));
      }
    } else if (action instanceof WriteFileAction write
        && cluster.hostOrFirst(write.host()) == host) {
      StringBuilder text = new StringBuilder();
      for (String line : write.lines()) {
        text.append(cluster.names().toExact(line, host.name())).append('\n');
      }
      event("state_file").put("name", write.file()).put("text", text.toString());
    }
  }

  private void restartEvent(String kind) {
    ObjectNode event = event(kind);
    routers(event, cluster.server().routerIds(host.name()));
  }

  private void routers(ObjectNode event, List<String> ids) {
    ArrayNode routers = event.putArray("routers");
    if (!ids.isEmpty()) {
      for (NeutronRouter router : cluster.server().syncRouters(host.name(), ids)) {
        routers.add(PayloadJson.router(router));
      }
    }
  }

  private void deliver() {
    MessageTap.deliver(
        cluster,
        (to, message) -> {
          if (to == host && host.agent().isPresent()) {
            if (messages == MessageFault.REVERSED) {
              heldBack.add(message);
            } else if (messages != MessageFault.LOST) {
              note(message);
            }
            if (messages == MessageFault.TWICE) {
              note(message);
            }
          }
        });
    noteGateways();
  }

  private void note(AgentMessage message) {
    if (message instanceof AgentMessage.RoutersUpdated updated) {
      updated.routerIds().forEach(this::routerUpdate);
    } else if (message instanceof AgentMessage.RouterDeleted deleted) {
      event("router_delete").put("router_id", deleted.routerId());
    } else if (message instanceof AgentMessage.RouterRemovedFromAgent removed) {
      event("router_delete").put("router_id", removed.routerId());
    } else if (message instanceof AgentMessage.AddArpEntry added) {
      event("arp_add")
          .put("router_id", added.routerId())
          .set("arp_table", PayloadJson.arpTable(added.entry()));
    } else if (message instanceof AgentMessage.DelArpEntry deleted) {
      event("arp_del")
          .put("router_id", deleted.routerId())
          .set("arp_table", PayloadJson.arpTable(deleted.entry()));
    } else if (message instanceof AgentMessage.FipNamespaceDeleteOnExtNet deleted) {
      event("ext_net_delete").put("ext_net_id", deleted.externalNetworkId());
    } else if (message instanceof AgentMessage.NetworkUpdate updated) {
      ObjectNode event = event("network_update").put("network_id", updated.networkId());
      routers(event, host.agent().orElseThrow().routerIds());
    }
  }

  private void routerUpdate(String id) {
    for (NeutronRouter router : cluster.server().syncRouters(host.name(), List.of(id))) {
      if (router.id().equals(id)) {
        event("router_update").set("router", PayloadJson.router(router));
        return;
      }
    }
    event("router_delete").put("router_id", id);
  }

  /** Begins an event, with what the server answers to other questions by now. */
  private ObjectNode event(String kind) {
    ObjectNode event = events.addObject().put("event", kind);
    ObjectNode now = JsonNodeFactory.instance.objectNode();
    for (Network network : cluster.server().db().networks()) {
      for (Subnet subnet : network.subnets()) {
        PayloadJson.ports(now.putArray(subnet.id()), cluster.server().portsBySubnet(subnet.id()));
      }
    }
    noteGateways();
    if (!now.equals(ports)) {
      ports = now;
      event.set("ports_by_subnet", now);
    }
    if (!relatives().equals(relatives)) {
      relatives = relatives();
      relatives.forEach(event.putArray("relatives")::add);
    }
    return event;
  }

  /** Returns the routers that the server tells of only where all are asked for. */
  private Set<String> relatives() {
    Set<String> found = new TreeSet<>();
    for (String id : cluster.server().routerIds(host.name())) {
      if (cluster.server().syncRouters(host.name(), List.of(id)).stream()
          .noneMatch(router -> router.id().equals(id))) {
        found.add(id);
      }
    }
    return found;
  }

  private void noteGateway(Network network) {
    for (AgentRecord agent : cluster.server().db().agents()) {
      if (agent.host().equals(host.name()) && agent.gatewayPorts().containsKey(network.id())) {
        cluster
            .server()
            .agentGatewayPort(host.name(), network.id())
            .ifPresent(port -> gateways.set(network.id(), PayloadJson.port(port)));
      }
    }
  }

  /** Writes the sequence of every host: SCENARIO.yaml... FOLDER. */
  public static void main(String[] arguments) {
    Path folder = Path.of(arguments[arguments.length - 1]);
    for (int i = 0; i < arguments.length - 1; i++) {
      Scenario scenario = ScenarioFile.reader().read(Path.of(arguments[i]));
      String base = Path.of(arguments[i]).getFileName().toString().replace(".yaml", "");
      for (String hostName : scenario.cloud().hosts().keySet()) {
        String name = base + "-" + hostName;
        RecordingWriter.write(of(scenario, name, hostName), folder.resolve(name + ".json"));
      }
    }
  }
}
