package org.dvrsim.kernel;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/**
 * Creates, changes, moves and deletes devices, and tells the rest of the kernel.
 *
 * <p>Models: net/core/rtnetlink.c:do_setlink(), rtnl_newlink(), net/core/dev.c:dev_open(),
 * dev_close(), __dev_change_net_namespace(), unregister_netdevice(); drivers/net/veth.c:
 * veth_newlink(), veth_open(), veth_close()
 */
final class Devices {
  private static final int DEFAULT_MTU = 1500;
  private static final int LOOPBACK_MTU = 65536;
  private static final int MIN_VETH_MTU = 68;
  private static final int MAX_VETH_MTU = 65535;

  private final Kernel kernel;
  private final MacSource macs;
  private final Set<Link> carrierEvents = new LinkedHashSet<>();
  private final Set<Link> carrierLost = new LinkedHashSet<>();
  private boolean linkwatchDelayed;
  private int serial;

  Devices(Kernel kernel, MacSource macs) {
    this.kernel = kernel;
    this.macs = macs;
  }

  // Creation.

  /** Creates a namespace's loopback device. */
  void createLoopback(Netns netns) {
    Link lo = new Link(serial++, LinkKind.LOOPBACK, IfName.LO, MacAddress.ZERO, LOOPBACK_MTU);
    lo.carrier = true;
    register(lo, netns);
  }

  /** Creates a port of the integration bridge in the root namespace. */
  Link createInternal(Netns root, IfName name) {
    Link link =
        new Link(serial++, LinkKind.INTERNAL, name, macs.next(root.name(), name), DEFAULT_MTU);
    link.carrier = true;
    register(link, root);
    return link;
  }

  /** Creates a veth pair; the peer comes first, as the kernel registers it first. */
  void createVeth(Netns netns, LinkSpec end, Netns peerNetns, LinkSpec peer) {
    checkMtu(end);
    checkMac(end);
    checkMtu(peer);
    checkMac(peer);
    checkFree(netns, end);
    Link second = createEnd(peerNetns, peer);
    Link first;
    try {
      changeFlags(second, peer.attributes());
      first = createEnd(netns, end);
    } catch (ErrnoException e) {
      unregister(second);
      throw e;
    }
    first.peer = second;
    second.peer = first;
    carrierEvent(second);
    carrierEvent(first);
    changeFlags(first, end.attributes());
    netns.number(first);
    watch();
  }

  private static void checkFree(Netns netns, LinkSpec spec) {
    boolean nameTaken = spec.name().map(netns::find).isPresent();
    boolean indexTaken = spec.index().flatMap(netns::link).isPresent();
    if (nameTaken || indexTaken) {
      throw ErrnoException.of(Errno.EEXIST, "link add " + spec.name().map(IfName::text).orElse(""));
    }
  }

  private Link createEnd(Netns netns, LinkSpec spec) {
    checkFree(netns, spec);
    IfName name = named(netns, spec);
    if (name.text().equals("all") || name.text().equals("default")) {
      throw ErrnoException.of(Errno.EINVAL, "link add " + name); // the settings' folders are taken
    }
    MacAddress mac = spec.mac().orElseGet(() -> macs.next(netns.name(), name));
    Link link = new Link(serial++, LinkKind.VETH, name, mac, spec.mtu().orElse(DEFAULT_MTU));
    LinkChange attributes = spec.attributes();
    link.ifindex = spec.index().orElse(0);
    attributes.broadcast().ifPresent(broadcast -> link.broadcast = broadcast);
    attributes.txQueueLength().ifPresent(length -> link.txQueueLength = length);
    attributes.group().ifPresent(group -> link.group = group);
    register(link, netns);
    return link;
  }

  /**
   * Returns the name for a new device: a {@code %d} in the name asked for becomes the first number
   * that makes a free one.
   *
   * <p>Models: net/core/dev.c:__dev_alloc_name()
   */
  private static IfName named(Netns netns, LinkSpec spec) {
    String pattern = spec.name().map(IfName::text).orElse("veth%d");
    int percent = pattern.indexOf('%');
    if (percent < 0) {
      return spec.name().get();
    }
    if (!pattern.startsWith("%d", percent) || pattern.indexOf('%', percent + 2) >= 0) {
      throw ErrnoException.of(Errno.EINVAL, "link add " + pattern);
    }
    String before = pattern.substring(0, percent);
    String after = pattern.substring(percent + 2);
    int number = 0;
    while (netns.find(new IfName(before + number + after)) != null) {
      number++;
    }
    return new IfName(before + number + after);
  }

