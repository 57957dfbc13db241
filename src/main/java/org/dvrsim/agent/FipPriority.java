package org.dvrsim.agent;

/**
 * The priority of a floating IP's routing rule, as its state file writes it. Two are equal if they
 * are written alike.
 *
 * <p>Models: neutron/agent/l3/fip_rule_priority_allocator.py:FipPriority
 */
record FipPriority(String index) {

  /**
   * Returns the number.
   *
   * @throws ValueError if the state file held none
   */
  long toLong() {
    try {
      return Long.parseLong(index.strip());
    } catch (NumberFormatException e) {
      throw new ValueError("invalid literal for int() with base 10: '" + index + "'");
    }
  }

  @Override
  public String toString() {
    return index;
  }
}
