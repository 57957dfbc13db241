package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentMode;

/**
 * Which host has which router.
 *
 * <p>A distributed router is on every host with an instance on one of its subnets, on the hosts of
 * the routers it shares a network with, and on the one {@code dvr_snat} host that it was scheduled
 * to for its SNAT.
 *
 * <p>Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin, neutron/scheduler/
 * l3_agent_scheduler.py:LeastRoutersScheduler
 */
final class DvrScheduler {
  private final NeutronDb db;
  private final Remembered<Router, List<Router>> connected;
  private final Remembered<String, Set<Router>> onHosts;
  private final Remembered<Wish, List<Router>> forAgents;

  /** Routers that the agent on a host asks for; all that it should have if there are none. */
  private record Wish(String host, List<Router> wanted) {}

  DvrScheduler(NeutronDb db) {
    this.db = db;
    this.connected = new Remembered<>(db.placeChanges(), this::findConnected);
    this.onHosts = new Remembered<>(db.placeChanges(), this::findOnHost);
    this.forAgents = new Remembered<>(db.placeChanges(), this::findForAgent);
  }

  /**
   * Chooses a SNAT host for {@code router} if it has none: the {@code dvr_snat} host with the
   * fewest routers, the oldest of several. None for one that is highly available: its SNAT is on
   * hosts that are not modelled.
   *
   * <p>Models: neutron/scheduler/l3_agent_scheduler.py:L3Scheduler._schedule_router
   */
  void schedule(Router router) {
    if (router.snatHost().isPresent() || router.isHa()) {
      return;
    }
    String best = null;
    long fewest = Long.MAX_VALUE;
    for (AgentRecord agent : db.agents()) {
      if (agent.mode() == AgentMode.DVR_SNAT) {
        long load = load(agent.host());
        if (load < fewest) {
          best = agent.host();
          fewest = load;
        }
      }
    }
    router.setSnatHost(Optional.ofNullable(best));
  }

  private long load(String host) {
    long load = 0;
    for (Router other : db.routers()) {
      load += isSnatHost(other, host) ? 1 : 0;
    }
    return load;
  }

  /** Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin.get_hosts_to_notify */
  Set<String> hostsToNotify(Router router) {
    Set<String> hosts = new LinkedHashSet<>();
    Optional<String> snatHost = router.snatHost();
    snatHost.ifPresent(hosts::add);
    hosts.addAll(dvrHosts(router));
    hosts.addAll(otherDvrHosts(router));
    return hosts;
  }

  /** Returns the hosts with an instance on a subnet of {@code router}. */
  Set<String> dvrHosts(Router router) {
    return hostsWithInstancesOn(subnetsOf(router));
  }

