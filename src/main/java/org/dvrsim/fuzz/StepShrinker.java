package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.ops.Schedule;
import org.dvrsim.ops.Switching;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.WorkersAction;
import org.dvrsim.scenario.WriteFileAction;

/**
 * Makes single steps simpler: without their fault, with fewer workers that switch less often, with
 * fewer lines that somebody writes.
 */
final class StepShrinker {
  private StepShrinker() {}

  /** Returns how much there is to simplify in steps; it gets less with every simpler step. */
  static int size(List<Action> actions) {
    int size = 0;
    for (Action action : actions) {
      size += size(action);
    }
    return size;
  }

  private static int size(Action action) {
    if (action instanceof FaultAction fault) {
      return 1 + size(fault.action()) + (fault.times() > 1 ? 1 : 0);
    }
    if (action instanceof WorkersAction workers) {
      return 1
          + size(workers.actions())
          + workers.count()
          + workers.schedule().switches().size()
          + (workers.switching() == Switching.THREADS ? 1 : 0);
    }
    if (action instanceof WriteFileAction write) {
      return 1 + write.lines().size();
    }
    return 1;
  }

  /** Returns simpler steps, the simplest first. */
  static List<Action> simpler(Action action) {
    List<Action> all = new ArrayList<>();
    if (action instanceof FaultAction fault) {
      all.add(fault.action());
      if (fault.times() > 1) {
        all.add(fault.once());
      }
    } else if (action instanceof WorkersAction workers) {
      addSimpler(workers, all);
    } else if (action instanceof WriteFileAction write) {
      for (int i = 0; i < write.lines().size(); i++) {
        List<String> fewer = new ArrayList<>(write.lines());
        fewer.remove(i);
        all.add(new WriteFileAction(write.host(), write.file(), fewer));
      }
    }
    return all;
  }

  private static void addSimpler(WorkersAction workers, List<Action> all) {
    if (workers.actions().size() == 1) {
      all.add(workers.actions().get(0));
    }
    all.add(workers.with(Schedule.NONE));
    for (int i = workers.actions().size() - 1; i >= 0; i--) {
      List<Action> fewer = new ArrayList<>(workers.actions());
      fewer.remove(i);
      if (!fewer.isEmpty() && isAllowed(fewer)) {
        all.add(workers.with(fewer));
      }
    }
    for (int i = workers.schedule().switches().size() - 1; i >= 0; i--) {
      all.add(workers.with(workers.schedule().without(i)));
    }
    if (workers.count() > 1) {
      all.add(
          new WorkersAction(
              workers.host(),
              workers.count() - 1,
              workers.switching(),
              workers.schedule(),
              workers.actions()));
    }
    if (workers.switching() == Switching.THREADS) {
      all.add(
          new WorkersAction(
              workers.host(),
              workers.count(),
              Switching.GREENLETS,
              workers.schedule(),
              workers.actions()));
    }
    all.remove(workers);
  }

  private static boolean isAllowed(List<Action> actions) {
    return actions.subList(1, actions.size()).stream().allMatch(WorkersAction::isPossibleMeanwhile);
  }
}
