package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.net.IpAddress;

/**
 * A floating IP that packets should reach: associated with an instance that runs, by a router that
 * is up, on a network with a gateway to send from.
 *
 * @param instance the instance's name
 * @param gateway the external network's gateway
 */
record ServedFloatingIp(FloatingIp floatingIp, String instance, Router router, IpAddress gateway) {
  /** Returns all of them, in the order in which the floating IPs were created. */
  static List<ServedFloatingIp> of(Cluster cluster) {
    List<ServedFloatingIp> served = new ArrayList<>();
    NeutronDb db = cluster.server().db();
    for (FloatingIp floatingIp : db.floatingIps()) {
      Optional<Port> port =
          floatingIp.port().filter(p -> p.host().isPresent() && !isMigrating(floatingIp));
      Optional<Router> router =
          floatingIp
              .router()
              .filter(Router::isAdminStateUp)
              .filter(r -> r.externalNetwork().equals(Optional.of(floatingIp.network())));
      Optional<IpAddress> gateway = gateway(floatingIp);
      if (port.isPresent() && router.isPresent() && gateway.isPresent()) {
        served.add(
            new ServedFloatingIp(floatingIp, port.get().name(), router.get(), gateway.get()));
      }
    }
    return served;
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