  /** Models: drivers/net/veth.c:veth_validate() */
  private static void checkMtu(LinkSpec spec) {
    if (spec.mtu().isPresent()
        && (spec.mtu().get() < MIN_VETH_MTU || spec.mtu().get() > MAX_VETH_MTU)) {
      throw ErrnoException.of(Errno.EINVAL, "link add");
    }
  }

  private static void checkMac(LinkSpec spec) {
    spec.mac().ifPresent(mac -> checkMac("link add", mac));
  }

  private static void checkMac(String subject, MacAddress mac) {
    if (mac.isMulticast() || mac.equals(MacAddress.ZERO)) {
      throw ErrnoException.of(Errno.EADDRNOTAVAIL, subject);
    }
  }

  /** Tells what a device is like now, and so where its other end is. */
  private static void tell(LinkState before, Link link) {
    link.netns().number(link);
    link.netns().changes().linkChanged(before, link.state());
  }

  /** Puts a device into a namespace and tells the protocols (NETDEV_REGISTER). */
  private void register(Link link, Netns netns) {
    netns.linkTable().attach(link);
    if (link.mtu() >= Link.MIN_MTU4 || link.isLoopback()) {
      registerIpv4(link);
    }
    netns.ipv6().register(link);
    tell(null, link);
  }

  private static void registerIpv4(Link link) {
    DevConf conf = link.netns().settings().conf4Default().copy();
    link.ipv4 = new Ipv4Device(conf, DevConf.defaults(SysctlSchema.LINUX.neigh4));
  }

  // Deletion.

  /** Deletes a device as a user asks. */
  void delete(Link link) {
    if (link.kind() != LinkKind.VETH) {
      throw ErrnoException.of(Errno.EOPNOTSUPP, "link del " + link);
    }
    destroy(link);
  }

  /** Makes a device and its veth peer disappear. */
  void destroy(Link link) {
    Link peer = link.peer;
    close(link);
    if (peer != null) {
      close(peer);
    }
    unregister(link);
    if (peer != null) {
      unregister(peer);
      link.peer = null;
      peer.peer = null;
    }
    watch();
  }

  /** Takes a device out of its namespace and tells the protocols (NETDEV_UNREGISTER). */
  private void unregister(Link link) {
    Netns netns = link.netns();
    LinkState before = link.state();
    close(link);
    leave(link);
    netns.linkTable().detach(link);
    carrierEvents.remove(link);
    netns.changes().linkChanged(before, null);
  }

  private void leave(Link link) {
    Netns netns = link.netns();
    netns.fib4().deviceLost(link, Fib4.DeviceEvent.UNREGISTER);
    netns.table(IpFamily.V4).deviceDown(link);
    if (link.ipv4 != null) {
      netns.ipv4().removeAll(link);
      link.ipv4 = null;
    }
    netns.ipv6().deviceDown(link, true);
    netns.table(IpFamily.V6).deviceDown(link);
    link.addressesChanged();
  }

  // Up and down.

  private void open(Link link) {
    if (link.up) {
      return;
    }
    if (link.kind() == LinkKind.VETH && link.peer == null) {
      throw ErrnoException.of(Errno.ENOTCONN, "link set " + link);
    }
    LinkState before = link.state();
    Netns netns = link.netns();
    link.up = true;
    link.everUp = true;
    Link peer = link.peer;
    boolean connected = peer != null && peer.up;
    LinkState peerBefore = peer == null ? null : peer.state();
    if (connected) {
      link.carrier = true;
      peer.carrier = true;
      carrierEvent(link);
      carrierEvent(peer);
    }
    if (link.ipv4 != null) {
      netns.ipv4().deviceUp(link);
      netns.fib4().deviceBack(link, true);
    }
    netns.ipv6().deviceUp(link);
    tell(before, link);
    if (connected) {
      carrierChanged(peer);
      tell(peerBefore, peer);
    }
  }

