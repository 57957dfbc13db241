package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;

/** Checks of the subnets that a router is attached to. */
final class RouterSubnets {
  private RouterSubnets() {}

  /** Refuses {@code subnet} if it overlaps with one that {@code router} is attached to. */
  static void checkOverlap(Router router, Subnet subnet) {
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
}
