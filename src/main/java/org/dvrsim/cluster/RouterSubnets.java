package org.dvrsim.cluster;

import java.util.List;

/** Checks of the subnets that a router is attached to. */
final class RouterSubnets {
  private RouterSubnets() {}

  /** Refuses {@code subnet} if it overlaps with one that {@code router} is attached to. */
  static void checkOverlap(Router router, Subnet subnet) {
    checkOverlapOfInterfaces(router, subnet);
    checkOverlap(router, router.gatewayPort().stream().toList(), subnet);
  }

  /** Refuses {@code subnet} if it overlaps with that of one of {@code router}'s interfaces. */
  static void checkOverlapOfInterfaces(Router router, Subnet subnet) {
    checkOverlap(router, router.interfaces(), subnet);
  }

  private static void checkOverlap(Router router, List<Port> attached, Subnet subnet) {
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
