package org.dvrsim.cluster;

/**
 * What a host's L3 agent is configured to do, {@code agent_mode} in l3_agent.ini.
 *
 * <p>The mode {@code legacy} does not exist here: it has no part in distributed routing.
 */
public enum AgentMode {
  /** A compute host with access to the external networks. */
  DVR("dvr"),
  /** A network host: as {@code dvr}, and it may be chosen to do a router's SNAT. */
  DVR_SNAT("dvr_snat"),
  /** A compute host without access to the external networks. */
  DVR_NO_EXTERNAL("dvr_no_external");

  private final String text;

  AgentMode(String text) {
    this.text = text;
  }

  /**
   * Reads Neutron's spelling.
   *
   * @throws IllegalArgumentException if {@code text} is no mode
   */
  public static AgentMode parse(String text) {
    for (AgentMode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("not an agent mode: " + text);
  }

  /** Returns Neutron's spelling. */
  @Override
  public String toString() {
    return text;
  }
}
