package org.dvrsim.agent;

import java.util.Objects;

/**
 * A packet filter rule that the agent wants, as text.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesRule, comment_rule
 */
final class AgentIptablesRule {
  private final String chain;
  private final String rule;
  private final boolean wrap;
  private final boolean top;
  private final String tag;
  private final String comment;
  private final String addedBy;
  private final String installedChain;
  private String text;

  /**
   * Builds a rule of a chain.
   *
   * @param chain the chain's name, shortened as needed
   * @param rule what follows {@code -A CHAIN}
   * @param wrap whether the chain is one of the agent's own, named after it
   * @param top whether the rule goes above those of others
   * @param wrapName what the agent's own chains' names begin with
   * @param tag what the rule can be found by later; empty for none
   * @param comment empty for none
   * @param addedBy the method that adds it
   */
  AgentIptablesRule(
      String chain,
      String rule,
      boolean wrap,
      boolean top,
      String wrapName,
      String tag,
      String comment,
      String addedBy) {
    this.chain = IptablesManager.getChainName(chain, wrap);
    this.rule = Objects.requireNonNull(rule);
    this.wrap = wrap;
    this.top = top;
    this.tag = Objects.requireNonNull(tag);
    this.comment = Objects.requireNonNull(comment);
    this.addedBy = Objects.requireNonNull(addedBy);
    this.installedChain = wrap ? wrapName + "-" + this.chain : this.chain;
  }

  /** Puts the comment where iptables-save shows it: before the jump. */
  private static String commented(String text, String comment) {
    if (comment.isEmpty()) {
      return text;
    }
    String match = "-m comment --comment \"" + comment + "\"";
    int jump = text.indexOf(" -j ");
    return jump < 0
        ? text + " " + match
        : text.substring(0, jump) + " " + match + text.substring(jump);
  }

  /** Returns the chain's name without what wraps it. */
  String chain() {
    return chain;
  }

  /** Returns the chain's name as it is installed. */
  String installedChain() {
    return installedChain;
  }

  /** Returns what follows the chain. */
  String rule() {
    return rule;
  }

  /** Tells whether the chain is one of the agent's own. */
  boolean wrap() {
    return wrap;
  }

  /** Tells whether the rule goes above those of others. */
  boolean top() {
    return top;
  }

  /** Returns what the rule can be found by; empty for none. */
  String tag() {
    return tag;
  }

  /** Returns the method that added it, such as {@code FipNamespace.create}. */
  String addedBy() {
    return addedBy;
  }

  /** Tells whether chain, rule, top and wrap are equal; tag and comment do not count. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AgentIptablesRule that
            && rule.equals(that.rule)
            && chain.equals(that.chain)
            && top == that.top
            && wrap == that.wrap);
  }

  @Override
  public int hashCode() {
    return 31 * chain.hashCode() + rule.hashCode();
  }

  /** Tells whether all but the tags are equal, and so what is sent. */
  boolean isSentAs(AgentIptablesRule other) {
    return equals(other) && comment.equals(other.comment);
  }

  /** Tells whether all is equal, so that one can stand for the other. */
  boolean isTheSameAs(AgentIptablesRule other) {
    return isSentAs(other) && tag.equals(other.tag) && addedBy.equals(other.addedBy);
  }

  /** Returns the rule as iptables-save would write it. */
  @Override
  public String toString() {
    if (text == null) {
      String head = "-A " + installedChain;
      text = commented(rule.isEmpty() ? head : (head + " " + rule).strip(), comment);
    }
    return text;
  }
}
