package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

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
    return EnumSet.of(WantedPart.DEVICES, WantedPart.CENTRALISED_FLOATING_IPS);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    List<Link> links = view.actual().links();
    for (int i = 0; i < links.size(); i++) {
      Link link = links.get(i);
      WantedDevice wanted = view.wanted().deviceOrNull(link.name());
      if (wanted != null) {
        List<IfAddress> addresses = link.addresses();
        for (int j = 0; j < addresses.size(); j++) {
          IfAddress address = addresses.get(j);
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
      LinkLocalPair pair = LinkLocalPair.orNull(address.device());
      return pair != null && pair.network().contains(local);
    }
    for (IpInterface own : wanted.addresses()) {
      if (address.isCidr(own)) {
        return true;
      }
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
