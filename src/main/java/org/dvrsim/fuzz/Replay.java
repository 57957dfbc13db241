package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.ExpectationFailedException;

/** Plays a given sequence, leaving out steps that the API, or a host's shell, refuses. */
public final class Replay {
  private final Draft draft;
  private final List<Action> performed = new ArrayList<>();
  private Optional<BiConsumer<String, Violation>> watcher = Optional.empty();
  private int replacedAfter = -1;
  private Set<String> replaced = Set.of();
  private boolean replacesDamaged;
  private Play play;

  /** Prepares the play of {@code draft}. */
  public Replay(Draft draft) {
    this.draft = draft;
  }

  /** Tells {@code watcher} of all violations, with their hosts; none makes the play fail. */
  Replay watching(BiConsumer<String, Violation> watcher) {
    this.watcher = Optional.of(watcher);
    return this;
  }

  /** Puts an empty machine in the place of each of {@code hosts} after a step. */
  Replay replacing(int step, Set<String> hosts) {
    replacedAfter = step;
    replaced = Set.copyOf(hosts);
    return this;
  }

  /** Puts an empty machine in the place of each host on which something known is seen, at once. */
  Replay replacingDamaged() {
    replacesDamaged = true;
    return this;
  }

  /**
   * Plays it to its end or to the first failure.
   *
   * @throws ApiRefusedException if the cloud makes no sense
   */
  public Optional<Failure> play(Checks checks) {
    Optional<Failure> failure = playSteps(checks);
    return failure.isPresent() ? failure : play.finish();
  }

  /**
   * Plays it likewise, but does not probe the hosts after the last step.
   *
   * @throws ApiRefusedException if the cloud makes no sense
   */
  Optional<Failure> playSteps(Checks checks) {
    play = begin(checks);
    Optional<Failure> failure = play.start();
    replaceHosts();
    for (Action action : draft.actions()) {
      if (failure.isPresent()) {
        return failure;
      }
      try {
        failure = play.perform(action);
        performed.add(action);
        if (failure.isEmpty()) {
          replaceHosts();
        }
      } catch (ApiRefusedException | ExpectationFailedException e) {
        // What the step needs was taken away.
      }
    }
    return failure.isPresent() ? failure : play.endOfSteps();
  }

  private Play begin(Checks checks) {
    return watcher.isEmpty()
        ? new Play(draft.cloud(), checks)
        : new Play(
            draft.cloud(),
            checks,
            (host, violation) -> {
              watcher.get().accept(host, violation);
              return false;
            });
  }

  private void replaceHosts() {
    Set<String> hosts = new LinkedHashSet<>();
    if (replacesDamaged) {
      hosts.addAll(play.damaged());
    }
    if (performed.size() == replacedAfter) {
      play.cluster().hosts().stream()
          .map(ComputeHost::name)
          .filter(name -> replaced.contains(name) || replaced.contains(Play.NETWORK))
          .forEach(hosts::add);
    }
    hosts.forEach(play::replace);
  }

  /** Returns the cluster as it is after the last step played. */
  public Cluster cluster() {
    return play.cluster();
  }

  /** Returns what was really done. */
  public Draft performed() {
    return new Draft(draft.cloud(), performed);
  }
}
