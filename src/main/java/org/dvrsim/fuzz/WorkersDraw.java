package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.ops.Schedule;
import org.dvrsim.ops.Switching;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.WorkersAction;

/** Draws what several workers of an agent are at together, and who interrupts whom. */
final class WorkersDraw {
  private final Chance chance;
  private final ApiDraw api;
  private final HostDraw hosts;

  WorkersDraw(Chance chance, ApiDraw api, HostDraw hosts) {
    this.chance = chance;
    this.api = api;
    this.hosts = hosts;
  }

  /**
   * Several things at once, on a host whose workers interrupt each other; once in a while, without
   * interruptions, they just work on what has come together.
   *
   * @param first what is done first, or right after the agent has begun to synchronise
   * @param planned what is to be done next anyway; it is used up first
   */
  WorkersAction draw(ComputeHost host, Action first, Plan planned) {
    List<Action> actions = new ArrayList<>();
    boolean syncs = chance.of(2, 5);
    actions.add(syncs ? hosts.sync(host) : first);
    if (planned.isEmpty() && chance.of(syncs ? 2 : 1, 3)) {
      planned.add(api.chain(host));
    }
    if (syncs) {
      planned.add(List.of(first));
    }
    int more = 1 + chance.below(3);
    for (int i = 0; i < more; i++) {
      Optional<Action> next = planned.isEmpty() ? api.call() : Optional.of(planned.next());
      next.filter(WorkersAction::isPossibleMeanwhile).ifPresent(actions::add);
    }
    int count = 1 + chance.below(3);
    Switching switching = chance.of(2, 3) ? Switching.GREENLETS : Switching.THREADS;
    Schedule schedule = chance.of(1, 5) ? Schedule.NONE : schedule(count);
    return new WorkersAction(host.name(), count, switching, schedule, actions);
  }

  /**
   * A few interruptions, most of them early. Half of the time a worker has begun before the API is
   * called again, and is not done by then.
   */
  private Schedule schedule(int count) {
    List<Schedule.Switch> switches = new ArrayList<>();
    long point = 0;
    if (chance.of(1, 2)) {
      switches.add(new Schedule.Switch(++point, 1));
      point += 1 + chance.below(40);
      switches.add(new Schedule.Switch(point, 0));
    }
    int interruptions = 1 + chance.below(4);
    for (int i = 0; i < interruptions; i++) {
      point += chance.small(120);
      switches.add(new Schedule.Switch(point, chance.below(count + 2)));
    }
    return new Schedule(switches);
  }
}
