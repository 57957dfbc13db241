package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.base.NotModelledException;

/**
 * Plays a recording's events, and where it holds what the real agent did, compares after each.
 *
 * <p>A player carries out the events; this class keeps the books.
 */
public final class Replay {
  private final Recording recording;
  private final ReplayPlayer player;
  private final List<String> components;
  private final RecordedStates expectedStates = new RecordedStates();
  private final RecordedStates actualStates = new RecordedStates();
  private final StateComparison comparison = new StateComparison();
  private final List<ReplayOutcome.Difference> differences = new ArrayList<>();
  private boolean compared;

  private Replay(Recording recording, ReplayPlayer player, List<String> components) {
    this.recording = recording;
    this.player = player;
    this.components = components;
  }

  /**
   * Has the simulated agent play the events.
   *
   * @throws NotModelledException naming what the recording needs and dvrsim does not model
   * @throws org.dvrsim.base.InputException if the recording is malformed
   */
  public static ReplayOutcome agent(Recording recording) {
    return agent(recording, AgentParts.ofNeutron2025());
  }

  /**
   * Has a simulated agent that consists of {@code parts} play the events.
   *
   * @throws NotModelledException naming what the recording needs and dvrsim does not model
   * @throws org.dvrsim.base.InputException if the recording is malformed
   */
  public static ReplayOutcome agent(Recording recording, AgentParts parts) {
    return new Replay(recording, new AgentPlayer(recording, parts), StateComparison.FULL).play();
  }

  /**
   * Applies the recorded ops instead of running an agent: the kernel alone. What only an agent
   * knows (its routers, its state files, its messages) is taken over from the recording and not
   * compared.
   *
   * @throws NotModelledException naming what the recording needs and dvrsim does not model
   * @throws org.dvrsim.base.InputException if the recording is malformed or holds no ops
   */
  public static ReplayOutcome ops(Recording recording) {
    List<String> kernels = new ArrayList<>(StateComparison.FULL);
    kernels.removeAll(List.of("files", "routers", "rpc"));
    return new Replay(recording, new OpsPlayer(recording), kernels).play();
  }

  private ReplayOutcome play() {
    ObjectNode document = recording.document().deepCopy();
    int index = 0;
    for (RecordedEvent event : recording.events()) {
      ObjectNode played = (ObjectNode) document.get("events").get(index);
      ObjectNode state = play(event, played);
      JsonNode recorded = event.node().path("state");
      if (!recorded.isMissingNode()) {
        compared = true;
        compare(event, expectedStates.expand(recorded), played, state);
      }
      played.set("state", actualStates.shorten(state));
      index++;
    }
    return new ReplayOutcome(document, index, compared, differences);
  }

  private ObjectNode play(RecordedEvent event, ObjectNode played) {
    try {
      return player.play(event, played);
    } catch (NotModelledException e) {
      throw new NotModelledException(
          e.getMessage().replaceFirst("^not modelled: ", "")
              + ", in events["
              + event.index()
              + "] ("
              + event.kind()
              + ")");
    }
  }

  private void compare(
      RecordedEvent event, ObjectNode expected, ObjectNode played, ObjectNode state) {
    event
        .reading("state", e -> comparison.differences(e.node(), expected, played, state))
        .forEach(
            (component, lines) -> {
              if (components.contains(component)) {
                differences.add(
                    new ReplayOutcome.Difference(event.index(), event.kind(), component, lines));
              }
            });
  }
}
