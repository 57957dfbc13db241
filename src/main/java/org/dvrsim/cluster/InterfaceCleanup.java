package org.dvrsim.cluster;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Tells hosts that a router which lost an interface is no longer theirs, and the same of routers
 * that were there only because they were connected to it.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:DVRResourceOperationHandler, methods
 * _retry_cleanup_after_interface_removal, _cleanup_related_hosts_after_interface_removal,
 * _cleanup_related_routers_after_interface_removal
 */
final class InterfaceCleanup {
  private final NeutronDb db;
  private final DvrScheduler scheduler;
  private final L3Notifier notifier;

  InterfaceCleanup(NeutronDb db, DvrScheduler scheduler, L3Notifier notifier) {
    this.db = db;
    this.scheduler = scheduler;
    this.notifier = notifier;
  }

  /**
   * Casts what is to be cast once {@code router} has lost an interface.
   *
   * @param removed the addresses that the interface had before
   * @param relatedHostsBefore the hosts of connected routers, before the removal
   * @param relatedRoutersBefore the connected routers, before the removal
   */
  void notifyHosts(
      Router router,
      List<PortAddress> removed,
      Set<String> relatedHostsBefore,
      List<Router> relatedRoutersBefore) {
    Set<Subnet> subnets = new LinkedHashSet<>();
    removed.forEach(ip -> subnets.add(ip.subnet()));
    Set<String> removedHosts = new LinkedHashSet<>(scheduler.hostsWithInstancesOn(subnets));
    removedHosts.removeAll(scheduler.dvrHosts(router));
    Set<String> relatedHosts = scheduler.otherDvrHosts(router);
    for (AgentRecord agent : db.agents()) {
      String host = agent.host();
      if (removedHosts.contains(host)
          && !isSnatHost(router, host)
          && !relatedHosts.contains(host)) {
        notifier.routerRemovedFromAgent(router, host);
        removeConnected(router, host);
      }
    }
    Set<String> related = new LinkedHashSet<>(relatedHostsBefore);
    related.removeAll(scheduler.dvrHosts(router));
    related.removeAll(relatedHosts);
    for (AgentRecord agent : db.agents()) {
      if (related.contains(agent.host()) && !isSnatHost(router, agent.host())) {
        notifier.routerRemovedFromAgent(router, agent.host());
      }
    }
    List<Router> connectedAfter = scheduler.connectedRouters(router);
    for (Router other : relatedRoutersBefore) {
      if (!connectedAfter.contains(other)) {
        Set<String> hosts = new LinkedHashSet<>(scheduler.dvrHosts(router));
        hosts.removeAll(scheduler.dvrHosts(other));
        hosts.forEach(host -> notifier.routerRemovedFromAgent(other, host));
      }
    }
  }

  private void removeConnected(Router router, String host) {
    for (Router connected : scheduler.connectedRouters(router)) {
      if (!scheduler.dvrHosts(connected).contains(host)
          && !scheduler.otherDvrHosts(connected).contains(host)) {
        notifier.routerRemovedFromAgent(connected, host);
      }
    }
  }

  private static boolean isSnatHost(Router router, String host) {
    return router.snatHost().equals(Optional.of(host));
  }
}
