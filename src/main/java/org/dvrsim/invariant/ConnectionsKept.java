package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.DeleteConntrack;
import org.dvrsim.ops.TraceEntry;

/** The connections through a floating IP are ended when it is taken away. */
final class ConnectionsKept extends HostInvariant {
  @Override
  public String name() {
    return "connections-kept";
  }

  @Override
  public String consequence() {
    return "Whoever is connected through the floating IP stays connected with an instance that does"
        + " not have it any more.";
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
    Set<IpAddress> gone = new LinkedHashSet<>();
    for (KernelEvent change : view.step().changes()) {
      floatingIp(change, false).ifPresent(gone::add);
      floatingIp(change, true).ifPresent(gone::remove);
    }
    for (TraceEntry entry : view.step().ops()) {
      if (entry.op() instanceof DeleteConntrack op) {
        gone.removeIf(address -> op.arguments().contains(address.toString()));
      }
    }
    for (IpAddress address : gone) {
      findings.add(
          NetnsName.ROOT, address + " was taken away, and its connections left alone", address);
    }
    return findings.list();
  }

  /** Returns the floating IP that lost, or got, its route or its address at the central gateway. */
  private static Optional<IpAddress> floatingIp(KernelEvent change, boolean came) {
    if (change instanceof KernelEvent.RouteChanged route
        && route.netns().text().startsWith("fip-")) {
      return (came ? route.after() : route.before())
          .filter(r -> !(route.before().isPresent() && route.after().isPresent()))
          .filter(r -> r.destination().length() == 32 && r.gateway().isPresent())
          .map(r -> r.destination().address());
    }
    if (change instanceof KernelEvent.AddressChanged address
        && address.netns().text().startsWith("snat-")) {
      return (came ? address.after() : address.before())
          .filter(a -> !(address.before().isPresent() && address.after().isPresent()))
          .filter(a -> a.prefixLength() == 32)
          .map(a -> a.local());
    }
    return Optional.empty();
  }
}
