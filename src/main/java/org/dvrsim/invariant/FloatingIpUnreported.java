package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/** A floating IP that comes into effect is reported then, whatever the server held it to be. */
final class FloatingIpUnreported extends HostInvariant {
  @Override
  public String name() {
    return "fip-unreported";
  }

  @Override
  public String consequence() {
    return "A report that comes late from elsewhere is the last word, and a working floating IP is"
        + " shown as down.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.STEP);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().disturbed()) {
      return findings.list();
    }
    Set<IpAddress> came = new LinkedHashSet<>();
    for (KernelEvent change : view.step().changes()) {
      IpAddress address = cameIntoEffect(change);
      if (address != null) {
        came.add(address);
      }
    }
    if (came.isEmpty()) {
      return findings.list();
    }
    for (WantedRouter router : view.wanted().routers()) {
      List<WantedFloatingIp> all = new ArrayList<>(router.floatingIps());
      all.addAll(router.centralisedFloatingIps());
      for (WantedFloatingIp fip : all) {
        if (came.contains(fip.floating()) && !view.step().told().containsKey(fip.id())) {
          findings.add(
              router.netns(), fip.floating() + " came into effect unreported", fip.floating());
        }
      }
    }
    return findings.list();
  }

  /** Returns the floating IP that got its route, or its address at the central gateway, or null. */
  private static IpAddress cameIntoEffect(KernelEvent change) {
    if (change instanceof KernelEvent.RouteChanged route) {
      boolean came = route.before().isEmpty() && route.after().isPresent();
      if (came && route.netns().text().startsWith("fip-")) {
        IpPrefix destination = route.after().get().destination();
        return destination.length() == 32 ? destination.address() : null;
      }
    } else if (change instanceof KernelEvent.AddressChanged address) {
      boolean came = address.before().isEmpty() && address.after().isPresent();
      if (came && address.netns().text().startsWith("snat-")) {
        IfAddress added = address.after().get();
        return added.prefixLength() == 32 ? added.local() : null;
      }
    }
    return null;
  }
}
