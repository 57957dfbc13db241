package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronSubnet;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/** No rule points to an empty or missing table. */
final class EmptyTable extends NetnsInvariant {
  @Override
  public String name() {
    return "empty-table";
  }

  @Override
  public String consequence() {
    return "Packets that the rule selects fall through to another way out, with another address.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.ROUTES, Aspect.RULES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.GATEWAY_PORTS);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    check(view, IpFamily.V4, findings);
    check(view, IpFamily.V6, findings);
  }

  private static void check(NetnsView view, IpFamily family, Findings findings) {
    if (view.wanted().kind() == NetnsKind.FIP && !hasGateway(view.wanted(), family)) {
      return;
    }
    List<IpRule> rules = view.actual().rules(family);
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      TableId table = rule.table();
      if (!isKernels(table) && view.actual().routes(family, table).isEmpty()) {
        findings.add(
            view.name(), "table " + table + " is empty", RuleText.of(rule), "table " + table);
      }
    }
  }

  /** Tells whether there is anything to put into the tables of a fip namespace's links. */
  private static boolean hasGateway(WantedNetns fip, IpFamily family) {
    for (WantedRouter router : fip.routers()) {
      Optional<NeutronPort> port = router.payload().gwPort();
      if (port.isPresent()) {
        for (NeutronSubnet subnet : port.get().subnets()) {
          if (subnet.gatewayIp().isPresent() && subnet.gatewayIp().get().family() == family) {
            return true;
          }
        }
      }
    }
    return false;
  }

  private static boolean isKernels(TableId table) {
    return table.equals(TableId.LOCAL)
        || table.equals(TableId.MAIN)
        || table.equals(TableId.DEFAULT)
        || table.equals(TableId.UNSPEC);
  }
}
