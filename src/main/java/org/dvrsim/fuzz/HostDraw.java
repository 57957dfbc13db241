package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.HostActions;

/** Draws what becomes of agents: they stop, start, synchronise. */
final class HostDraw {
  private final Chance chance;
  private final ApiDraw api;

  HostDraw(Chance chance, ApiDraw api) {
    this.chance = chance;
    this.api = api;
  }

  /** Gets a host over what went wrong there. */
  Action heal(ComputeHost host) {
    if (host.agent().isEmpty()) {
      return new HostActions.StartAgent(host.name());
    }
    return switch (chance.below(3)) {
      case 0 -> new HostActions.RestartAgent(host.name());
      case 1 -> new HostActions.ReviveAgent(host.name());
      default -> new HostActions.Resync(host.name());
    };
  }

  /** Has the agent of a host synchronise, with the server or from scratch. */
  Action sync(ComputeHost host) {
    return chance.of(1, 2)
        ? new HostActions.RestartAgent(host.name())
        : new HostActions.Resync(host.name());
  }

  /** Has something become of an agent, and what happens meanwhile if it is away then. */
  List<Action> interrupt(ComputeHost host) {
    if (host.agent().isEmpty()) {
      return List.of(new HostActions.StartAgent(host.name()));
    }
    return chance.of(1, 2) ? away(host) : List.of(sync(host));
  }

  private List<Action> away(ComputeHost host) {
    List<Action> actions = new ArrayList<>();
    actions.add(new HostActions.StopAgent(host.name()));
    if (chance.of(4, 5)) {
      actions.addAll(api.whileAway(host));
      actions.add(new HostActions.StartAgent(host.name()));
    }
    return actions;
  }
}
