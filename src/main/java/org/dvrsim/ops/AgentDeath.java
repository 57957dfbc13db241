package org.dvrsim.ops;

/**
 * The end of the agent's process in the middle of what it was doing. Nothing of the agent may catch
 * it, hence an error; the host stays as it was at that instant.
 */
public final class AgentDeath extends Error {
  /** How the message of each begins. */
  public static final String WORDS = "the agent died";

  private static final long serialVersionUID = 1L;

  /** Builds the death at a place named in a person's words, such as {@code after op 7}. */
  public AgentDeath(String place) {
    super(WORDS + " " + place, null, false, false);
  }
}
