package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpAddress;

/**
 * API calls about instances, as far as the L3 agents hear of them: the life of their ports.
 *
 * <p>Models: neutron/db/l3_dvrscheduler_db.py, functions _notify_l3_agent_new_port,
 * _notify_l3_agent_port_update, _notify_port_delete
 */
final class InstanceApi {
  private final ApiParts parts;
  private final NeutronDb db;
  private final DvrScheduler scheduler;
  private final L3Notifier notifier;

  InstanceApi(ApiParts parts) {
    this.parts = parts;
    this.db = parts.db();
    this.scheduler = parts.scheduler();
    this.notifier = parts.notifier();
  }

  /**
   * Boots an instance.
   *
   * @param host where it runs; empty for a port that is not bound yet
   * @param addresses its fixed IPs; chosen if empty
   * @param addressPairs further addresses that it may use
   */
  Instance create(
      String name,
      Network network,
      Optional<String> host,
      List<IpAddress> addresses,
      List<IpAddress> addressPairs) {
    host.ifPresent(this::requireHost);
    addressPairs.forEach(address -> PortFactory.subnetOf(network, address));
    db.checkNew(ResourceKind.INSTANCE, name);
    parts.ports().check(network, PortOwner.COMPUTE, addresses);
    Port port =
        parts
            .ports()
            .create(
                name, network, PortOwner.COMPUTE, parts.ids().newId(ResourceKind.INSTANCE, name));
    parts.ports().allocate(port, addresses);
    port.setHost(host);
    port.setAddressPairs(addressPairs);
    Instance instance = new Instance(name, port);
    db.add(instance);
    host.ifPresent(h -> handleNewServicePort(port, h));
    parts.addArpEntries(port);
    return instance;
  }

  /**
   * Replaces the further addresses that an instance may use. Agents are told of all that there are;
   * nobody tells them of those that are gone.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:_notify_l3_agent_port_update, which tells each pair
   * with all the rest
   */
  void setAddressPairs(Instance instance, List<IpAddress> addresses) {
    Port port = instance.port();
    addresses.forEach(address -> PortFactory.subnetOf(port.network(), address));
    port.setAddressPairs(addresses);
    if (port.host().isPresent()) {
      addresses.forEach(address -> parts.addArpEntries(port));
    }
  }

  /** Deletes an instance; its floating IPs become free. */
  void delete(Instance instance) {
    Port port = instance.port();
    List<Router> routers = new ArrayList<>();
    for (FloatingIp fip : db.floatingIpsOf(port)) {
      fip.router().filter(router -> !routers.contains(router)).ifPresent(routers::add);
      fip.disassociate();
    }
    db.remove(instance);
    routers.forEach(notifier::routersUpdated);
    parts.deletePort(port);
    port.host()
        .ifPresent(
            host ->
                routersToRemove(port, host)
                    .forEach(router -> notifier.routerRemovedFromAgent(router, host)));
  }

  /**
   * Starts a live migration: Nova notes on the port where it leads, and the router is made ready
   * there. The port has an inactive binding there until the migration ends.
   */
  void startMigration(Instance instance, String destination) {
    Port port = instance.port();
    requireHost(destination);
    if (port.host().isEmpty() || port.host().get().equals(destination)) {
      throw new ApiRefusedException(
          instance
              + " cannot migrate to "
              + destination
              + " from "
              + port.host().orElse("nowhere"));
    }
    if (port.migratingTo().isPresent()) {
      throw new ApiRefusedException(instance + " is migrating already");
    }
    port.setMigratingTo(Optional.of(destination));
    if (!db.floatingIpsOf(port).isEmpty()) {
      createAgentGateway(port, destination);
    }
    handleNewServicePort(port, destination);
    parts.addArpEntries(port);
  }

  /** Ends a live migration: the port is bound to the host that the instance has reached. */
  void finishMigration(Instance instance) {
    Port port = instance.port();
    String destination =
        port.migratingTo()
            .orElseThrow(() -> new ApiRefusedException(instance + " is not migrating"));
    port.setMigratingTo(Optional.empty());
    rebind(port, Optional.of(destination));
  }