  private void close(Link link) {
    if (!link.up) {
      return;
    }
    LinkState before = link.state();
    Netns netns = link.netns();
    link.up = false;
    Link peer = link.peer;
    LinkState peerBefore = peer == null ? null : peer.state();
    boolean connected = peer != null && peer.carrier;
    if (peer != null) {
      if (link.carrier) {
        carrierEvent(link);
        carrierEvent(peer);
      }
      link.carrier = false;
      peer.carrier = false;
    }
    netns.fib4().deviceLost(link, Fib4.DeviceEvent.DOWN);
    netns.table(IpFamily.V4).deviceDown(link);
    netns.ipv6().deviceDown(link, false);
    netns.table(IpFamily.V6).deviceDown(link);
    tell(before, link);
    if (connected && peer.up) {
      if (linkwatchDelayed) {
        carrierLost.add(peer);
        carrierChanged6(peer);
      } else {
        carrierChanged(peer);
      }
      tell(peerBefore, peer);
    }
  }

  /** Has the loss of a carrier noticed by {@link #runLinkwatch} only. */
  void delayLinkwatch() {
    linkwatchDelayed = true;
  }

  /** Tells IPv4 of devices that lost their carrier and have none still. */
  void runLinkwatch() {
    for (Link link : carrierLost) {
      if (link.up && !link.carrier && link.netns().find(link.name()) == link) {
        carrierChanged4(link);
      }
    }
    carrierLost.clear();
  }

  /** Tells the protocols of a device that is up that its carrier came or went (NETDEV_CHANGE). */
  private static void carrierChanged(Link link) {
    carrierChanged4(link);
    carrierChanged6(link);
  }

  private static void carrierChanged4(Link link) {
    Netns netns = link.netns();
    if (link.carrier) {
      netns.fib4().deviceBack(link, false);
    } else {
      netns.fib4().deviceLost(link, Fib4.DeviceEvent.CHANGE);
      netns.table(IpFamily.V4).flush(link, false);
    }
  }

  private static void carrierChanged6(Link link) {
    Netns netns = link.netns();
    netns.ipv6().carrierChanged(link);
    if (!link.carrier) {
      netns.table(IpFamily.V6).flush(link, false);
    }
  }

  // Changes.

  /** Changes attributes in the order of do_setlink(); what precedes a refusal stays done. */
  void change(Link link, LinkChange change) {
    try {
      apply(link, change);
    } finally {
      watch();
    }
  }

  /** Notes that a device's carrier changed (linkwatch_fire_event()). */
  private void carrierEvent(Link link) {
    link.counters().carrierChanged();
    if (!link.carrierEvent) {
      link.carrierEvent = true;
      carrierEvents.add(link);
    }
  }

  /**
   * Computes the operational states of devices whose carrier changed. Those that are up come first,
   * at once; for one that is down Linux takes its time, up to a second, unless somebody asks for it
   * by name.
   *
   * <p>Models: net/core/link_watch.c:linkwatch_urgent_event(), __linkwatch_run_queue()
   */
  private void watch() {
    for (Iterator<Link> each = carrierEvents.iterator(); each.hasNext(); ) {
      Link link = each.next();
      if (link.up) {
        link.watch();
        each.remove();
      }
    }
  }

  /**
   * Somebody asks for a device by its name: its operational state is computed if that is due, and
   * the answer says where its other end is.
   *
   * <p>Models: net/core/rtnetlink.c:rtnl_getlink(), net/core/link_watch.c:linkwatch_sync_dev()
   */
  void asked(Link link) {
    link.netns().number(link);
    if (link.carrierEvent) {
      link.watch();
      carrierEvents.remove(link);
    }
  }

  private void apply(Link link, LinkChange change) {
    String subject = "link set " + link;
    Optional<IfName> newName = change.newName();
    if (change.newNetns().isPresent()) {
      Netns target = kernel.netns(change.newNetns().get());
      if (target != link.netns()) {
        move(link, target, newName);
      }
    }
    change.mac().ifPresent(mac -> changeMac(link, mac, subject));
    change.broadcast().ifPresent(broadcast -> link.broadcast = broadcast);
    change.mtu().ifPresent(mtu -> changeMtu(link, mtu, subject));
    change.group().ifPresent(group -> link.group = group);
    newName.ifPresent(name -> rename(link, name, subject));
    change.alias().ifPresent(alias -> link.alias = alias);
    if (change.changesFlags()) {
      changeFlags(link, change);
    }
    change.txQueueLength().ifPresent(length -> link.txQueueLength = length);
    change.addrGenMode().ifPresent(mode -> changeAddrGenMode(link, mode));
  }

