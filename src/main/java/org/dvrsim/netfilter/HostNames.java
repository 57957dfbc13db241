package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * The few names of addresses that are known without asking anyone: those in Debian's /etc/hosts and
 * /etc/networks.
 */
final class HostNames {
  private static final IpAddress LOCALHOST_V4 = IpAddress.v4(0x7f000001);
  private static final IpAddress LOCALHOST_V6 = IpAddress.v6(0, 1);

  private record Network(String name, IpAddress address) {}

  private static final List<Network> NETWORKS =
      List.of(
          new Network("default", IpAddress.ANY_V4),
          new Network("loopback", IpAddress.v4(0x7f000000)),
          new Network("link-local", IpAddress.v4(0xa9fe0000)));

  /** The only name of a host that is known. */
  static final String LOCALHOST = "localhost";

  private HostNames() {}

  /** Returns the name that a listing without {@code -n} shows, null for none. */
  static String nameOf(IpAddress address) {
    if (address.equals(LOCALHOST_V4) || address.equals(LOCALHOST_V6)) {
      return LOCALHOST;
    }
    for (Network network : NETWORKS) {
      if (network.address.equals(address)) {
        return network.name;
      }
    }
    return null;
  }

  /**
   * Returns the addresses of a name, empty if it is unknown. The resolver gives localhost's IPv4
   * address twice, as two lines of the file name it.
   */
  static List<IpAddress> addressesOf(String name, IpFamily family) {
    if (family == IpFamily.V4) {
      for (Network network : NETWORKS) {
        if (network.name.equals(name)) {
          return List.of(network.address);
        }
      }
    }
    if (!name.equals(LOCALHOST)) {
      return List.of();
    }
    return family == IpFamily.V4 ? List.of(LOCALHOST_V4, LOCALHOST_V4) : List.of(LOCALHOST_V6);
  }
}
