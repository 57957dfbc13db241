package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;

/**
 * Checks requests about rules, and compares them with rules.
 *
 * <p>Models: net/core/fib_rules.c:fib_nl2rule(), fib_nl2rule_rtnl(), rule_exists(), rule_find()
 */
final class RuleRequest {
  private static final Fwmark NO_MARK = new Fwmark(0, 0);

  private RuleRequest() {}

  /** Refuses addresses of the other family and ranges that are none. */
  static void check(RuleSpec spec) {
    if (isOfOtherFamily(spec.family(), spec.from())) {
      throw invalid("Invalid source address");
    }
    if (isOfOtherFamily(spec.family(), spec.to())) {
      throw invalid("Invalid dst address");
    }
    checkSelector(spec.selector());
  }

  /** Any prefix of length 0 will do. */
  private static boolean isOfOtherFamily(IpFamily family, Optional<IpInterface> prefix) {
    return prefix.isPresent() && prefix.get().length() > 0 && prefix.get().family() != family;
  }

  /** Refuses a jump to nowhere or back. */
  static void checkGoto(RuleSpec spec, long priority) {
    if (spec.gotoPriority().isPresent()) {
      if (spec.action() != RuleAction.GOTO) {
        throw invalid("Unexpected goto");
      }
      if (spec.gotoPriority().get() <= priority) {
        throw invalid("Backward goto not supported");
      }
    } else if (spec.action() == RuleAction.GOTO) {
      throw invalid("Missing goto target for action goto");
    }
  }

  private static void checkSelector(RuleSelector selector) {
    if (selector.uids().isPresent() && !selector.uids().get().isValid()) {
      throw invalid("Invalid uid range");
    }
    if (selector.sourcePorts().isPresent() && !selector.sourcePorts().get().isValid()) {
      throw invalid("Invalid sport range");
    }
    if (selector.destinationPorts().isPresent() && !selector.destinationPorts().get().isValid()) {
      throw invalid("Invalid dport range");
    }
  }

  /** Returns the refusal with netlink's own text. */
  static ErrnoException invalid(String extack) {
    return ErrnoException.withExtack(Errno.EINVAL, "rule", extack);
  }

  /** Tells whether {@code other} is what {@code spec} would make again as {@code rule}. */
  static boolean isEqual(IpRule other, IpRule rule, RuleSpec spec) {
    return other.action() == rule.action()
        && other.table().equals(rule.table())
        && other.iif().equals(rule.iif())
        && other.oif().equals(rule.oif())
        && other.mark().equals(rule.mark())
        && other.suppressPrefixLength() == rule.suppressPrefixLength()
        && other.suppressGroup() == rule.suppressGroup()
        && other.selector().equals(rule.selector())
        && other.protocol().equals(rule.protocol())
        && selectorFits(other, spec);
  }

  /** Compares what {@code spec} says with the rule; what it leaves out fits anything. */
  private static boolean selectorFits(IpRule rule, RuleSpec spec) {
    return fits(spec.from(), rule.from())
        && fits(spec.to(), rule.to())
        && (spec.tos() == 0 || spec.tos() == rule.tos());
  }

  private static boolean fits(Optional<IpInterface> wanted, Optional<IpInterface> held) {
    return wanted.isEmpty() || wanted.get().length() == 0 || wanted.equals(held);
  }

  /** Tells whether {@code rule} has all that {@code spec} sends. */
  static boolean isMeant(IpRule rule, RuleSpec spec) {
    Fwmark mark = rule.mark().orElse(NO_MARK);
    Fwmark wanted = spec.mark().orElse(NO_MARK);
    return (spec.priority().isEmpty() || spec.priority().get() == rule.priority())
        && (spec.action() == RuleAction.TO_TABLE || spec.action() == rule.action())
        && (spec.table().isEmpty()
            || spec.table().get().equals(TableId.UNSPEC)
            || spec.table().get().equals(rule.table()))
        && (spec.iif().isEmpty() || spec.iif().equals(rule.iif()))
        && (spec.oif().isEmpty() || spec.oif().equals(rule.oif()))
        && (wanted.value() == 0 || wanted.value() == mark.value())
        && (wanted.mask() == 0 || wanted.mask() == mark.mask())
        && (spec.suppressPrefixLength().isEmpty()
            || spec.suppressPrefixLength().get() == -1
            || spec.suppressPrefixLength().get() == rule.suppressPrefixLength())
        && (spec.suppressGroup().isEmpty()
            || spec.suppressGroup().get() == -1
            || spec.suppressGroup().get() == rule.suppressGroup())
        && spec.selector().fits(rule.selector())
        && (spec.protocol().isEmpty()
            || spec.protocol().get().equals(RouteProtocol.UNSPEC)
            || spec.protocol().get().equals(rule.protocol()))
        && selectorFits(rule, spec);
  }
}
