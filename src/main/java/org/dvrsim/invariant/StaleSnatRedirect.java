package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** No rule of a router's namespace sends packets elsewhere than the server calls for. */
final class StaleSnatRedirect extends NetnsInvariant {
  private static final long KERNEL_MAIN = 32766;
  private static final long KERNEL_DEFAULT = 32767;

  @Override
  public String name() {
    return "stale-snat-redirect";
  }

  @Override
  public String consequence() {
    return "Packets of a subnet are sent to a host that does not do its SNAT (any more).";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.REDIRECTS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind == NetnsKind.ROUTER;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    check(view, IpFamily.V4, findings);
    check(view, IpFamily.V6, findings);
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    List<WantedRedirect> redirects = view.wanted().router().redirects();
    List<IpRule> rules = view.actual().rules(family);
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (!isOther(rule) && !isCalledFor(rule, redirects)) {
        findings.add(
            view.name(), "nothing calls for the rule " + RuleText.of(rule), RuleText.of(rule));
      }
    }
  }

  private static boolean isOther(IpRule rule) {
    return rule.protocol().equals(RouteProtocol.KERNEL)
        || rule.table().equals(Names.FIP_TABLE)
        || (rule.table().equals(TableId.LOCAL) && rule.priority() == 0)
        || (rule.table().equals(TableId.MAIN) && rule.priority() == KERNEL_MAIN)
        || (rule.table().equals(TableId.DEFAULT) && rule.priority() == KERNEL_DEFAULT);
  }

  private static boolean isCalledFor(IpRule rule, List<WantedRedirect> redirects) {
    for (WantedRedirect redirect : redirects) {
      if (SnatRedirect.isFor(rule, redirect)) {
        return true;
      }
    }
    return false;
  }
}
