package org.dvrsim.datapath;

import java.util.Optional;
import org.dvrsim.kernel.DevConf;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;

/**
 * Which IPv4 address a packet made here gets as its source.
 *
 * <p>Models: net/ipv4/devinet.c:inet_select_addr()
 */
final class SourceAddress {
  private SourceAddress() {}

  /**
   * Returns the primary address of {@code device} that shares a network with {@code near}, else the
   * device's first, else another device's; unspecified if there is none.
   *
   * @param near empty: any address will do
   * @param scope the address's scope is at most this
   */
  static IpAddress select(Netns netns, Link device, Optional<IpAddress> near, RouteScope scope) {
    int hostScope =
        device.conf(IpFamily.V4).map(SourceAddress::routesLocalnet).orElse(false)
            ? RouteScope.LINK.value()
            : RouteScope.HOST.value();
    IpAddress first = null;
    for (IfAddress address : device.addresses(IpFamily.V4)) {
      if (address.isSecondary() || Math.min(address.scope().value(), hostScope) > scope.value()) {
        continue;
      }
      if (near.isEmpty() || network(address).contains(near.get())) {
        return address.local();
      }
      if (first == null) {
        first = address.local();
      }
    }
    return first != null ? first : elsewhere(netns, scope);
  }

  private static boolean routesLocalnet(DevConf conf) {
    return conf.get("route_localnet") != 0;
  }

  private static IpPrefix network(IfAddress address) {
    return IpPrefix.of(address.peer(), address.prefixLength());
  }

  private static IpAddress elsewhere(Netns netns, RouteScope scope) {
    for (Link link : netns.links()) {
      for (IfAddress address : link.addresses(IpFamily.V4)) {
        boolean linkOnly = address.scope().equals(RouteScope.LINK);
        if (!address.isSecondary() && !linkOnly && address.scope().value() <= scope.value()) {
          return address.local();
        }
      }
    }
    return IpAddress.ANY_V4;
  }
}