  /**
   * Gives up a live migration: the port stays where it is. Neutron tells no agent, so what was made
   * ready on the destination stays there until its next full synchronisation.
   */
  void abortMigration(Instance instance) {
    Port port = instance.port();
    if (port.migratingTo().isEmpty()) {
      throw new ApiRefusedException(instance + " is not migrating");
    }
    port.setMigratingTo(Optional.empty());
  }

  /** Binds the port of an instance to another host at once, as a cold migration does. */
  void move(Instance instance, Optional<String> host) {
    host.ifPresent(this::requireHost);
    if (instance.port().migratingTo().isPresent()) {
      throw new ApiRefusedException(instance + " is migrating");
    }
    rebind(instance.port(), host);
  }

  /** Models: neutron/db/l3_dvrscheduler_db.py:_notify_l3_agent_port_update */
  private void rebind(Port port, Optional<String> newHost) {
    Optional<String> oldHost = port.host();
    if (oldHost.equals(newHost)) {
      return;
    }
    port.setHost(newHost);
    Optional<Router> fipRouter =
        db.floatingIpsOf(port).stream().findFirst().flatMap(FloatingIp::router);
    if (oldHost.isPresent()) {
      List<Router> removed = routersToRemove(port, oldHost.get());
      if (!removed.isEmpty()) {
        parts.delArpEntries(port);
        removed.forEach(router -> notifier.routerRemovedFromAgent(router, oldHost.get()));
      }
      fipRouter
          .filter(router -> !removed.contains(router))
          .ifPresent(router -> notifier.routersUpdatedOnHost(List.of(router.id()), oldHost.get()));
    }
    if (newHost.isPresent()) {
      handleNewServicePort(port, newHost.get());
      parts.addArpEntries(port);
    }
  }

  /** Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin.dvr_handle_new_service_port */
  private void handleNewServicePort(Port port, String host) {
    if (db.findAgent(host).isEmpty()) {
      return;
    }
    List<Router> routers = scheduler.routersOn(port);
    List<String> routerIds = new ArrayList<>();
    routers.forEach(router -> routerIds.add(router.id()));
    for (Router router : routers) {
      for (Router connected : scheduler.connectedRouters(router)) {
        if (!routerIds.contains(connected.id())) {
          routerIds.add(connected.id());
        }
      }
    }
    if (!routerIds.isEmpty()) {
      notifier.routersUpdatedOnHost(routerIds, host);
    }
  }

  private void createAgentGateway(Port port, String host) {
    parts.agentGateways().createIfNotExists(db.floatingIpsOf(port).get(0).network(), host);
  }

  /**
   * Returns the routers that {@code host} need not have any more, now that {@code port} is not
   * there.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:L3_DVRsch_db_mixin.get_dvr_routers_to_remove
   */
  private List<Router> routersToRemove(Port port, String host) {
    List<Router> candidates = scheduler.routersOn(port);
    if (candidates.isEmpty() || db.findAgent(host).isEmpty()) {
      return List.of();
    }
    List<Router> removed = new ArrayList<>();
    for (Router router : candidates) {
      if (router.snatHost().equals(Optional.of(host))) {
        continue;
      }
      if (scheduler.hasServiceablePorts(router, host)) {
        return removed;
      }
      removed.add(router);
    }
    List<Router> related = new ArrayList<>();
    for (Router router : candidates) {
      for (Router connected : scheduler.connectedRouters(router)) {
        if (!candidates.contains(connected) && !related.contains(connected)) {
          related.add(connected);
        }
      }
    }
    for (Router router : related) {
      if (scheduler.hasServiceablePorts(router, host)) {
        break;
      }
      removed.add(router);
    }
    return removed;
  }

  private void requireHost(String host) {
    db.agent(host);
  }
}
