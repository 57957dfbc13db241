package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.kernel.Route;
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
    return EnumSet.of(HostPart.SERVING);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    if (view.step().disturbed()) {
      return findings.list();
    }
    Set<IpAddress> gone = new LinkedHashSet<>();
    for (KernelEvent change : view.changesOfServing()) {
      follow(change, gone);
    }
    if (gone.isEmpty()) {
      return findings.list();
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

  /** Notes the floating IP that lost, or got, its route or its address at the central gateway. */
  private static void follow(KernelEvent change, Set<IpAddress> gone) {
    if (change instanceof KernelEvent.RouteChanged route) {
      if (route.before().isPresent() != route.after().isPresent()
          && route.netns().text().startsWith("fip-")) {
        boolean went = route.before().isPresent();
        Route moved = went ? route.before().get() : route.after().get();
        if (moved.destination().length() == 32 && moved.gateway().isPresent()) {
          note(moved.destination().address(), went, gone);
        }
      }
    } else if (change instanceof KernelEvent.AddressChanged address) {
      if (address.before().isPresent() != address.after().isPresent()
          && address.netns().text().startsWith("snat-")) {
        boolean went = address.before().isPresent();
        IfAddress moved = went ? address.before().get() : address.after().get();
        if (moved.prefixLength() == 32) {
          note(moved.local(), went, gone);
        }
      }
    }
  }

  private static void note(IpAddress address, boolean went, Set<IpAddress> gone) {
    if (went) {
      gone.add(address);
    } else {
      gone.remove(address);
    }
  }
}
