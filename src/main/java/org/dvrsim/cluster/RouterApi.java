package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * API calls about routers, their interfaces and their gateways.
 *
 * <p>Models: neutron/db/l3_db.py:L3_NAT_db_mixin, neutron/db/l3_dvr_db.py:
 * DVRResourceOperationHandler
 */
final class RouterApi {
  private final NeutronDb db;
  private final IdFactory ids;
  private final PortFactory ports;
  private final DvrScheduler scheduler;
  private final AgentGateways agentGateways;
  private final L3Notifier notifier;
  private final PortDeletion deletion;

  RouterApi(
      NeutronDb db,
      IdFactory ids,
      PortFactory ports,
      DvrScheduler scheduler,
      AgentGateways agentGateways,
      L3Notifier notifier) {
    this.db = db;
    this.ids = ids;
    this.ports = ports;
    this.scheduler = scheduler;
    this.agentGateways = agentGateways;
    this.notifier = notifier;
    this.deletion = new PortDeletion(db, scheduler, notifier);
  }

  /** Creates a router without interfaces; agents hear of it once it has something to do. */
  Router create(String name) {
    Router router = new Router(name, ids.newId(ResourceKind.ROUTER, name));
    db.add(router);
    return router;
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.delete_router */
  void delete(Router router) {
    if (!router.interfaces().isEmpty()) {
      throw new ApiRefusedException("router " + router + " still has interfaces");
    }
    deleteGateway(router, Optional.empty());
    for (Port port : List.copyOf(router.snatPorts())) {
      removeSnatPort(router, port);
    }
    db.remove(router);
    notifier.routerDeleted(router);
  }

  /**
   * Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.add_router_interface. A further IPv6 subnet of
   * a network joins the port that the router has there for IPv6.
   *
   * @param address the interface's address; the subnet's gateway address if empty
   */
  void addInterface(Router router, Subnet subnet, Optional<IpAddress> address) {
    if (subnet.network().isExternal()) {
      throw new ApiRefusedException("subnet " + subnet + " is external; set a gateway instead");
    }
    checkOverlap(router, subnet);
    IpAddress wanted =
        address
            .or(subnet::gatewayIp)
            .orElseThrow(() -> new ApiRefusedException("subnet " + subnet + " has no gateway IP"));
    Optional<Port> ipv6Port =
        subnet.cidr().family() == IpFamily.V6 && address.isEmpty()
            ? ipv6PortOn(router.interfaces(), subnet.network())
            : Optional.empty();
    if (ipv6Port.isPresent()) {
      ports.take(ipv6Port.get(), wanted);
      ipv6PortOn(router.snatPorts(), subnet.network())
          .ifPresent(snat -> ports.allocateFrom(snat, subnet));
    } else {
      Port port =
          ports.create(
              router + "," + subnet, subnet.network(), PortOwner.ROUTER_INTERFACE, router.id());
      ports.allocate(port, List.of(wanted));
      if (router.gatewayPort().isPresent()) {
        addSnatPort(router, List.of(subnet));
      }
      router.addInterface(port);
    }
    notifier.routersUpdated(router);
  }

  /**
   * Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.remove_router_interface,
   * neutron/db/l3_dvr_db.py:DVRResourceOperationHandler._retry_cleanup_after_interface_removal
   */
  void removeInterface(Router router, Subnet subnet) {
    Port port =
        router.interfaces().stream()
            .filter(candidate -> candidate.isOn(subnet))
            .findFirst()
            .orElseThrow(
                () ->
                    new ApiRefusedException(
                        "router " + router + " has no interface on subnet " + subnet));
    checkNotInUse(router, subnet);
    Set<String> relatedHostsBefore = scheduler.otherDvrHosts(router);
    List<Router> relatedRoutersBefore = scheduler.connectedRouters(router);
    List<PortAddress> removed = new ArrayList<>(port.fixedIps());
    if (removed.size() > 1) {
      PortAddress gone = removed.stream().filter(ip -> ip.subnet() == subnet).findFirst().get();
      port.remove(gone);
      subnet.release(gone.address());
    } else {
      router.removeInterface(port);
      deletion.delete(port);
    }
    new InterfaceCleanup(db, scheduler, notifier)
        .notifyHosts(router, removed, relatedHostsBefore, relatedRoutersBefore);
    removeSnatAddress(router, subnet);
    notifier.routersUpdated(router);
  }

  /**
   * Sets, moves or clears the gateway.
   *
   * <p>Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router,
   * L3_NAT_dbonly_mixin._update_router_gw_info
   *
   * @param network the external network; empty to clear the gateway
   * @param addresses the gateway's addresses; chosen if empty
   */
  void setGateway(Router router, Optional<Network> network, List<IpAddress> addresses) {
    network
        .filter(n -> !n.isExternal())
        .ifPresent(
            n -> {
              throw new ApiRefusedException("network " + n + " is not external");
            });
    boolean sameNetwork = network.isPresent() && network.equals(router.externalNetwork());
    if (sameNetwork && !addresses.isEmpty()) {
      Port port = router.gatewayPort().get();
      List<PortAddress> old = new ArrayList<>(port.fixedIps());
      old.forEach(
          ip -> {
            port.remove(ip);
            ip.subnet().release(ip.address());
          });
      addresses.forEach(address -> ports.take(port, address));
    } else if (!sameNetwork) {
      deleteGateway(router, network);
      network.ifPresent(n -> createGateway(router, n, addresses));
    }
    notifier.routersUpdated(router);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router with {@code enable_snat}. */
  void setSnatEnabled(Router router, boolean enabled) {
    if (router.gatewayPort().isEmpty()) {
      throw new ApiRefusedException("router " + router + " has no gateway");
    }
    router.setSnatEnabled(enabled);
    notifier.routersUpdated(router);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_db_mixin.update_router with {@code admin_state_up}. */
  void setAdminStateUp(Router router, boolean up) {
    router.setAdminStateUp(up);
    notifier.routersUpdated(router);
  }

  /** Models: neutron/db/extraroute_db.py:ExtraRoute_dbonly_mixin.update_router */
  void setRoutes(Router router, List<ExtraRoute> routes) {
    for (ExtraRoute route : routes) {
      boolean reachable =
          router.interfaces().stream().anyMatch(port -> reaches(port, route.nexthop()))
              || router.gatewayPort().stream().anyMatch(port -> reaches(port, route.nexthop()));
      if (!reachable) {
        throw new ApiRefusedException(
            "the next hop " + route.nexthop() + " is on no subnet of router " + router);
      }
    }
    router.setRoutes(routes);
    notifier.routersUpdated(router);
  }

  private static boolean reaches(Port port, IpAddress nexthop) {
    return port.fixedIps().stream().anyMatch(ip -> ip.subnet().cidr().contains(nexthop));
  }

  private void createGateway(Router router, Network network, List<IpAddress> addresses) {
    network.subnets().forEach(subnet -> checkOverlap(router, subnet));
    Port port = ports.create(router.name(), network, PortOwner.ROUTER_GATEWAY, router.id());
    ports.allocate(port, addresses);
    router.setGatewayPort(Optional.of(port));
    createSnatPorts(router);
  }

  /** Models: neutron/db/l3_dvr_db.py:DVRResourceOperationHandler._delete_dvr_internal_ports */
  private void deleteGateway(Router router, Optional<Network> next) {
    if (router.gatewayPort().isEmpty()) {
      return;
    }
    Port port = router.gatewayPort().get();
    if (!db.floatingIpsOf(router).isEmpty()) {
      throw new ApiRefusedException(
          "the gateway of router " + router + " is needed by its floating IPs");
    }
    router.setGatewayPort(Optional.empty());
    deletion.delete(port);
    if (next.isEmpty()) {
      for (Port snat : List.copyOf(router.snatPorts())) {
        removeSnatPort(router, snat);
      }
    }
    Network network = port.network();
    boolean last =
        db.routers().stream()
            .noneMatch(other -> other.externalNetwork().equals(Optional.of(network)));
    if (last) {
      agentGateways.deleteAll(network);
      notifier.deleteFipNamespaceForExtNet(network);
    }
  }

  /**
   * Models: neutron/db/l3_dvr_db.py:
   * DVRResourceOperationHandler._create_snat_intf_ports_if_not_exists. All IPv6 addresses go to one
   * port, on the network that came last, as there.
   */
  private void createSnatPorts(Router router) {
    if (!router.snatPorts().isEmpty()) {
      return;
    }
    List<Subnet> ipv6 = new ArrayList<>();
    for (Port port : router.interfaces()) {
      for (PortAddress ip : port.fixedIps()) {
        if (ip.address().isV4()) {
          addSnatPort(router, List.of(ip.subnet()));
        } else {
          ipv6.add(ip.subnet());
        }
      }
    }
    if (!ipv6.isEmpty()) {
      addSnatPort(router, ipv6);
    }
  }

  private void addSnatPort(Router router, List<Subnet> subnets) {
    Network network = subnets.get(subnets.size() - 1).network();
    Port port =
        ports.create(router + "," + subnets.get(0), network, PortOwner.ROUTER_SNAT, router.id());
    for (Subnet subnet : subnets) {
      if (subnet.network() != network) {
        db.remove(port);
        throw new ApiRefusedException(
            "router "
                + router
                + " has IPv6 subnets on several networks: Neutron cannot make its"
                + " SNAT port");
      }
      ports.allocateFrom(port, subnet);
    }
    router.addSnatPort(port);
  }

  private void removeSnatAddress(Router router, Subnet subnet) {
    for (Port port : List.copyOf(router.snatPorts())) {
      Optional<PortAddress> gone =
          port.fixedIps().stream().filter(ip -> ip.subnet() == subnet).findFirst();
      if (gone.isEmpty()) {
        continue;
      }
      if (port.fixedIps().size() > 1) {
        port.remove(gone.get());
        subnet.release(gone.get().address());
      } else {
        removeSnatPort(router, port);
      }
    }
  }

  private void removeSnatPort(Router router, Port port) {
    router.removeSnatPort(port);
    deletion.delete(port);
  }

  private void checkOverlap(Router router, Subnet subnet) {
    List<Port> attached = new ArrayList<>(router.interfaces());
    router.gatewayPort().ifPresent(attached::add);
    for (Port port : attached) {
      for (PortAddress ip : port.fixedIps()) {
        if (ip.subnet().cidr().contains(subnet.cidr())
            || subnet.cidr().contains(ip.subnet().cidr())) {
          throw new ApiRefusedException(
              "subnet " + subnet + " overlaps with subnet " + ip.subnet() + " on router " + router);
        }
      }
    }
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin._check_router_interface_not_in_use */
  private void checkNotInUse(Router router, Subnet subnet) {
    for (FloatingIp fip : db.floatingIpsOf(router)) {
      if (subnet.cidr().contains(fip.fixedAddress().orElseThrow())) {
        throw new ApiRefusedException(
            "the interface of router "
                + router
                + " on subnet "
                + subnet
                + " is needed by floating IP "
                + fip);
      }
    }
    for (ExtraRoute route : router.routes()) {
      if (subnet.cidr().contains(route.nexthop())) {
        throw new ApiRefusedException(
            "the interface of router "
                + router
                + " on subnet "
                + subnet
                + " is needed by the route to "
                + route.destination());
      }
    }
  }

  private static Optional<Port> ipv6PortOn(List<Port> ports, Network network) {
    return ports.stream()
        .filter(port -> port.network() == network && port.hasAddressOf(IpFamily.V6))
        .findFirst();
  }
}