  private static void changeAddrGenMode(Link link, AddrGenMode mode) {
    if (link.ipv6 == null) {
      throw ErrnoException.of(Errno.EAFNOSUPPORT, "link set " + link);
    }
    if (mode == AddrGenMode.STABLE_SECRET || mode == AddrGenMode.RANDOM) {
      throw new NotModelledException("addrgenmode " + mode);
    }
    link.ipv6.conf.put(
        SysctlSchema.LINUX.conf6.index("addr_gen_mode"), Integer.toString(mode.number()));
  }

  /**
   * Moves a device; the new name is used if its own is taken there.
   *
   * <p>Models: net/core/dev.c:__dev_change_net_namespace()
   */
  private void move(Link link, Netns target, Optional<IfName> newName) {
    String subject = "link set " + link;
    if (link.isLoopback()) {
      throw ErrnoException.withExtack(Errno.EINVAL, subject, "The interface netns is immutable");
    }
    IfName name = link.name();
    if (target.find(name) != null) {
      if (newName.isEmpty()) {
        throw ErrnoException.withExtack(
            Errno.EEXIST, subject, "An interface with the same name exists in the target netns");
      }
      name = newName.get();
      if (target.find(name) != null) {
        throw ErrnoException.withExtack(
            Errno.EEXIST,
            subject,
            "Unable to use '" + name + "' for the new interface name in the target netns");
      }
    }
    Netns source = link.netns();
    source.number(target);
    LinkState before = link.state();
    close(link);
    leave(link);
    source.linkTable().detach(link);
    link.everUp = false;
    link.name = name;
    source.changes().linkChanged(before, null);
    register(link, target);
  }

  private static void changeMac(Link link, MacAddress mac, String subject) {
    if (!mac.equals(link.mac())) {
      checkMac(subject, mac);
    }
    LinkState before = link.state();
    link.mac = mac;
    Netns netns = link.netns();
    netns.table(IpFamily.V4).flush(link, true);
    netns.table(IpFamily.V6).flush(link, true);
    tell(before, link);
  }

  private static void changeMtu(Link link, int mtu, String subject) {
    if (mtu == link.mtu()) {
      return;
    }
    if (mtu < (link.isLoopback() ? 0 : MIN_VETH_MTU)) {
      throw ErrnoException.withExtack(Errno.EINVAL, subject, "mtu less than device minimum");
    }
    if (!link.isLoopback() && mtu > MAX_VETH_MTU) {
      throw ErrnoException.withExtack(Errno.EINVAL, subject, "mtu greater than device maximum");
    }
    LinkState before = link.state();
    link.mtu = mtu;
    Netns netns = link.netns();
    if (link.ipv4 != null && mtu < Link.MIN_MTU4) {
      netns.ipv4().removeAll(link);
      link.ipv4 = null;
      netns.table(IpFamily.V4).deviceDown(link);
      link.addressesChanged();
    } else if (link.ipv4 == null && mtu >= Link.MIN_MTU4) {
      registerIpv4(link); // and no more, even if the device is up
    }
    netns.ipv6().mtuChanged(link);
    tell(before, link);
  }

  private static void rename(Link link, IfName name, String subject) {
    if (name.equals(link.name())) {
      return;
    }
    Netns netns = link.netns();
    if (netns.find(name) != null) {
      throw ErrnoException.of(Errno.EEXIST, subject);
    }
    LinkState before = link.state();
    netns.linkTable().rename(link, name);
    netns.ipv4().renamed(link);
    tell(before, link);
  }

  private void changeFlags(Link link, LinkChange change) {
    boolean noArpChanged = change.arp().isPresent() && change.arp().get() != link.arp;
    change.arp().ifPresent(on -> link.arp = on);
    change.multicast().ifPresent(on -> link.multicast = on);
    change.allMulticast().ifPresent(on -> link.allMulticast = on);
    change.promiscuous().ifPresent(on -> link.promiscuous = on);
    if (change.up().isPresent()) {
      if (change.up().get()) {
        open(link);
      } else {
        close(link);
      }
    }
    if (noArpChanged && link.up) {
      link.netns().table(IpFamily.V4).flush(link, true);
      link.netns().table(IpFamily.V6).flush(link, true);
    }
  }

  /** Makes all devices of a namespace disappear that do not live elsewhere too. */
  void dismantle(Netns netns) {
    for (Link link : List.copyOf(netns.links())) {
      if (!link.isLoopback() && netns.find(link.name()) == link) {
        destroy(link);
      }
    }
    Link lo = netns.loopback();
    close(lo);
    leave(lo);
  }
}
