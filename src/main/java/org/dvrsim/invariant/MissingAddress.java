package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpInterface;

/** Every device has its port's addresses. */
final class MissingAddress extends NetnsInvariant {
  @Override
  public String name() {
    return "missing-address";
  }

  @Override
  public String consequence() {
    return "Nobody answers at the gateway, SNAT or floating IP address.";
  }

  @Override
  Set<Aspect> aspects() {
    return EnumSet.of(Aspect.LINKS, Aspect.ADDRESSES);
  }

  @Override
  Set<WantedPart> parts() {
    return EnumSet.of(WantedPart.DEVICES, WantedPart.FLOATING_IPS);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    for (WantedDevice wanted : view.wanted().devices()) {
      Optional<Link> link = view.actual().link(wanted.name());
      if (link.isPresent()) {
        for (IpInterface address : wanted.addresses()) {
          if (!has(link.get(), address)) {
            findings.add(view.name(), wanted.name() + " lacks " + address, wanted.name(), address);
          }
        }
        if (!wanted.onBridge() && LinkLocalPair.of(link.get()).isEmpty()) {
          findings.add(
              view.name(), wanted.name() + " has no address of a link-local pair", wanted.name());
        }
      }
    }
    if (view.wanted().kind() == NetnsKind.SNAT) {
      checkCentralised(view, findings);
    }
  }

  private static boolean has(Link link, IpInterface wanted) {
    for (IfAddress address : link.addresses()) {
      if (address.cidr().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static void checkCentralised(NetnsView view, Findings findings) {
    WantedDevice gateway = view.wanted().devices().get(0);
    Optional<Link> link = view.actual().link(gateway.name());
    for (WantedFloatingIp fip : view.wanted().router().centralisedFloatingIps()) {
      if (link.isPresent()
          && link.get().addresses().stream().noneMatch(a -> a.local().equals(fip.floating()))) {
        findings.add(
            view.name(),
            gateway.name() + " lacks the floating IP " + fip.floating(),
            gateway.name(),
            fip.floating());
      }
    }
  }
}
