package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.ExpectationFailedException;

/** Plays a given sequence, leaving out steps that the API, or a host's shell, refuses. */
public final class Replay {
  private final Draft draft;
  private final List<Action> performed = new ArrayList<>();
  private Play play;

  /** Prepares the play of {@code draft}. */
  public Replay(Draft draft) {
    this.draft = draft;
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
    play = new Play(draft.cloud(), checks);
    Optional<Failure> failure = play.start();
    for (Action action : draft.actions()) {
      if (failure.isPresent()) {
        return failure;
      }
      try {
        failure = play.perform(action);
        performed.add(action);
      } catch (ApiRefusedException | ExpectationFailedException e) {
        // What the step needs was taken away.
      }
    }
    return failure.isPresent() ? failure : play.endOfSteps();
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
