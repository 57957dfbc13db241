package org.dvrsim.scenario;

import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;

/**
 * What a step does: calls the API, restarts an agent, tampers with a host, or looks.
 *
 * <p>An action is a value; it is written under its keyword in a scenario file and read back by
 * {@link ActionReader}.
 */
public interface Action {
  /** Returns the key under which the action stands in a step, such as {@code create-router}. */
  String keyword();

  /**
   * Returns what stands under the key: a String, a Boolean, an Integer, a List of such things or a
   * Map from String to such things, in the order in which it is to be written.
   */
  Object arguments();

  /**
   * Does it. Messages for agents are not delivered yet.
   *
   * @throws ApiRefusedException if the API refuses
   * @throws ExpectationFailedException if the action looks for something and does not see it
   */
  void perform(Cluster cluster);

  /** Returns the action in one line for people, as it could stand in a file. */
  default String describe() {
    return keyword() + ": " + FlowYaml.of(arguments());
  }
}
