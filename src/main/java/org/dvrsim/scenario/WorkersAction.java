package org.dvrsim.scenario;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.ops.Schedule;
import org.dvrsim.ops.Switching;
import org.dvrsim.ops.Workers;

/**
 * Does several things close together while a host's agent works with several workers.
 *
 * <p>The first thing is done before any worker begins; somebody who calls the API while they work
 * does the others, one call at a time (worker 0). One that the API refuses by then does nothing.
 *
 * @param host whose agent has the workers; other hosts' work as ever
 * @param count how many workers take from the agent's queue: 1 and on
 * @param schedule who interrupts whom
 */
public record WorkersAction(
    String host, int count, Switching switching, Schedule schedule, List<Action> actions)
    implements Action {
  /** Checks that there is something to do, and copies the list. */
  public WorkersAction {
    actions = List.copyOf(actions);
    if (actions.isEmpty() || count < 1) {
      throw new IllegalArgumentException("workers need something to do");
    }
    for (Action action : actions.subList(1, actions.size())) {
      if (!isPossibleMeanwhile(action)) {
        throw new IllegalArgumentException(
            "while workers are at it nobody can " + action.describe());
      }
    }
  }

  /** Tells whether {@code action} can be done while a host's agent works. */
  public static boolean isPossibleMeanwhile(Action action) {
    return !(action instanceof HostActions.RestartAgent
        || action instanceof HostActions.StopAgent
        || action instanceof HostActions.StartAgent
        || action instanceof FaultAction
        || action instanceof WorkersAction
        || action instanceof ProbeAction);
  }

  static WorkersAction read(Fields fields) {
    List<Action> actions =
        fields.list(
            "steps",
            node -> {
              Map.Entry<String, YamlNode.Mapping.Entry> step = ((YamlNode.Mapping) node).first();
              return ActionReader.read(step.getKey(), step.getValue().value());
            });
    return new WorkersAction(
        fields.text("host"),
        fields.integer("workers", 2),
        fields.optionalText("switching").map(Switching::parse).orElse(Switching.GREENLETS),
        fields.node("schedule").isPresent()
            ? fields.parsed("schedule", Schedule::parse)
            : Schedule.NONE,
        actions);
  }

  /** Returns the same with another schedule. */
  public WorkersAction with(Schedule other) {
    return new WorkersAction(host, count, switching, other, actions);
  }

  /** Returns the same with other things to do. */
  public WorkersAction with(List<Action> others) {
    return new WorkersAction(host, count, switching, schedule, others);
  }

  @Override
  public String keyword() {
    return "with-workers";
  }

  @Override
  public Object arguments() {
    Map<String, Object> arguments = new LinkedHashMap<>();
    arguments.put("host", host);
    arguments.put("workers", count);
    arguments.put("switching", switching.toString());
    arguments.put("schedule", schedule.toString());
    List<Object> steps = new ArrayList<>();
    actions.forEach(action -> steps.add(Map.of(action.keyword(), action.arguments())));
    arguments.put("steps", steps);
    return arguments;
  }

  @Override
  public void perform(Cluster cluster) {
    performWatched(cluster);
  }

  /** Does it, and returns what the workers did. */
  public Workers performWatched(Cluster cluster) {
    Workers workers = new Workers(switching, schedule);
    cluster
        .host(host)
        .share(
            count,
            workers,
            team -> {
              team.add("API", () -> call(cluster, team));
              actions.get(0).perform(cluster);
              cluster.deliver();
            });
    workers
        .handovers()
        .forEach(handover -> cluster.host(host).journal().note("interrupted worker"));
    cluster.deliver();
    return workers;
  }

  private void call(Cluster cluster, Workers team) {
    for (Action action : actions.subList(1, actions.size())) {
      team.beforeApi(action::describe);
      try {
        action.perform(cluster);
      } catch (ApiRefusedException e) {
        // Another of the things done made this one impossible.
      }
      cluster.deliver();
    }
  }
}
