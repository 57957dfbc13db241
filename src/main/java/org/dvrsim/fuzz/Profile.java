package org.dvrsim.fuzz;

import java.util.List;
import java.util.Locale;
import java.util.StringJoiner;
import java.util.stream.Stream;
import org.dvrsim.scenario.FaultKind;

/**
 * What kind of sequences a campaign draws.
 *
 * @param minSteps how many steps a sequence has at least
 * @param maxSteps how many it has at most
 * @param faultsPerMille the chance that something is made to go wrong in a step
 * @param restartsPerMille the chance that a step restarts, stops or resyncs an agent
 * @param faults what may go wrong
 * @param workersPerMille the chance that a step is several things at once, for several workers
 * @param mischiefPerMille the chance that something happens to a host behind its agent's back
 */
public record Profile(
    String name,
    int minSteps,
    int maxSteps,
    int faultsPerMille,
    int restartsPerMille,
    int workersPerMille,
    List<FaultKind> faults,
    int mischiefPerMille) {
  private static final List<FaultKind> HEALED =
      Stream.of(FaultKind.values()).filter(FaultKind::needsHealing).toList();

  private static final List<FaultKind> GOT_OVER =
      Stream.of(FaultKind.values()).filter(kind -> !kind.needsHealing()).toList();

  /** Valid sequences in which nothing goes wrong. */
  public static final Profile CALM = new Profile("calm", 6, 16, 0, 0, 0, List.of(), 0);

  /** Agents are restarted, stopped and resynced besides. */
  public static final Profile RESTARTS = new Profile("restarts", 6, 16, 0, 120, 0, List.of(), 0);

  /** Ops fail, agents die, messages are lost, late and out of order besides. */
  public static final Profile FAULTS = new Profile("faults", 6, 16, 350, 100, 0, HEALED, 0);

  /** Single ops fail or are done already besides, which the agents are to get over themselves. */
  public static final Profile RETRIES = new Profile("retries", 6, 16, 500, 0, 0, GOT_OVER, 0);

  /** Several workers interrupt each other. */
  public static final Profile WORKERS = new Profile("workers", 6, 16, 0, 50, 400, List.of(), 0);

  /** Somebody deletes namespaces and links, and state files are torn. */
  public static final Profile TAMPERED = new Profile("tampered", 4, 12, 0, 50, 0, List.of(), 150);

  /** Some of everything. */
  public static final Profile MIXED = new Profile("mixed", 6, 24, 60, 60, 60, HEALED, 0);

  /** Long sequences of little but API calls, for speed. */
  public static final Profile LONG = new Profile("long", 100, 200, 10, 10, 10, HEALED, 0);

  /** All of them. */
  public static final List<Profile> ALL =
      List.of(CALM, RESTARTS, FAULTS, RETRIES, WORKERS, TAMPERED, MIXED, LONG);

  /**
   * Returns the profile of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Profile parse(String name) {
    StringJoiner names = new StringJoiner(", ");
    for (Profile profile : ALL) {
      if (profile.name().equals(name.toLowerCase(Locale.ROOT))) {
        return profile;
      }
      names.add(profile.name());
    }
    throw new IllegalArgumentException("no profile " + name + "; there are " + names);
  }
}
