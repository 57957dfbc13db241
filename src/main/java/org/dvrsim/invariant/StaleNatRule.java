package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.IpAddress;
import org.dvrsim.netfilter.NatTarget;

/** Nothing is translated from or to an address that no floating IP or gateway calls for. */
final class StaleNatRule extends NetnsInvariant {
  @Override
  public String name() {
    return "stale-nat-rule";
  }

  @Override
  public String consequence() {
    return "An instance appears to the outside with an address that belongs to somebody else.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.NETFILTER);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(
        WantedPart.GATEWAY_PORTS, WantedPart.FLOATING_IPS, WantedPart.CENTRALISED_FLOATING_IPS);
  }

  @Override
  boolean concerns(NetnsKind kind) {
    return kind != NetnsKind.FIP;
  }

  @Override
  void check(NetnsView view, Findings findings) {
    WantedRouter router = view.wanted().router();
    boolean snat = view.wanted().kind() == NetnsKind.SNAT;
    List<WantedFloatingIp> wanted = snat ? router.centralisedFloatingIps() : router.floatingIps();
    List<IpAddress> gateways = snat ? router.gatewayAddressesV4() : List.of();
    for (NatRule rule : view.natRules()) {
      boolean gateway =
          rule.target().kind() == NatTarget.Kind.SNAT
              && gateways.contains(rule.target().minAddress());
      if (!gateway && !isCalledFor(rule, wanted)) {
        findings.add(view.name(), "nothing calls for " + rule.text(), rule.text());
      }
    }
  }

  private static boolean isCalledFor(NatRule rule, List<WantedFloatingIp> wanted) {
    for (int i = 0; i < wanted.size(); i++) {
      WantedFloatingIp fip = wanted.get(i);
      if (rule.isDnat(fip.floating(), fip.fixed()) || rule.isSnat(fip.fixed(), fip.floating())) {
        return true;
      }
    }
    return false;
  }
}
