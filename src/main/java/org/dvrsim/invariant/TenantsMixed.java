package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Router;
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
  public List<Violation> check(TrafficView view) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIpTraffic traffic : view.floatingIps()) {
      traffic.served().ifPresent(served -> check(traffic, served, view.cluster(), found));
    }
    return found;
  }

  private void check(
      FloatingIpTraffic traffic, ServedFloatingIp served, Cluster cluster, List<Violation> found) {
    for (Netns netns : traffic.passed()) {
      if (isStrange(netns.name(), served, cluster)) {
        found.add(
            new Violation(
                name(),
                netns.name(),
                List.of(netns.name().text(), served.instance()),
                "a packet of " + served.instance() + " passes " + netns.name()));
      }
    }
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
