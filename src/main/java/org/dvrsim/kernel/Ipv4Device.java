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
  final DevConf neigh;

  Ipv4Device(DevConf conf, DevConf neigh) {
    this.conf = conf;
    this.neigh = neigh;
  }
}
