package org.dvrsim.fuzz;

import com.google.common.hash.HashCode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;

/**
 * Plays of an exploration, several at a time.
 *
 * <p>All of a batch are played to their last step first. Then it is seen, in order, which of them
 * ended in a state that none before had ended in; the hosts of those alone are probed.
 */
final class Visits {
  private final CloudSpec cloud;
  private final List<Action> before;
  private final Checks checks;
  private final Crew crew;
  private final Set<HashCode> seen = new HashSet<>();

  /** Prepares plays that begin with {@code before}. */
  Visits(CloudSpec cloud, List<Action> before, Checks checks, Crew crew) {
    this.cloud = cloud;
    this.before = before;
    this.checks = checks;
    this.crew = crew;
  }

  /**
   * A play of one sequence.
   *
   * @param actions what was played, without what comes before
   * @param refused whether the API refuses one of the actions, and nothing more was done
   * @param found what went wrong
   * @param seenBefore whether it led to a state that was there before; then it was not probed
   * @param cluster as it was after the last step and, if that was done, the probes
   */
  record Visit(
      List<Action> actions,
      boolean refused,
      Optional<Found> found,
      boolean seenBefore,
      Cluster cluster) {}

  /** A sequence played to its last step. */
  private final class Begun {
    private final List<Action> actions;
    private final List<Action> done = new ArrayList<>();
    private final Play play = new Play(cloud, checks);
    private Optional<Failure> failure;
    private Optional<HashCode> state = Optional.empty();
    private boolean refused;
    private boolean seenBefore;

    Begun(List<Action> actions) {
      this.actions = actions;
      failure = play.start();
      List<Action> all = new ArrayList<>(before);
      all.addAll(actions);
      try {
        for (Action action : all) {
          if (failure.isEmpty()) {
            failure = play.perform(action);
            done.add(action);
          }
        }
      } catch (ApiRefusedException e) {
        refused = true;
      }
      if (!refused && failure.isEmpty()) {
        state = Optional.of(StateKey.of(play.cluster()));
      }
    }

    void look() {
      seenBefore = state.filter(key -> !seen.add(key)).isPresent();
    }

    Visit end() {
      if (state.isPresent() && !seenBefore) {
        failure = play.finish();
      }
      Draft draft = new Draft(cloud, done);
      return new Visit(
          actions,
          refused,
          refused ? Optional.empty() : failure.map(failed -> new Found(0, draft, failed)),
          seenBefore,
          play.cluster());
    }
  }

  /** Plays sequences, a batch of them, and returns what came of each in their order. */
  List<Visit> of(List<List<Action>> sequences) {
    List<Callable<Begun>> begin = new ArrayList<>();
    sequences.forEach(actions -> begin.add(() -> new Begun(actions)));
    List<Begun> begun = crew.all(begin);
    begun.forEach(Begun::look);
    List<Callable<Visit>> end = new ArrayList<>();
    begun.forEach(each -> end.add(each::end));
    return crew.all(end);
  }
}
