package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;

/**
 * A floating IP that comes into effect, and still is at the step's end, is reported then, whatever
 * the server held it to be.
 */
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
    return EnumSet.of(HostPart.SERVING);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().disturbed()) {
      return findings.list();
    }
    Set<IpAddress> came = cameIntoEffect(view.changesOfServing());
    if (came.isEmpty()) {
      return findings.list();
    }
    for (WantedRouter router : view.wanted().routers()) {
      check(view, router, router.floatingIps(), came, findings);
      check(view, router, router.centralisedFloatingIps(), came, findings);
    }
    return findings.list();
  }

  private static void check(
      HostView view,
      WantedRouter router,
      List<WantedFloatingIp> wanted,
      Set<IpAddress> came,
      Findings findings) {
    for (WantedFloatingIp fip : wanted) {
      if (came.contains(fip.floating()) && !view.step().told().containsKey(fip.id())) {
        findings.add(
            router.netns(), fip.floating() + " came into effect unreported", fip.floating());
      }
    }
  }

  /**
   * What serves a floating IP: its route, or its address at the central gateway.
   *
   * @param way the route or the address
   */
  private record Serves(NetnsName netns, Object way, IpAddress floatingIp) {
    boolean is(Serves other) {
      return floatingIp.equals(other.floatingIp)
          && netns.equals(other.netns)
          && way.equals(other.way);
    }
  }

  /** Returns the floating IPs that got something that serves them, and still have it. */
  private static Set<IpAddress> cameIntoEffect(List<KernelEvent> changes) {
    if (changes.isEmpty()) {
      return Set.of();
    }
    List<Serves> came = new ArrayList<>(0);
    for (KernelEvent change : changes) {
      if (change instanceof KernelEvent.RouteChanged route) {
        note(serves(route.netns(), route.before()), serves(route.netns(), route.after()), came);
      } else if (change instanceof KernelEvent.AddressChanged address) {
        note(
            central(address.netns(), address.before()),
            central(address.netns(), address.after()),
            came);
      }
    }
    Set<IpAddress> floatingIps = new LinkedHashSet<>();
    came.forEach(serves -> floatingIps.add(serves.floatingIp));
    return floatingIps;
  }

  /** What replaces something has come if that had. */
  private static void note(Serves before, Serves after, List<Serves> came) {
    if ((before == null || came.removeIf(before::is)) && after != null) {
      came.add(after);
    }
  }

  private static Serves serves(NetnsName netns, Optional<Route> route) {
    if (route.isEmpty() || !netns.text().startsWith("fip-")) {
      return null;
    }
    IpPrefix destination = route.get().destination();
    return destination.length() == 32
        ? new Serves(netns, route.get(), destination.address())
        : null;
  }

  private static Serves central(NetnsName netns, Optional<IfAddress> address) {
    return address.isPresent()
            && netns.text().startsWith("snat-")
            && address.get().prefixLength() == 32
        ? new Serves(netns, address.get(), address.get().local())
        : null;
  }
}
