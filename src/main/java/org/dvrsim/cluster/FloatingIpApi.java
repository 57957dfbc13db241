package org.dvrsim.cluster;

import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.net.IpAddress;

/**
 * API calls about floating IPs.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin, neutron/db/l3_db.py:
 * L3_NAT_dbonly_mixin
 */
final class FloatingIpApi {
  private final NeutronDb db;
  private final IdFactory ids;
  private final PortFactory ports;
  private final AgentGateways agentGateways;
  private final L3Notifier notifier;

  FloatingIpApi(ApiParts parts) {
    this.db = parts.db();
    this.ids = parts.ids();
    this.ports = parts.ports();
    this.agentGateways = parts.agentGateways();
    this.notifier = parts.notifier();
  }

  /** The address that a floating IP is to stand for, and the router that leads there. */
  private record Association(PortAddress fixed, Router router) {}

  /**
   * Creates a floating IP.
   *
   * @param address chosen if empty
   * @param port what it is associated with at once; empty for nothing
   */
  FloatingIp create(
      String name, Network network, Optional<IpAddress> address, Optional<Port> port) {
    if (!network.isExternal()) {
      throw new ApiRefusedException("network " + network + " is not external");
    }
    db.checkNew(ResourceKind.FLOATING_IP, name);
    if (address.isPresent()) {
      ports.check(network, PortOwner.FLOATING_IP, List.of(address.get()));
    } else {
      ports.checkV4(network);
    }
    port.ifPresent(to -> checkAssociation(network, to, Optional.empty(), false));
    String id = ids.newId(ResourceKind.FLOATING_IP, name);
    Port reservation = ports.create(name, network, PortOwner.FLOATING_IP, id);
    if (address.isPresent()) {
      ports.allocate(reservation, List.of(address.get()));
    } else {
      ports.allocateV4(reservation);
    }
    FloatingIp fip = new FloatingIp(name, id, reservation, db.changes());
    db.add(fip);
    port.ifPresent(to -> associate(fip, to, Optional.empty()));
    return fip;
  }

  /**
   * Associates {@code fip} with an address of {@code port}, whether it was free or not.
   *
   * <p>Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin.update_floatingip
   *
   * @param fixedAddress the address it shall stand for; the port's only IPv4 address if empty
   */
  void associate(FloatingIp fip, Port port, Optional<IpAddress> fixedAddress) {
    boolean samePort = fip.port().equals(Optional.of(port));
    Association to = checkAssociation(fip.network(), port, fixedAddress, samePort);
    Optional<Router> oldRouter = fip.router();
    Optional<Port> oldPort = fip.port();
    fip.associate(port, to.fixed().address(), to.router());
    if (!samePort) {
      port.host().ifPresent(host -> agentGateways.createIfNotExists(fip.network(), host));
    }
    notifyChange(oldRouter, oldPort);
    if (!oldRouter.equals(fip.router()) || !samePort) {
      notifyChange(fip.router(), fip.port());
    }
  }

  private Association checkAssociation(
      Network network, Port port, Optional<IpAddress> fixedAddress, boolean samePort) {
    PortAddress fixed = chooseFixed(port, fixedAddress);
    Router router = routerFor(network, port, fixed.subnet());
    for (FloatingIp other : db.floatingIpsOf(port)) {
      if (!samePort
          && other.network() == network
          && other.fixedAddress().equals(Optional.of(fixed.address()))) {
        throw new ApiRefusedException(
            fixed + " of " + port + " already has floating IP " + other + " of network " + network);
      }
    }
    return new Association(fixed, router);
  }

  /** Frees {@code fip}; nothing happens if it is free. */
  void disassociate(FloatingIp fip) {
    Optional<Router> oldRouter = fip.router();
    Optional<Port> oldPort = fip.port();
    fip.disassociate();
    notifyChange(oldRouter, oldPort);
  }

  /** Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin.delete_floatingip */
  void delete(FloatingIp fip) {
    Optional<Router> oldRouter = fip.router();
    Optional<Port> oldPort = fip.port();
    db.remove(fip);
    db.remove(fip.reservation());
    notifyChange(oldRouter, oldPort);
  }

  /**
   * Models: neutron/db/l3_dvr_db.py:L3_NAT_with_dvr_db_mixin._notify_floating_ip_change. Only the
   * host of the fixed port, and the one it migrates to, hear of it; where that host has no access
   * to external networks or the port is unbound, the SNAT host does.
   */
  private void notifyChange(Optional<Router> router, Optional<Port> port) {
    if (router.isEmpty() || port.isEmpty()) {
      return;
    }
    Optional<String> host = port.get().host();
    List<String> routerIds = List.of(router.get().id());
    if (host.isPresent()) {
      Optional<AgentRecord> agent = db.findAgent(host.get());
      if (agent.isEmpty()) {
        return;
      }
      if (agent.get().mode() == AgentMode.DVR_NO_EXTERNAL) {
        host = Optional.empty();
      }
    }
    if (host.isPresent()) {
      notifier.routersUpdatedOnHost(routerIds, host.get());
      Optional<String> destination = port.get().migratingTo();
      if (destination.isPresent() && !destination.equals(host)) {
        notifier.routersUpdatedOnHost(routerIds, destination.get());
      }
    } else {
      router.get().snatHost().ifPresent(snat -> notifier.routersUpdatedOnHost(routerIds, snat));
    }
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin._internal_fip_assoc_data */
  private static PortAddress chooseFixed(Port port, Optional<IpAddress> wanted) {
    List<PortAddress> v4 = port.fixedIps().stream().filter(ip -> ip.address().isV4()).toList();
    if (wanted.isPresent()) {
      return v4.stream()
          .filter(ip -> ip.address().equals(wanted.get()))
          .findFirst()
          .orElseThrow(
              () -> new ApiRefusedException(port + " does not have fixed IP " + wanted.get()));
    }
    if (v4.size() != 1) {
      throw new ApiRefusedException(
          port + " has " + v4.size() + " IPv4 addresses: say which one is meant");
    }
    return v4.get(0);
  }

  /** Models: neutron/db/l3_db.py:L3_NAT_dbonly_mixin.get_router_for_floatingip */
  private Router routerFor(Network network, Port port, Subnet subnet) {
    Router first = null;
    for (Router router : db.routers()) {
      if (!router.externalNetwork().equals(Optional.of(network))) {
        continue;
      }
      for (Port candidate : router.interfaces()) {
        for (PortAddress ip : candidate.fixedIps()) {
          if (ip.subnet() == subnet) {
            if (subnet.gatewayIp().equals(Optional.of(ip.address()))) {
              return router;
            }
            first = first == null ? router : first;
          }
        }
      }
    }
    if (first == null) {
      throw new ApiRefusedException("no router leads from " + port + " to network " + network);
    }
    return first;
  }
}
