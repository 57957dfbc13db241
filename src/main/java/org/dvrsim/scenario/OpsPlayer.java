package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.ops.Faults;
import org.dvrsim.ops.InjectedFaultException;
import org.dvrsim.ops.OpJsonReader;

/** Applies the ops of a recording, without an agent. */
final class OpsPlayer implements ReplayPlayer {
  private final ReplayHost replayHost;
  private final RecordedStates recorded = new RecordedStates();

  OpsPlayer(Recording recording) {
    replayHost = new ReplayHost(recording);
  }

  @Override
  public ObjectNode play(RecordedEvent event, ObjectNode played) {
    replayHost.begin(event);
    Optional<Faults> strikes = event.strikes();
    replayHost.host().plan(strikes.orElse(Faults.NONE));
    if (event.kind().equals("kernel")) {
      replayHost.kernelEvent(event, played);
    }
    if (!event.node().has("ops") || !event.node().has("state")) {
      throw event.bad("holds no recorded operations to apply");
    }
    for (JsonNode op : event.list("ops")) {
      boolean injected = op.path(2).asText("").equals("INJECTED");
      if (!injected || strikes.isPresent()) {
        apply(event, op);
      }
    }
    replayHost.end(played);
    if (strikes.isEmpty()) {
      keepInjected(event, played);
    }
    JsonNode state = recorded.expand(event.node().get("state"));
    ObjectNode result =
        StateRecorder.record(
            replayHost.host(), replayHost.host().disk().getPath("/nowhere"), java.util.List.of());
    result.set("files", state.path("files"));
    result.set("routers", state.path("routers"));
    return result;
  }

  private void apply(RecordedEvent event, JsonNode op) {
    try {
      replayHost.host().execute(OpJsonReader.read(op.path(0).asText(), op.path(1)));
    } catch (ErrnoException | IptablesException | InjectedFaultException e) {
      // What the kernel refuses is compared as part of the ops.
    } catch (IllegalArgumentException e) {
      throw event.bad("op " + op.path(0).asText() + ": " + e.getMessage());
    }
  }

  /** Ops that were made to fail never reached the kernel; they stay in the list as recorded. */
  private static void keepInjected(RecordedEvent event, ObjectNode played) {
    int index = 0;
    for (JsonNode op : event.list("ops")) {
      if (op.path(2).asText("").equals("INJECTED")) {
        ((com.fasterxml.jackson.databind.node.ArrayNode) played.get("ops")).insert(index, op);
      }
      index++;
    }
  }
}
