package org.dvrsim.kernel;

import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
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

  private final Kernel kernel;
  private final MacSource macs;
  private final LinkWatch watch = new LinkWatch();
  private int serial;

  Devices(Kernel kernel, MacSource macs) {
    this.kernel = kernel;
    this.macs = macs;
  }

  /** Returns what follows up carriers. */
  LinkWatch watch() {
    return watch;
  }

  // Creation.

  /** Creates a namespace's loopback device. */
  void createLoopback(Netns netns) {
    Link lo = new Link(serial++, LinkKind.LOOPBACK, IfName.LO, MacAddress.ZERO, LOOPBACK_MTU);
    lo.carrier = true;
    register(lo, netns);
    send(lo);
  }

  /** Creates a port of the integration bridge in the root namespace. */
  Link createInternal(Netns root, IfName name) {
    Link link =
        new Link(serial++, LinkKind.INTERNAL, name, macs.next(root.name(), name), DEFAULT_MTU);
    link.carrier = true;
    register(link, root);
    send(link);
    return link;
  }

  /** Creates a veth pair; the peer comes first, as the kernel registers it first. */
  void createVeth(Netns netns, LinkSpec end, Netns peerNetns, LinkSpec peer) {
    LinkAttributes.check(end);
    LinkAttributes.check(peer);
    LinkNames.checkFree(netns, end);
    Link second = createEnd(peerNetns, peer);
    Link first;
    try {
      configure(second, peer.attributes());
      first = createEnd(netns, end);
    } catch (ErrnoException e) {
      unregister(second);
      throw e;
    }
    first.peer = second;
    second.peer = first;
    watch.changed(second);
    watch.changed(first);
    configure(first, end.attributes());
    watch.settle(); // the request is over: workers do what it left to them
    netns.rtnetlink().finish();
    peerNetns.rtnetlink().finish();
  }

  /** Sets a new device's flags and tells that it is there (rtnl_configure_link()). */
  private void configure(Link link, LinkChange attributes) {
    changeFlags(link, attributes, true);
  }

  private Link createEnd(Netns netns, LinkSpec spec) {
    LinkNames.checkFree(netns, spec);
    IfName name = LinkNames.forNew(netns, spec);
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

  /** Tells what a device is like now, and so where its other end is. */
  static void tell(LinkState before, Link link) {
    link.netns().ids().assignPeerOf(link);
    link.netns().changes().linkChanged(before, link.state());
  }

  /** Sends a message about a device, which says where its other end is (rtmsg_ifinfo()). */
  static void send(Link link) {
    link.told = true;
    link.netns().ids().assignPeerOf(link);
    link.netns().rtnetlink().link(link);
  }

  /** Puts a device into a namespace and tells the protocols (NETDEV_REGISTER). */
  private void register(Link link, Netns netns) {
    netns.linkTable().attach(link);
    if (link.mtu() >= Link.MIN_MTU4 || link.isLoopback()) {
      netns.ipv4().register(link);
    }
    netns.ipv6().register(link);
    tell(null, link);
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
    link.peer = null;
    if (peer != null) {
      peer.peer = null;
    }
    close(link);
    if (peer != null) {
      close(peer);
    }
    unregister(link);
    if (peer != null) {
      unregister(peer);
    }
    watch.settle();
  }

  /** Takes a device out of its namespace and tells the protocols (NETDEV_UNREGISTER). */
  private void unregister(Link link) {
    Netns netns = link.netns();
    LinkState before = link.state();
    close(link);
    leave(link);
    netns.linkTable().detach(link);
    watch.forget(link);
    netns.changes().linkChanged(before, null);
    link.everUp = false;
    if (link.told) {
      netns.rtnetlink().linkGone(link);
    }
  }

  private void leave(Link link) {
    Netns netns = link.netns();
    if (link.ipv4 != null) {
      netns.ipv4().destroy(link);
    }
    netns.fib4().deviceLost(link, Fib4.DeviceEvent.UNREGISTER);
    netns.table(IpFamily.V4).deviceDown(link);
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
    LinkState peerBefore = connected ? peer.state() : null;
    if (connected) {
      link.carrier = true;
      peer.carrier = true;
      watch.changed(link);
      watch.changed(peer);
    }
    send(link);
    if (link.ipv4 != null) {
      netns.ipv4().deviceUp(link);
      netns.fib4().deviceBack(link, true);
    }
    netns.ipv6().deviceUp(link);
    tell(before, link);
    if (connected) {
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
    boolean connected = peer != null && peer.carrier;
    LinkState peerBefore = connected ? peer.state() : null;
    if (link.kind() == LinkKind.VETH && link.carrier) {
      watch.changed(link);
      link.carrier = false;
      if (peer != null) {
        watch.changed(peer);
        peer.carrier = false;
      }
    }
    send(link);
    if (link.ipv4 != null) {
      netns.ipv4().deviceDown(link);
    }
    netns.fib4().deviceLost(link, Fib4.DeviceEvent.DOWN);
    netns.table(IpFamily.V4).deviceDown(link);
    netns.ipv6().deviceDown(link, false);
    netns.table(IpFamily.V6).deviceDown(link);
    tell(before, link);
    if (connected && peer.up) {
      tell(peerBefore, peer);
    }
  }

  // Changes.

  /** Changes attributes in the order of do_setlink(); what precedes a refusal stays done. */
  void change(Link link, LinkChange change) {
    Netns before = link.netns();
    try {
      apply(link, change);
    } finally {
      watch.settle();
      before.rtnetlink().finish();
      link.netns().rtnetlink().finish();
      if (link.peer != null) {
        link.peer.netns().rtnetlink().finish();
      }
    }
  }

  private void apply(Link link, LinkChange change) {
    Optional<IfName> newName = change.newName();
    if (change.newNetns().isPresent()) {
      Netns target = kernel.netns(change.newNetns().get());
      if (target != link.netns()) {
        move(link, target, newName);
      }
    }
    if (change.mac().isPresent()) {
      LinkAttributes.changeMac(link, change.mac().get());
    }
    if (change.mtu().isPresent()) {
      LinkAttributes.changeMtu(link, change.mtu().get());
    }
    if (change.group().isPresent()) {
      link.group = change.group().get();
    }
    if (newName.isPresent()) {
      LinkAttributes.rename(link, newName.get());
    }
    if (change.alias().isPresent()) {
      link.alias = change.alias().get();
    }
    if (change.broadcast().isPresent()) {
      LinkAttributes.changeBroadcast(link, change.broadcast().get());
    }
    if (change.changesFlags()) {
      changeFlags(link, change, false);
    }
    if (change.txQueueLength().isPresent()) {
      LinkAttributes.changeTxQueueLength(link, change.txQueueLength().get());
    }
    if (change.addrGenMode().isPresent()) {
      LinkAttributes.changeAddrGenMode(link, change.addrGenMode().get());
    }
    if (change.isToldAtEnd() && link.up) {
      send(link); // netdev_state_change()
    }
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
    for (String altName : link.altNames) {
      boolean taken =
          target.findByAltName(altName).isPresent()
              || (IfName.isValid(altName) && target.find(new IfName(altName)) != null);
      if (taken) {
        throw ErrnoException.withExtack(
            Errno.EEXIST,
            subject,
            "An interface with the altname " + altName + " exists in the target netns");
      }
    }
    Netns source = link.netns();
    LinkState before = link.state();
    close(link);
    leave(link);
    source.linkTable().detach(link);
    link.everUp = false;
    source.changes().linkChanged(before, null);
    int index = target.linkTable().indexFor(link);
    source.rtnetlink().linkMoved(link, source.ids().assign(target), index);
    link.ifindex = index;
    link.name = name;
    register(link, target);
    send(link);
  }

  /**
   * Changes flags; a message tells of them all, before the protocols hear that the device is up or
   * down.
   *
   * <p>Models: net/core/dev.c:__dev_notify_flags(). Differs: within a second after NOARP changed
   * Linux begins anew with IPv6 addresses and tells of each
   * (net/ipv6/addrconf.c:addrconf_dad_run()).
   */
  private void changeFlags(Link link, LinkChange change, boolean tell) {
    boolean noArpChanged = change.arp().isPresent() && change.arp().get() != link.arp;
    boolean changed = noArpChanged;
    if (noArpChanged) {
      link.arp = change.arp().get();
    }
    if (change.multicast().isPresent()) {
      changed |= change.multicast().get() != link.multicast;
      link.multicast = change.multicast().get();
    }
    if (change.allMulticast().isPresent()) {
      changed |= change.allMulticast().get() != link.allMulticast;
      link.allMulticast = change.allMulticast().get();
    }
    if (change.promiscuous().isPresent()) {
      changed |= change.promiscuous().get() != link.promiscuous;
      link.promiscuous = change.promiscuous().get();
    }
    boolean turned = change.up().isPresent() && change.up().get() != link.up;
    if (turned) {
      if (link.up) {
        close(link);
      } else {
        open(link);
      }
    }
    if (!turned && (changed || tell)) {
      send(link);
    }
    if (noArpChanged && link.up) {
      LinkAttributes.forgetNeighbours(link);
    }
  }

  /** Makes all devices of a namespace disappear that do not live elsewhere too. */
  void dismantle(Netns netns) {
    for (Link link : netns.links()) {
      if (!link.isLoopback() && netns.find(link.name()) == link) {
        destroy(link);
      }
    }
    Link lo = netns.loopback();
    close(lo);
    leave(lo);
  }
}
