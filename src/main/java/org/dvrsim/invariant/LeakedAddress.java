package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;

/** No device has an address that its port does not have. */
final class LeakedAddress extends NetnsInvariant {
  @Override
  public String name() {
    return "leaked-address";
  }

  @Override
  public String consequence() {
    return "The host answers for an address that now belongs to somebody else.";
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
    for (Link link : view.actual().links()) {
      WantedDevice wanted = view.wanted().deviceOrNull(link.name());
      if (wanted != null) {
        for (IfAddress address : link.addresses()) {
          if (!isWanted(view, wanted, address)) {
            findings.add(
                view.name(),
                address.cidr() + " on " + link + " belongs to nothing",
                address.cidr(),
                link);
          }
        }
      }
    }
  }

  private static boolean isWanted(NetnsView view, WantedDevice wanted, IfAddress address) {
    IpAddress local = address.local();
    if (local.isLinkLocal() && !local.isV4()) {
      return true;
    }
    if (!wanted.onBridge()) {
      return LinkLocalPair.of(address.device())
          .filter(pair -> pair.network().contains(local))
          .isPresent();
    }
    if (wanted.addresses().contains(address.cidr())) {
      return true;
    }
    if (view.wanted().kind() == NetnsKind.SNAT) {
      for (WantedFloatingIp fip : view.wanted().router().centralisedFloatingIps()) {
        if (fip.floating().equals(local)) {
          return true;
        }
      }
    }
    return false;
  }
}
