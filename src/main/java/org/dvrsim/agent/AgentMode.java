package org.dvrsim.agent;

/**
 * What part of distributed routing an agent does: the option {@code agent_mode}.
 *
 * <p>Models: neutron/conf/agent/l3/config.py:OPTS
 */
public enum AgentMode {
  /** A compute host. */
  DVR("dvr"),
  /** A host that also does centralised SNAT. */
  DVR_SNAT("dvr_snat"),
  /** A compute host without external connectivity of its own. */
  DVR_NO_EXTERNAL("dvr_no_external");

  private final String text;

  AgentMode(String text) {
    this.text = text;
  }

  /**
   * Returns the mode of a configuration's text.
   *
   * @throws IllegalArgumentException if there is none of that name
   */
  public static AgentMode parse(String text) {
    for (AgentMode mode : values()) {
      if (mode.text.equals(text)) {
        return mode;
      }
    }
    throw new IllegalArgumentException("no agent mode of DVR: " + text);
  }

  /** Returns the configuration's text, such as {@code dvr_snat}. */
  @Override
  public String toString() {
    return text;
  }
}
