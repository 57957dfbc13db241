package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;

/**
 * A network device of a namespace. The object stays the same when the device is renamed or moved;
 * others only read it.
 *
 * <p>Models: include/linux/netdevice.h:struct net_device
 */
public final class Link {
  /** The smallest MTU with which a device can have IPv4 (RFC 791). */
  static final int MIN_MTU4 = 68;

  /** The smallest MTU with which a device can have IPv6 (RFC 8200). */
  static final int MIN_MTU6 = 1280;

  private final int serial;
  private final LinkKind kind;

  Netns netns;
  int ifindex;
  IfName name;
  MacAddress mac;
  MacAddress broadcast;
  int mtu;
  boolean up;
  boolean carrier;
  boolean everUp;
  boolean arp = true;
  boolean multicast;
  boolean allMulticast;
  boolean promiscuous;
  int txQueueLength = 1000;
  String alias = "";
  List<String> altNames = List.of();
  int group;
  Link peer;

  /** Whether anybody was told that it is there (RTNL_LINK_INITIALIZED). */
  boolean told;

  /** Whether the carrier changed since the operational state was computed. */
  boolean carrierEvent;

  /** What link watch found last; UNKNOWN before it did for the first time. */
  private OperState watched = OperState.UNKNOWN;

  private final LinkCounters counters = new LinkCounters();

  /** IPv4's part; null while the MTU is too small or the device is not registered. */
  Ipv4Device ipv4;

  /** IPv6's part; likewise. */
  Ipv6Device ipv6;

  /** The hops of a route that just sends packets out of this device. */
  final List<NextHop> asHops =
      List.of(new NextHop(Optional.of(this), Optional.empty(), false, 1, false, false, false));

  /** What IPv4 routes over it share; see {@link FibIndex}. */
  final FibIndex.Chain infos4 = new FibIndex.Chain();

  /** The IPv6 routes over it. */
  final Fib6Chain routes6 = new Fib6Chain();

  /** The neighbours that are known on it, of each family; null while none is. */
  DeviceNeighbours neighbours4;

  DeviceNeighbours neighbours6;

  /** What it was like when somebody was told of that last. */
  private LinkState state;

  /** All addresses as they were listed last; null if they changed since. */
  private List<IfAddress> addresses = List.of();

  Link(int serial, LinkKind kind, IfName name, MacAddress mac, int mtu) {
    this.serial = serial;
    this.kind = kind;
    this.name = name;
    this.mac = mac;
    this.broadcast = kind == LinkKind.LOOPBACK ? MacAddress.ZERO : MacAddress.BROADCAST;
    this.mtu = mtu;
    this.multicast = kind != LinkKind.LOOPBACK;
  }

  /** Returns the namespace that the device is in. */
  public Netns netns() {
    return netns;
  }

  /** Returns the number of the device in its namespace, from 1 on; lo is 1. */
  public int ifindex() {
    return ifindex;
  }

  /** Returns the name. */
  public IfName name() {
    return name;
  }

  /** Returns what drives the device. */
  public LinkKind kind() {
    return kind;
  }

  /** Tells whether this is a loopback device. */
  public boolean isLoopback() {
    return kind == LinkKind.LOOPBACK;
  }

  /** Returns the MAC address; zero for a loopback device. */
  public MacAddress mac() {
    return mac;
  }

  /** Returns the MAC address for frames to all; zero for a loopback device. */
  public MacAddress broadcast() {
    return broadcast;
  }

  /** Returns the largest packet, in bytes. */
  public int mtu() {
    return mtu;
  }

  /** Tells whether somebody brought the device up (IFF_UP). */
  public boolean isUp() {
    return up;
  }

  /** Tells whether the device has a carrier: for veth, whether both ends are up. */
  public boolean hasCarrier() {
    return carrier;
  }

  /** Tells whether a queueing discipline was ever attached, as the first up does. */
  public boolean hasQueue() {
    return everUp;
  }

  /** Tells whether the device resolves addresses; the opposite of IFF_NOARP. */
  public boolean isArp() {
    return arp;
  }

  /** Tells whether IFF_MULTICAST is set. */
  public boolean isMulticast() {
    return multicast;
  }

  /** Tells whether IFF_ALLMULTI is set. */
  public boolean isAllMulticast() {
    return allMulticast;
  }

  /** Tells whether IFF_PROMISC is set. */
  public boolean isPromiscuous() {
    return promiscuous;
  }

  /** Returns the length of the transmit queue, in packets. */
  public int txQueueLength() {
    return txQueueLength;
  }

  /** Returns the text for people, empty if there is none. */
  public String alias() {
    return alias;
  }

