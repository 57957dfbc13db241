package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dvrsim.net.IpAddress;

/**
 * What IPv6 keeps for a device.
 *
 * <p>Models: include/net/if_inet6.h:struct inet6_dev
 */
final class Ipv6Device {
  private static final int ADDR_GEN_MODE = SysctlSchema.LINUX.conf6.index("addr_gen_mode");

  /** The addresses: those of wide scope first, of one scope the newest first. */
  final List<IfAddress> addresses = new ArrayList<>();

  /** The anycast addresses, each with the number of reasons to have it. */
  final TreeMap<IpAddress, Integer> anycast = new TreeMap<>();

  /** The groups that it is in but for those of all nodes, each with the number of reasons. */
  final TreeMap<IpAddress, Integer> groups = new TreeMap<>();

  final DevConf conf;

  /** Those for neighbours; null until somebody asks for them. */
  private DevConf neigh;

  /** IF_READY: the device was found up and running. */
  boolean ready;

  Ipv6Device(DevConf conf) {
    this.conf = conf;
  }

  /** Returns the settings for neighbours. */
  DevConf neigh() {
    if (neigh == null) {
      neigh = SysctlSchema.LINUX.neigh6.newDefault();
    }
    return neigh;
  }

  AddrGenMode addrGenMode() {
    return switch (conf.get(ADDR_GEN_MODE)) {
      case 0 -> AddrGenMode.EUI64;
      case 1 -> AddrGenMode.NONE;
      case 2 -> AddrGenMode.STABLE_SECRET;
      default -> AddrGenMode.RANDOM;
    };
  }
}
