package org.dvrsim.invariant;

import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.cluster.AgentRecord;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.net.IpAddress;

/**
 * A floating IP that packets should reach: associated with an instance that runs, by a router that
 * is up and that the instance sends to, served by a host with external connectivity, on a network
 * with a gateway to send from, to which no static route of the router leads another way.
 *
 * @param instance the instance's name
 * @param gateway the external network's gateway
 * @param fixed the instance's address that it stands for
 * @param isOnly whether no other floating IP stands for that address, which it might be seen as
 */
record ServedFloatingIp(
    FloatingIp floatingIp,
    String instance,
    IpAddress fixed,
    Router router,
    IpAddress gateway,
    boolean isOnly) {
  /** Returns whom a floating IP serves, empty if it serves nobody. */
  static Optional<ServedFloatingIp> of(Cluster cluster, FloatingIp floatingIp) {
    Optional<Port> port =
        floatingIp.port().filter(p -> p.host().isPresent() && !isMigrating(floatingIp));
    Optional<Router> router =
        floatingIp
            .router()
            .filter(Router::isAdminStateUp)
            .filter(r -> r.externalNetwork().equals(Optional.of(floatingIp.network())));
    Optional<IpAddress> gateway = gateway(floatingIp);
    if (port.isEmpty() || router.isEmpty() || gateway.isEmpty()) {
      return Optional.empty();
    }
    if (!isGatewayOf(router.get(), port.get())
        || !isServed(cluster, router.get(), port.get())
        || leadsElsewhere(router.get(), gateway.get())) {
      return Optional.empty();
    }
    Optional<IpAddress> fixed = floatingIp.fixedAddress();
    boolean only =
        cluster.server().db().floatingIpsOf(port.get()).stream()
            .allMatch(other -> other == floatingIp || !other.fixedAddress().equals(fixed));
    return Optional.of(
        new ServedFloatingIp(
            floatingIp, port.get().name(), fixed.orElseThrow(), router.get(), gateway.get(), only));
  }

  /** Tells whether an instance sends what goes elsewhere to {@code router}. */
  private static boolean isGatewayOf(Router router, Port instance) {
    for (PortAddress fixed : instance.fixedIps()) {
      if (fixed.address().isV4()) {
        return router.interfaces().stream()
            .filter(Port::isAdminStateUp)
            .flatMap(own -> own.fixedIps().stream())
            .anyMatch(
                own ->
                    own.subnet() == fixed.subnet()
                        && fixed.subnet().gatewayIp().equals(Optional.of(own.address())));
      }
    }
    return false;
  }

  /** Tells whether the user has packets for {@code address} sent to some next hop. */
  private static boolean leadsElsewhere(Router router, IpAddress address) {
    return router.routes().stream().anyMatch(route -> route.destination().contains(address));
  }

  /** Tells whether the instance's host serves floating IPs, or a host that does it for others. */
  private static boolean isServed(Cluster cluster, Router router, Port instance) {
    Optional<AgentRecord> agent = cluster.server().db().findAgent(instance.host().orElseThrow());
    return router.snatHost().isPresent()
        || agent.filter(found -> found.mode() != AgentMode.DVR_NO_EXTERNAL).isPresent();
  }

  /**
   * Tells whether a live migration of the instance is under way, during which both hosts serve the
   * floating IP.
   */
  static boolean isMigrating(FloatingIp floatingIp) {
    return floatingIp.port().flatMap(Port::migratingTo).isPresent();
  }

  /** Returns the gateway of the subnet that the floating IP's address is of. */
  static Optional<IpAddress> gateway(FloatingIp floatingIp) {
    return floatingIp.network().subnets().stream()
        .filter(subnet -> subnet.cidr().contains(floatingIp.address()))
        .findFirst()
        .flatMap(Subnet::gatewayIp);
  }

  String address() {
    return floatingIp.address().toString();
  }

  /** Returns the name that traffic knows the gateway by. */
  String outside() {
    return "outside:" + gateway;
  }
}
