package org.dvrsim.agent;

import java.util.Objects;

/**
 * A packet filter rule that the agent wants, as text.
 *
 * <p>Models: neutron/agent/linux/iptables_manager.py:IptablesRule, comment_rule
 */
final class AgentIptablesRule {
  private final String installedChain;
  private final String rule;
  private final boolean top;
  private final String tag;
  private final String comment;
  private final String addedBy;
  private String text;

  /**
   * Builds a rule of a chain.
   *
   * @param installedChain the name that the chain is installed under
   * @param rule what follows {@code -A CHAIN}
   * @param top whether the rule goes above those of others
   * @param tag what the rule can be found by later; empty for none
   * @param comment empty for none
   * @param addedBy the method that adds it
   */
  AgentIptablesRule(
      String installedChain, String rule, boolean top, String tag, String comment, String addedBy) {
    this.installedChain = Objects.requireNonNull(installedChain);
    this.rule = Objects.requireNonNull(rule);
    this.top = top;
    this.tag = Objects.requireNonNull(tag);
    this.comment = Objects.requireNonNull(comment);
    this.addedBy = Objects.requireNonNull(addedBy);
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

  /** Returns what follows the chain. */
  String rule() {
    return rule;
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

  /** Tells whether chain, rule and top are equal; tag and comment do not count. */
  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof AgentIptablesRule that
            && is(that.rule, that.top)
            && installedChain.equals(that.installedChain));
  }

  @Override
  public int hashCode() {
    return 31 * installedChain.hashCode() + rule.hashCode();
  }

  /** Tells whether rules of the chain that are built so are equal to this one. */
  boolean is(String itsRule, boolean isTop) {
    return rule.equals(itsRule) && top == isTop;
  }

  /** Tells whether all is as given, so that this can stand for a rule of the chain built so. */
  boolean is(String itsRule, boolean isTop, String itsTag, String itsComment, String whoAddsIt) {
    return is(itsRule, isTop)
        && tag.equals(itsTag)
        && comment.equals(itsComment)
        && addedBy.equals(whoAddsIt);
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
