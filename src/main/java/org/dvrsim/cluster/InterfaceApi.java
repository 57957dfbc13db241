package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.ExtraRoute;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * API calls about routers' interfaces.
 *
 * <p>Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin, neutron/db/l3_dvr_db.py:
 * DVRResourceOperationHandler
 */
final class InterfaceApi {
  private final ApiParts parts;
  private final SnatPorts snatPorts;
  private final InterfaceCleanup cleanup;

  InterfaceApi(ApiParts parts) {
    this.parts = parts;
    this.snatPorts = new SnatPorts(parts);
    this.cleanup = new InterfaceCleanup(parts.db(), parts.scheduler(), parts.notifier());
  }

  /**
   * Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.add_router_interface. A further IPv6 subnet of
   * a network joins the port that the router has there for IPv6.
   *
   * @param address the interface's address; the subnet's gateway address if empty
   */
  void add(Router router, Subnet subnet, Optional<IpAddress> address) {
    if (subnet.network().isExternal()) {
      throw new ApiRefusedException("subnet " + subnet + " is external; set a gateway instead");
    }
    RouterSubnets.checkOverlap(router, subnet);
    IpAddress wanted =
        address
            .or(subnet::gatewayIp)
            .orElseThrow(() -> new ApiRefusedException("subnet " + subnet + " has no gateway IP"));
    if (!subnet.cidr().contains(wanted)) {
      throw new ApiRefusedException(wanted + " is not on subnet " + subnet);
    }
    parts.ports().check(subnet.network(), PortOwner.ROUTER_INTERFACE, List.of(wanted));
    Optional<Port> ipv6Port =
        subnet.cidr().family() == IpFamily.V6 && address.isEmpty()
            ? ipv6PortOn(router.interfaces(), subnet.network())
            : Optional.empty();
    if (ipv6Port.isPresent()) {
      parts.ports().take(ipv6Port.get(), wanted);
      ipv6PortOn(router.snatPorts(), subnet.network())
          .ifPresent(snat -> parts.ports().allocateFrom(snat, subnet));
    } else {
      Port port =
          parts
              .ports()
              .create(
                  router + "," + subnet, subnet.network(), PortOwner.ROUTER_INTERFACE, router.id());
      parts.ports().allocate(port, List.of(wanted));
      if (router.gatewayPort().isPresent()) {
        snatPorts.add(router, List.of(subnet));
      }
      router.addInterface(port);
    }
    parts.notifier().routersUpdated(router);
  }

  /**
   * Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.remove_router_interface,
   * neutron/db/l3_dvr_db.py:DVRResourceOperationHandler._retry_cleanup_after_interface_removal
   */
  void remove(Router router, Subnet subnet) {
    Port port = interfaceOn(router, subnet);
    checkNotInUse(router, subnet);
    Set<String> relatedHostsBefore = parts.scheduler().otherDvrHosts(router);
    List<Router> relatedRoutersBefore = parts.scheduler().connectedRouters(router);
    List<PortAddress> removed = new ArrayList<>(port.fixedIps());
    if (removed.size() > 1) {
      PortAddress gone = removed.stream().filter(ip -> ip.subnet() == subnet).findFirst().get();
      port.remove(gone);
      subnet.release(gone.address());
    } else {
      router.removeInterface(port);
      parts.deletePort(port);
    }
    cleanup.notifyHosts(router, removed, relatedHostsBefore, relatedRoutersBefore);
    snatPorts.removeAddress(router, subnet);
    parts.notifier().routersUpdated(router);
  }

  /**
   * Switches the port of a router's interface on or off. No agent is told of it: they see it with
   * the next update of the router.
   *
   * <p>Models: neutron/db/l3_dvrscheduler_db.py:_notify_l3_agent_port_update, which looks at the
   * state of instances' ports only
   */
  void setUp(Router router, Subnet subnet, boolean up) {
    interfaceOn(router, subnet).setAdminStateUp(up);
  }

  private static Port interfaceOn(Router router, Subnet subnet) {
    for (Port port : router.interfaces()) {
      if (port.isOn(subnet)) {
        return port;
      }
    }
    throw new ApiRefusedException("router " + router + " has no interface on subnet " + subnet);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin._check_router_interface_not_in_use */
  private void checkNotInUse(Router router, Subnet subnet) {
    for (FloatingIp fip : parts.db().floatingIpsOf(router)) {
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
