package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;

/** One sequence of a campaign: drawn while it is played. */
final class Sequence {
  private static final int MAX_DRAWS = 20;

  private final CloudSpec cloud;
  private final SimRandom random;
  private final Profile profile;
  private final List<Action> performed = new ArrayList<>();
  private Play play;

  /** Prepares the sequence number {@code index} of the campaign {@code seed}. */
  Sequence(long seed, long index, Profile profile) {
    this.random = new SimRandom(seed).fork("sequence " + index);
    this.profile = profile;
    this.cloud = new CloudGenerator(random.fork("cloud")).draw();
  }

  /** Plays it to its end or to the first failure. */
  Optional<Failure> play(Checks checks) {
    return play(checks, Optional.empty());
  }

  /** Plays it likewise, and notes in {@code coverage} where it comes. */
  Optional<Failure> play(Checks checks, Optional<Coverage> coverage) {
    play = new Play(cloud, checks, coverage);
    Optional<Failure> failure = play.start();
    SimRandom steps = random.fork("steps");
    int count = profile.minSteps() + steps.nextInt(profile.maxSteps() - profile.minSteps() + 1);
    ActionGenerator generator = new ActionGenerator(steps, profile, play.cluster());
    for (int i = 0; i < count && failure.isEmpty(); i++) {
      failure = step(generator);
    }
    if (failure.isEmpty()) {
      failure = play.finish();
    }
    return failure;
  }

  private Optional<Failure> step(ActionGenerator generator) {
    for (int draws = 0; draws < MAX_DRAWS; draws++) {
      Optional<Action> action = generator.draw();
      if (action.isPresent()) {
        try {
          Optional<Failure> failure = play.perform(action.get());
          performed.add(action.get() instanceof OpenFault open ? open.happened() : action.get());
          return failure;
        } catch (ApiRefusedException e) {
          // Refused calls change nothing; something else is drawn.
        }
      }
    }
    return Optional.empty();
  }

  /** Returns what was played. */
  Draft draft() {
    return new Draft(cloud, performed);
  }

  /** Returns how many events the agents worked on. */
  long events() {
    return play.events();
  }

  /** Tells whether something went wrong on the way that is known. */
  boolean metKnown() {
    return play.metKnown();
  }

  /** Returns the cluster as it is after the last step played. */
  Cluster cluster() {
    return play.cluster();
  }
}
