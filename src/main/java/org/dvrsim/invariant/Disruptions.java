package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.NetnsName;

/**
 * What a step that should change nothing took away, even if it put it back, and what is different
 * after it. Writing again what is there already harms nobody.
 */
final class Disruptions {
  private Disruptions() {}

  /** Notes what {@code what}, such as {@code the resync}, disrupted. */
  static void find(HostView view, String what, Findings findings) {
    List<KernelEvent> changes = view.step().changes();
    for (int i = 0; i < changes.size(); i++) {
      KernelEvent event = changes.get(i);
      if (!view.wanted().isOptional(event.netns())) {
        lost(event)
            .filter(object -> concernsWanted(view, object.toString()))
            .ifPresent(
                object -> findings.add(event.netns(), what + " took " + object + " away", object));
      }
    }
    Optional<HostState.Difference> difference = view.difference();
    if (difference.isPresent() && !difference.get().isEmpty()) {
      find(view, difference.get().inShort(), what, findings);
    }
  }

  private static void find(
      HostView view, HostState.Difference difference, String what, Findings findings) {
    for (String fact : difference.missing()) {
      if (concernsWanted(view, fact)) {
        findings.add(NetnsName.ROOT, "after " + what + " there is no more " + fact, fact);
      }
    }
    for (String fact : difference.extra()) {
      if (concernsWanted(view, fact)) {
        findings.add(NetnsName.ROOT, "after " + what + " there is " + fact, fact);
      }
    }
  }

  /** Routers that may be here but need not come and go with each question to the server. */
  private static boolean concernsWanted(HostView view, String fact) {
    for (WantedRouter router : view.wanted().optionalRouters()) {
      if (fact.contains(router.payload().id())
          || fact.contains(router.fipToRouter().text())
          || fact.contains(router.routerToFip().text())) {
        return false;
      }
      for (WantedDevice device : router.devices()) {
        if (fact.contains(device.name().text())) {
          return false;
        }
      }
    }
    return true;
  }

  private static Optional<?> lost(KernelEvent event) {
    if (event instanceof KernelEvent.NetnsRemoved removed) {
      return Optional.of(removed.netns());
    }
    if (event instanceof KernelEvent.LinkChanged link) {
      return link.after().isEmpty() ? link.before().map(state -> state.name()) : Optional.empty();
    }
    if (event instanceof KernelEvent.AddressChanged address) {
      return address.after().isEmpty() ? address.before() : Optional.empty();
    }
    if (event instanceof KernelEvent.RouteChanged route) {
      return route.after().isEmpty()
          ? route.before().map(gone -> "the route to " + gone.destination())
          : Optional.empty();
    }
    if (event instanceof KernelEvent.RuleChanged rule) {
      return rule.after().isEmpty() ? rule.before().map(RuleText::of) : Optional.empty();
    }
    if (event instanceof KernelEvent.NeighbourChanged neighbour) {
      return neighbour.after().isEmpty()
          ? neighbour.before().map(gone -> "the neighbour " + gone.address())
          : Optional.empty();
    }
    return Optional.empty();
  }
}
