package org.dvrsim.agent;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * The two link-local addresses of a veth pair between a router and a floating IP namespace. Two are
 * equal if they are the same network, however it is written.
 *
 * <p>Models: neutron/agent/l3/link_local_allocator.py:LinkLocalAddressPair
 */
class LinkLocalAddressPair {
  private final IpInterface net;
  private final IpPrefix network;

  LinkLocalAddressPair(IpInterface net) {
    this.net = net;
    this.network = net.network();
  }

  /**
   * Reads an address with a prefix length or a netmask, or an address alone.
   *
   * <p>Models: netaddr/ip/__init__.py:parse_ip_network
   *
   * @throws AddrFormatError if it is neither
   */
  static LinkLocalAddressPair parse(String text) {
    int slash = text.indexOf('/');
    try {
      if (slash < 0) {
        return new LinkLocalAddressPair(IpInterface.parse(text));
      }
      IpAddress address = IpAddress.parse(text.substring(0, slash));
      String length = text.substring(slash + 1);
      return new LinkLocalAddressPair(
          new IpInterface(
              address, IpAddress.isValid(length) ? maskLength(length) : prefixLength(length)));
    } catch (IllegalArgumentException e) {
      throw new AddrFormatError("invalid IPNetwork " + text);
    }
  }

  private static int prefixLength(String text) {
    return Integer.parseInt(text.strip());
  }

  /** Returns the length of a netmask, or of a hostmask's complement. */
  private static int maskLength(String text) {
    int mask = IpAddress.parse(text).toV4Bits();
    for (int length = 0; length <= 32; length++) {
      int netmask = length == 0 ? 0 : -1 << (32 - length);
      if (mask == netmask || mask == ~netmask) {
        return length;
      }
    }
    throw new IllegalArgumentException("not a mask: " + text);
  }

  /** Returns the router's address: the first, with the network's length. */
  IpInterface rtr2Fip() {
    return new IpInterface(network.address(), net.length());
  }

  /** Returns the floating IP namespace's address: the last, with the network's length. */
  IpInterface fip2Rtr() {
    return new IpInterface(network.last(), net.length());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof LinkLocalAddressPair that && network.equals(that.network);
  }

  @Override
  public int hashCode() {
    return network.hashCode();
  }

  /** Returns the text that the state file holds. */
  @Override
  public String toString() {
    return net.toString();
  }
}
