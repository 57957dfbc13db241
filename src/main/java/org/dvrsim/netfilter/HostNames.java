package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;

/** The few names of addresses that are known without asking anyone. */
final class HostNames {
  private HostNames() {}

  /** Returns the name that a listing without {@code -n} shows, null for none. */
  static String nameOf(IpAddress address) {
    IpAddress loopback = address.isV4() ? IpAddress.v4(0x7f000001) : IpAddress.v6(0, 1);
    return address.equals(loopback) ? "localhost" : null;
  }
}