  /** Returns the hosts of all routers that share a network with {@code router}. */
  Set<String> otherDvrHosts(Router router) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Router other : connectedRouters(router)) {
      hosts.addAll(dvrHosts(other));
    }
    return hosts;
  }

  /**
   * Returns the other routers with an interface on a network on which {@code router} has an
   * address, external ones included.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:
   * L3_DVRsch_db_mixin._get_other_dvr_router_ids_connected_router
   */
  List<Router> connectedRouters(Router router) {
    return connected.of(router);
  }

  private List<Router> findConnected(Router router) {
    Set<Network> networks = new LinkedHashSet<>();
    router.interfaces().forEach(port -> networks.add(port.network()));
    router.gatewayPort().ifPresent(port -> networks.add(port.network()));
    List<Router> found = new ArrayList<>();
    for (Router other : db.routers()) {
      if (other != router && isOnAny(other, networks)) {
        found.add(other);
      }
    }
    return Collections.unmodifiableList(found);
  }

  private static boolean isOnAny(Port port, Set<Subnet> subnets) {
    for (PortAddress ip : port.fixedIps()) {
      if (subnets.contains(ip.subnet())) {
        return true;
      }
    }
    return false;
  }

  private static boolean isOnAny(Router router, Set<Network> networks) {
    for (Port port : router.interfaces()) {
      if (networks.contains(port.network())) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the hosts with an instance on one of {@code subnets}, or one on its way to them.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin._get_dvr_hosts_for_subnets,
   * which counts the inactive binding that a port has on its destination
   */
  Set<String> hostsWithInstancesOn(Set<Subnet> subnets) {
    Set<String> hosts = new LinkedHashSet<>();
    for (Instance instance : db.instances()) {
      if (isOnAny(instance.port(), subnets)) {
        instance.host().ifPresent(hosts::add);
        instance.port().migratingTo().ifPresent(hosts::add);
      }
    }
    return hosts;
  }

  /**
   * Tells whether an instance on {@code host}, or on its way to it, is on a subnet of {@code
   * router}.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:
   * L3_DVRsch_db_mixin._check_dvr_serviceable_ports_on_host
   */
  boolean hasServiceablePorts(Router router, String host) {
    Set<Subnet> subnets = subnetsOf(router);
    for (Instance instance : db.instances()) {
      if (isOn(instance, host) && isOnAny(instance.port(), subnets)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the routers with an interface on a subnet of {@code port}. */
  List<Router> routersOn(Port port) {
    List<Router> found = new ArrayList<>();
    for (Router router : db.routers()) {
      for (PortAddress ip : port.fixedIps()) {
        if (router.isOn(ip.subnet())) {
          found.add(router);
          break;
        }
      }
    }
    return found;
  }

  /**
   * Returns the routers that the agent on {@code agent}'s host should have, of {@code wanted} or,
   * if that is empty, of all.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin._get_router_ids_for_agent. As
   * there, routers connected to a wanted one are returned with it.
   */
  List<Router> routersForAgent(AgentRecord agent, List<Router> wanted) {
    return forAgents.of(new Wish(agent.host(), wanted));
  }

  private List<Router> findForAgent(Wish wish) {
    String host = wish.host();
    List<Router> wanted = wish.wanted();
    Set<Router> result = new LinkedHashSet<>();
    for (Router router : wanted.isEmpty() ? db.routers() : wanted) {
      if (isSnatHost(router, host)) {
        result.add(router);
      }
    }
    if (!wanted.isEmpty() && result.size() == wanted.size()) {
      return List.copyOf(result);
    }
    Set<Router> onHost = onHosts.of(host);
    if (wanted.isEmpty()) {
      result.addAll(onHost);
    } else {
      for (Router router : wanted) {
        if (!router.interfaces().isEmpty()
            && (hasServiceablePorts(router, host)
                || !Collections.disjoint(onHost, connectedRouters(router)))) {
          result.add(router);
        }
      }
    }
    for (Router router : List.copyOf(result)) {
      result.addAll(connectedRouters(router));
    }
    return List.copyOf(result);
  }

  private Set<Router> findOnHost(String host) {
    Set<Router> found = new LinkedHashSet<>();
    Set<Network> seen = new HashSet<>();
    for (Instance instance : db.instances()) {
      // All routers of a network with one subnet are found with its first instance.
      Network network = instance.port().network();
      if (isOn(instance, host)
          && !instance.port().fixedIps().isEmpty()
          && (seen.add(network) || network.subnets().size() > 1)) {
        found.addAll(routersOn(instance.port()));
      }
    }
    return found;
  }

  /** Tells whether {@code instance} is on {@code host} or on its way there. */
  private static boolean isOn(Instance instance, String host) {
    return is(instance.host(), host) || is(instance.port().migratingTo(), host);
  }

  private static boolean isSnatHost(Router router, String host) {
    return is(router.snatHost(), host);
  }

  private static boolean is(Optional<String> place, String host) {
    return place.isPresent() && place.get().equals(host);
  }

  private static Set<Subnet> subnetsOf(Router router) {
    Set<Subnet> subnets = new LinkedHashSet<>();
    for (Port port : router.interfaces()) {
      // As in Neutron, only the first address of a port counts.
      subnets.add(port.fixedIps().get(0).subnet());
    }
    return subnets;
  }
}
