package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * What IPv4 keeps for a device.
 *
 * <p>Models: include/linux/inetdevice.h:struct in_device
 */
final class Ipv4Device {
  /** The addresses: primaries by scope, then secondaries. */
  final List<IfAddress> addresses = new ArrayList<>();

  final DevConf conf;

  /** Those for neighbours; null until somebody asks for them. */
  private DevConf neigh;

  Ipv4Device(DevConf conf) {
    this.conf = conf;
  }

  /** Returns the settings for neighbours. */
  DevConf neigh() {
    if (neigh == null) {
      neigh = SysctlSchema.LINUX.neigh4.newDefault();
    }
    return neigh;
  }
}
