package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.IpAddress;
import org.dvrsim.netfilter.NatTarget;

/** Every floating IP is translated both ways, and the SNAT host translates the rest. */
final class MissingNatRule extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-nat-rule";
  }

  @Override
  public String consequence() {
    return "Packets arrive at, or leave from, an address that the other side does not know.";
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
    List<NatRule> rules = view.natRules();
    WantedRouter router = view.wanted().router();
    boolean snat = view.wanted().kind() == NetnsKind.SNAT;
    for (WantedFloatingIp fip : snat ? router.centralisedFloatingIps() : router.floatingIps()) {
      int dnat = 0;
      int back = 0;
      for (int i = 0; i < rules.size(); i++) {
        NatRule rule = rules.get(i);
        if (rule.isDnat(fip.floating(), fip.fixed()) && rule.isOnArrival()) {
          dnat++;
        } else if (rule.isSnat(fip.fixed(), fip.floating())) {
          back++;
        }
      }
      if (dnat != 1 || back != 1) {
        findings.add(
            view.name(),
            fip.floating() + " has " + dnat + " DNAT and " + back + " SNAT rules, not one each",
            fip.floating(),
            fip.fixed());
      }
    }
    if (snat && router.payload().enableSnat()) {
      for (IpAddress address : router.gatewayAddressesV4()) {
        if (!isTranslatedTo(address, rules)) {
          findings.add(view.name(), "nothing is translated to " + address, address);
        }
        break;
      }
    }
  }

  private static boolean isTranslatedTo(IpAddress gateway, List<NatRule> rules) {
    for (NatRule rule : rules) {
      if (rule.target().kind() == NatTarget.Kind.SNAT
          && rule.target().minAddress().equals(gateway)
          && rule.header().out() != null) {
        return true;
      }
    }
    return false;
  }
}
