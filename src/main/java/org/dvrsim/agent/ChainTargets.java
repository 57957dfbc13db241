package org.dvrsim.agent;

/**
 * Words {@code $NAME} in rules, which stand for chains of the agent.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesTable._wrap_target_chain
 */
final class ChainTargets {
  private ChainTargets() {}

  /**
   * Puts the names that chains are installed under in the place of words {@code $NAME}.
   *
   * @param wrapName what the agent's own chains' names begin with
   * @param wrap whether names are cut as those of the agent's own chains are
   */
  static String wrapped(String rule, String wrapName, boolean wrap) {
    int word = wordFrom(rule, 0);
    if (word < 0) {
      return rule;
    }
    StringBuilder out = new StringBuilder(rule.length() + wrapName.length());
    int copied = 0;
    while (word >= 0) {
      int end = rule.indexOf(' ', word);
      end = end < 0 ? rule.length() : end;
      String chain = IptablesManager.getChainName(rule.substring(word + 1, end), wrap);
      out.append(rule, copied, word).append(wrapName).append('-').append(chain);
      copied = end;
      word = wordFrom(rule, end);
    }
    return out.append(rule, copied, rule.length()).toString();
  }

  /** Returns where a word that begins with {@code $} begins, -1 if there is none from there on. */
  private static int wordFrom(String rule, int from) {
    int at = rule.indexOf('$', from);
    while (at > 0 && rule.charAt(at - 1) != ' ') {
      at = rule.indexOf('$', at + 1);
    }
    return at;
  }
}
