package org.dvrsim.invariant;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.net.NetnsName;

/** The server was told of every floating IP that is in effect, and of every one that is no more. */
final class FloatingIpStatus extends HostInvariant {
  private static final String ACTIVE = "ACTIVE";

  @Override
  public String name() {
    return "fip-status-wrong";
  }

  @Override
  public String consequence() {
    return "The user is shown a floating IP as down that works, or as active that does not.";
  }

  @Override
  Set<HostPart> parts() {
    return EnumSet.of(HostPart.WANTED, HostPart.TRUTH, HostPart.TOLD);
  }

  @Override
  public List<Violation> check(HostView view) {
    Findings findings = new Findings(this);
    List<WantedRouter> routers = view.wanted().routers();
    for (int i = 0; i < routers.size(); i++) {
      WantedRouter router = routers.get(i);
      check(view, router, router.floatingIps(), findings);
      check(view, router, router.centralisedFloatingIps(), findings);
    }
    view.toldSinceStart()
        .forEach(
            (id, status) -> {
              if (view.truth().isFree(id)
                  && view.truth().isStatusFromHere(id)
                  && view.truth().floatingIpStatus(id).equals(ACTIVE)) {
                findings.add(
                    NetnsName.ROOT, "the server holds a floating IP to be ACTIVE that is free", id);
              }
            });
    return findings.list();
  }

  private static void check(
      HostView view, WantedRouter router, List<WantedFloatingIp> wanted, Findings findings) {
    for (int i = 0; i < wanted.size(); i++) {
      WantedFloatingIp fip = wanted.get(i);
      String status = view.truth().floatingIpStatus(fip.id());
      if (!status.equals(ACTIVE)) {
        findings.add(
            router.netns(),
            "the server holds " + fip.floating() + " to be " + status,
            fip.floating(),
            fip.id());
      }
    }
  }
}