  /** Returns the further names, in the order in which they were given. */
  public List<String> altNames() {
    return altNames;
  }

  /** Returns the device group, 0 by default. */
  public int group() {
    return group;
  }

  /** Returns how the IPv6 link-local address is made; empty without IPv6. */
  public Optional<AddrGenMode> addrGenMode() {
    return Optional.ofNullable(ipv6).map(Ipv6Device::addrGenMode);
  }

  /** Returns the other end of a veth pair, in whatever namespace it is. */
  public Optional<Link> peer() {
    return Optional.ofNullable(peer);
  }

  /**
   * Returns the operational state, which for a veth is that of the last change of its carrier.
   *
   * <p>Models: net/core/rtnetlink.c:rtnl_fill_ifinfo()
   */
  public OperState operState() {
    if (!up) {
      return OperState.DOWN;
    }
    return kind == LinkKind.VETH ? watched : OperState.UNKNOWN;
  }

  /** Tells whether packets can be sent: it is up, and its state is not known to say otherwise. */
  public boolean isRunning() {
    OperState state = operState();
    return up && (state == OperState.UP || state == OperState.UNKNOWN);
  }

  /**
   * Computes the operational state anew: after the carrier changed, and in whichever namespace the
   * device is then. The other end is looked for there by its index alone.
   *
   * <p>Models: net/core/link_watch.c:default_operstate()
   */
  void watch() {
    carrierEvent = false;
    if (carrier) {
      watched = OperState.UP;
      return;
    }
    Link below =
        peer == null || peer.ifindex == ifindex ? null : netns.link(peer.ifindex).orElse(null);
    watched = below == null || below.carrier ? OperState.DOWN : OperState.LOWERLAYERDOWN;
  }

  /** Returns how much it has sent and received; they go on counting. */
  public LinkCounters counters() {
    return counters;
  }

  /** Returns all addresses, IPv4 first, each family in the kernel's order. */
  public List<IfAddress> addresses() {
    if (addresses == null) {
      addresses = listed();
    }
    return addresses;
  }

  private List<IfAddress> listed() {
    List<IfAddress> all = new ArrayList<>();
    if (ipv4 != null) {
      all.addAll(ipv4.addresses);
    }
    if (ipv6 != null) {
      all.addAll(ipv6.addresses);
    }
    return List.copyOf(all);
  }

  /** Returns the addresses of one family in the kernel's order. */
  public List<IfAddress> addresses(IpFamily family) {
    if (family == IpFamily.V4) {
      return ipv4 == null ? List.of() : Collections.unmodifiableList(ipv4.addresses);
    }
    return ipv6 == null ? List.of() : Collections.unmodifiableList(ipv6.addresses);
  }

  /** Returns the device's settings under {@code net.ipv4.conf} or {@code net.ipv6.conf}. */
  public Optional<DevConf> conf(IpFamily family) {
    return family == IpFamily.V4
        ? Optional.ofNullable(ipv4).map(device -> device.conf)
        : Optional.ofNullable(ipv6).map(device -> device.conf);
  }

  boolean hasIpv4() {
    return ipv4 != null;
  }

  boolean hasIpv6() {
    return ipv6 != null;
  }

  void addressesChanged() {
    addresses = null;
  }

  /**
   * Returns a copy that stays as it is: what a message says of the device. Of its other end it
   * keeps where that was.
   */
  Link frozen() {
    Link copy = alone();
    if (peer != null) {
      copy.peer = peer.alone();
    }
    return copy;
  }

  private Link alone() {
    Link copy = new Link(serial, kind, name, mac, mtu);
    copy.netns = netns;
    copy.ifindex = ifindex;
    copy.broadcast = broadcast;
    copy.up = up;
    copy.carrier = carrier;
    copy.everUp = everUp;
    copy.arp = arp;
    copy.multicast = multicast;
    copy.allMulticast = allMulticast;
    copy.promiscuous = promiscuous;
    copy.txQueueLength = txQueueLength;
    copy.alias = alias;
    copy.altNames = altNames;
    copy.group = group;
    copy.watched = watched;
    return copy;
  }

  /** Returns what it is like now; the same object as long as nothing of that changes. */
  @SuppressWarnings("ReferenceEquality") // an equal name or address costs but another object
  LinkState state() {
    if (state == null
        || state.ifindex() != ifindex
        || state.name() != name
        || state.mac() != mac
        || state.mtu() != mtu
        || state.up() != up
        || state.carrier() != carrier) {
      state = new LinkState(ifindex, name, kind, mac, mtu, up, carrier);
    }
    return state;
  }

  /** Returns a number that is the same in every run; devices are equal only to themselves. */
  @Override
  public int hashCode() {
    return serial;
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name.text();
  }
}
