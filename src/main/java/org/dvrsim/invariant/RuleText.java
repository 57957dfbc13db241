package org.dvrsim.invariant;

import java.util.Optional;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;

/** Writes a routing rule as {@code ip rule} prints it, as far as DVR's rules go. */
final class RuleText {
  private RuleText() {}

  static String of(IpRule rule) {
    return rule.priority() + ": " + selector(rule) + " lookup " + rule.table();
  }

  /** Returns which packets the rule is for, such as {@code from all iif rfp-0b6f3a9e-1}. */
  static String selector(IpRule rule) {
    return selector(rule.from(), rule.to(), rule.iif());
  }

  /** Returns likewise which packets a rule is for that selects by these. */
  static String selector(
      Optional<IpInterface> source, Optional<IpInterface> destination, Optional<IfName> iif) {
    StringBuilder text = new StringBuilder("from ");
    text.append(source.map(RuleText::plain).orElse("all"));
    destination.ifPresent(to -> text.append(" to ").append(plain(to)));
    iif.ifPresent(device -> text.append(" iif ").append(device));
    return text.toString();
  }

  private static String plain(IpInterface cidr) {
    return cidr.length() == cidr.family().bits() ? cidr.address().toString() : cidr.toString();
  }
}
