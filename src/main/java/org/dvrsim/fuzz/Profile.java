package org.dvrsim.fuzz;

import java.util.Locale;

/**
 * What kind of sequences a campaign draws.
 *
 * @param minSteps how many steps a sequence has at least
 * @param maxSteps how many it has at most
 * @param faultsPerMille the chance that something is made to go wrong in a step
 * @param restartsPerMille the chance that a step restarts, stops or resyncs an agent
 */
public record Profile(
    String name, int minSteps, int maxSteps, int faultsPerMille, int restartsPerMille) {
  /** Valid sequences in which nothing goes wrong. */
  public static final Profile CALM = new Profile("calm", 6, 16, 0, 0);

  /** Agents are restarted, stopped and resynced besides. */
  public static final Profile RESTARTS = new Profile("restarts", 6, 16, 0, 120);

  /** Ops fail, agents die, messages are lost besides. */
  public static final Profile FAULTS = new Profile("faults", 6, 16, 200, 100);

  /**
   * Returns the profile of a name.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static Profile parse(String name) {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "calm" -> CALM;
      case "restarts" -> RESTARTS;
      case "faults" -> FAULTS;
      default ->
          throw new IllegalArgumentException(
              "no profile " + name + "; there are calm, restarts and faults");
    };
  }
}
