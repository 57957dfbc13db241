package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IpFamily;

/**
 * The addresses of a router's centralised SNAT on the subnets that it is attached to.
 *
 * <p>Models: neutron/db/l3_dvr_db.py:DVRResourceOperationHandler, the methods with snat in their
 * names
 */
final class SnatPorts {
  private final ApiParts parts;

  SnatPorts(ApiParts parts) {
    this.parts = parts;
  }

  /**
   * Checks that {@link #create} is possible.
   *
   * @throws ApiRefusedException if the router's IPv6 subnets are on several networks
   */
  void check(Router router) {
    if (!router.snatPorts().isEmpty()) {
      return;
    }
    long networks =
        router.interfaces().stream()
            .filter(port -> port.hasAddressOf(IpFamily.V6))
            .map(Port::network)
            .distinct()
            .count();
    if (networks > 1) {
      throw new ApiRefusedException(
          "router "
              + router
              + " has IPv6 subnets on several networks: Neutron cannot make its SNAT port");
    }
  }

  /**
   * Models: neutron/db/l3_dvr_db.py:
   * DVRResourceOperationHandler._create_snat_intf_ports_if_not_exists. All IPv6 addresses go to one
   * port, on the network that came last, as there.
   */
  void create(Router router) {
    if (!router.snatPorts().isEmpty()) {
      return;
    }
    List<Subnet> ipv6 = new ArrayList<>();
    for (Port port : router.interfaces()) {
      for (PortAddress ip : port.fixedIps()) {
        if (ip.address().isV4()) {
          add(router, List.of(ip.subnet()));
        } else {
          ipv6.add(ip.subnet());
        }
      }
    }
    if (!ipv6.isEmpty()) {
      add(router, ipv6);
    }
  }

  /** Gives {@code router} one port with an address on each of {@code subnets} of one network. */
  void add(Router router, List<Subnet> subnets) {
    Network network = subnets.get(subnets.size() - 1).network();
    Port port =
        parts
            .ports()
            .create(router + "," + subnets.get(0), network, PortOwner.ROUTER_SNAT, router.id());
    for (Subnet subnet : subnets) {
      parts.ports().allocateFrom(port, subnet);
    }
    router.addSnatPort(port);
  }

  /** Takes the address on {@code subnet} away, with its port if that has no other. */
  void removeAddress(Router router, Subnet subnet) {
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
        remove(router, port);
      }
    }
  }

  /** Takes a whole port away. */
  void remove(Router router, Port port) {
    router.removeSnatPort(port);
    parts.deletePort(port);
  }
}
