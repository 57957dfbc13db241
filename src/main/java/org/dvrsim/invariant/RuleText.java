package org.dvrsim.invariant;

import org.dvrsim.kernel.IpRule;

/** Writes a routing rule as {@code ip rule} prints it, as far as DVR's rules go. */
final class RuleText {
  private RuleText() {}

  static String of(IpRule rule) {
    StringBuilder text = new StringBuilder();
    text.append(rule.priority()).append(": from ");
    text.append(rule.from().map(RuleText::plain).orElse("all"));
    rule.to().ifPresent(to -> text.append(" to ").append(plain(to)));
    rule.iif().ifPresent(iif -> text.append(" iif ").append(iif));
    return text.append(" lookup ").append(rule.table()).toString();
  }

  private static String plain(org.dvrsim.net.IpInterface cidr) {
    return cidr.length() == cidr.family().bits() ? cidr.address().toString() : cidr.toString();
  }
}
