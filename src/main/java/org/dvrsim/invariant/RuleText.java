package org.dvrsim.invariant;

import org.dvrsim.kernel.IpRule;

/** Writes a routing rule as {@code ip rule} prints it, as far as DVR's rules go. */
final class RuleText {
  private RuleText() {}

  static String of(IpRule rule) {
    return rule.priority() + ": " + selector(rule) + " lookup " + rule.table();
  }

  /** Returns which packets the rule is for, such as {@code from all iif rfp-0b6f3a9e-1}. */
  static String selector(IpRule rule) {
    StringBuilder text = new StringBuilder("from ");
    text.append(rule.from().map(RuleText::plain).orElse("all"));
    rule.to().ifPresent(to -> text.append(" to ").append(plain(to)));
    rule.iif().ifPresent(iif -> text.append(" iif ").append(iif));
    return text.toString();
  }

  private static String plain(org.dvrsim.net.IpInterface cidr) {
    return cidr.length() == cidr.family().bits() ? cidr.address().toString() : cidr.toString();
  }
}
