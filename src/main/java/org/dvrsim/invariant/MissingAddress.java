package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;
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
    return EnumSet.of(WantedPart.DEVICES, WantedPart.CENTRALISED_FLOATING_IPS);
  }

  @Override
  void check(NetnsView view, Findings findings) {
    List<WantedDevice> devices = view.wanted().devices();
    for (int i = 0; i < devices.size(); i++) {
      WantedDevice wanted = devices.get(i);
      Link link = view.deviceOrNull(i);
      if (link != null) {
        for (IpInterface address : wanted.addresses()) {
          if (!has(link, address)) {
            findings.add(view.name(), wanted.name() + " lacks " + address, wanted.name(), address);
          }
        }
        if (!wanted.onBridge() && LinkLocalPair.orNull(link) == null) {
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
    List<IfAddress> addresses = link.addresses();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).isCidr(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static boolean has(Link link, IpAddress wanted) {
    List<IfAddress> addresses = link.addresses();
    for (int i = 0; i < addresses.size(); i++) {
      if (addresses.get(i).local().equals(wanted)) {
        return true;
      }
    }
    return false;
  }

  private static void checkCentralised(NetnsView view, Findings findings) {
    WantedDevice gateway = view.wanted().devices().get(0);
    Link link = view.deviceOrNull(0);
    for (WantedFloatingIp fip : view.wanted().router().centralisedFloatingIps()) {
      if (link != null && !has(link, fip.floating())) {
        findings.add(
            view.name(),
            gateway.name() + " lacks the floating IP " + fip.floating(),
            gateway.name(),
            fip.floating());
      }
    }
  }
}
