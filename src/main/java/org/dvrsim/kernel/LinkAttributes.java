package org.dvrsim.kernel;

import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/**
 * What is set of a device by itself: its MAC addresses, MTU, name and queue; what may be set, and
 * what follows from it.
 *
 * <p>Models: net/core/dev.c:dev_set_mac_address(), dev_set_mtu_ext(), dev_change_name(),
 * dev_change_tx_queue_len()
 */
final class LinkAttributes {
  private static final int MIN_VETH_MTU = 68;
  private static final int MAX_VETH_MTU = 65535;

  private LinkAttributes() {}

  /**
   * Checks what a new veth end is to be like.
   *
   * <p>Models: drivers/net/veth.c:veth_validate()
   *
   * @throws ErrnoException EINVAL, EADDRNOTAVAIL
   */
  static void check(LinkSpec spec) {
    int mtu = spec.mtu().orElse(MIN_VETH_MTU);
    if (mtu < MIN_VETH_MTU || mtu > MAX_VETH_MTU) {
      throw ErrnoException.of(Errno.EINVAL, "link add");
    }
    spec.mac().ifPresent(mac -> check("link add", mac));
  }

  private static void check(String subject, MacAddress mac) {
    if (mac.isMulticast() || mac.equals(MacAddress.ZERO)) {
      throw ErrnoException.of(Errno.EADDRNOTAVAIL, subject);
    }
  }

  private static String subject(Link link) {
    return "link set " + link;
  }

  static void changeTxQueueLength(Link link, int length) {
    if (length != link.txQueueLength) {
      link.txQueueLength = length;
      Devices.send(link);
    }
  }

  static void changeBroadcast(Link link, MacAddress broadcast) {
    link.broadcast = broadcast;
    Devices.send(link);
    forgetNeighbours(link);
  }

  /**
   * Forgets the neighbours of a device whose MAC addresses changed, or whether it asks for theirs.
   */
  static void forgetNeighbours(Link link) {
    Netns netns = link.netns();
    netns.table(IpFamily.V4).flush(link, true);
    netns.table(IpFamily.V6).flush(link, true);
  }

  static void changeAddrGenMode(Link link, AddrGenMode mode) {
    if (link.ipv6 == null) {
      throw ErrnoException.of(Errno.EAFNOSUPPORT, "link set " + link);
    }
    if (mode == AddrGenMode.STABLE_SECRET || mode == AddrGenMode.RANDOM) {
      throw new NotModelledException("addrgenmode " + mode);
    }
    link.ipv6.conf.put(
        SysctlSchema.LINUX.conf6.index("addr_gen_mode"), Integer.toString(mode.number()));
  }

  static void changeMac(Link link, MacAddress mac) {
    if (!mac.equals(link.mac())) {
      check(subject(link), mac);
    }
    LinkState before = link.state();
    link.mac = mac;
    Devices.send(link);
    forgetNeighbours(link);
    Devices.tell(before, link);
  }

  static void changeMtu(Link link, int mtu) {
    if (mtu == link.mtu()) {
      return;
    }
    if (mtu < (link.isLoopback() ? 0 : MIN_VETH_MTU)) {
      throw ErrnoException.withExtack(Errno.EINVAL, subject(link), "mtu less than device minimum");
    }
    if (!link.isLoopback() && mtu > MAX_VETH_MTU) {
      throw ErrnoException.withExtack(
          Errno.EINVAL, subject(link), "mtu greater than device maximum");
    }
    LinkState before = link.state();
    link.mtu = mtu;
    Devices.send(link);
    Netns netns = link.netns();
    if (link.ipv4 != null && mtu < Link.MIN_MTU4) {
      if (link.up) {
        netns.ipv4().deviceDown(link);
      }
      netns.ipv4().destroy(link);
      link.addressesChanged();
    } else if (link.ipv4 == null && mtu >= Link.MIN_MTU4) {
      netns.ipv4().register(link); // and no more, even if the device is up
    }
    netns.ipv6().mtuChanged(link);
    Devices.tell(before, link);
  }

  static void rename(Link link, IfName name) {
    if (name.equals(link.name())) {
      return;
    }
    Netns netns = link.netns();
    if (netns.find(name) != null) {
      throw ErrnoException.of(Errno.EEXIST, subject(link));
    }
    LinkState before = link.state();
    netns.linkTable().rename(link, name);
    Devices.send(link);
    netns.ipv4().renamed(link);
    netns.ipv6().renamed(link);
    Devices.tell(before, link);
  }
}
