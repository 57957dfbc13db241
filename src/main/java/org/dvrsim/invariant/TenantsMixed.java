package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.datapath.Step;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;

/** What is sent to or by an instance passes no router that its network is not attached to. */
final class TenantsMixed implements TrafficInvariant {
  @Override
  public String name() {
    return "tenants-mixed";
  }

  @Override
  public String consequence() {
    return "A tenant's packets are seen by another tenant's router.";
  }

  @Override
  public List<Violation> check(Cluster cluster) {
    List<Violation> found = new ArrayList<>();
    for (ServedFloatingIp served : ServedFloatingIp.of(cluster)) {
      Traffic.Report in =
          cluster.traffic().send(Traffic.Request.ping(served.outside(), served.address()));
      Traffic.Report out =
          cluster.traffic().send(Traffic.Request.ping(served.instance(), served.outside()));
      Set<Netns> strange = new LinkedHashSet<>();
      for (Traffic.Report report : List.of(in, out)) {
        for (Step step : report.steps()) {
          if (step.netns() != null && isStrange(step.netns().name(), served, cluster)) {
            strange.add(step.netns());
          }
        }
      }
      for (Netns netns : strange) {
        found.add(
            new Violation(
                name(),
                netns.name(),
                List.of(netns.name().text(), served.instance()),
                "a packet of " + served.instance() + " passes " + netns.name()));
      }
    }
    return found;
  }

  private static boolean isStrange(NetnsName netns, ServedFloatingIp served, Cluster cluster) {
    String name = netns.text();
    boolean routers = name.startsWith("qrouter-") || name.startsWith("snat-");
    if (!routers) {
      return false;
    }
    String id = name.substring(name.indexOf('-') + 1);
    return cluster.server().db().findRouterById(id).stream()
        .noneMatch(router -> serves(router, served));
  }

  private static boolean serves(Router router, ServedFloatingIp served) {
    return router.interfaces().stream()
        .anyMatch(port -> port.network() == served.floatingIp().port().get().network());
  }
}
