package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.base.SimClock;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.netfilter.RuleCache;
import org.dvrsim.netfilter.RuleCaches;

/**
 * One host's kernel: its network namespaces and the ports of its integration bridge.
 *
 * <p>Starts with the root namespace alone, holding a loopback device that is down.
 */
public final class Kernel {
  /**
   * How many ifindexes of the first namespace a host's own devices have used up, so that ports of
   * the integration bridge, which keep theirs when they move, do not meet the low ones of veth
   * ends. Every host that was recorded had some; how many does not matter.
   */
  private static final int INDEXES_OF_A_HOSTS_OWN = 100;

  private final Map<NetnsName, Netns> namespaces = new TreeMap<>();

  /** The same, to find one by its name. */
  private final Map<NetnsName, Netns> byName = new HashMap<>();

  /** The names as they were listed last; null if they changed since. */
  private List<NetnsName> names = List.of();

  private final Map<IfName, Link> internalPorts = new HashMap<>();
  private final List<KernelListener> listeners = new ArrayList<>();
  private final RuleCaches ruleCaches;
  private final Devices devices;
  private final Netns root;
  private SimClock clock = new SimClock();
  private long linkChanges;
  private int lastSerial;

  /** Boots a kernel that draws MAC addresses from {@code macs}. */
  public Kernel(MacSource macs) {
    this(macs, new RuleCaches());
  }

  /** Boots a kernel that shares the packet filter rules it has read with others. */
  public Kernel(MacSource macs, RuleCaches ruleCaches) {
    this.ruleCaches = ruleCaches;
    devices = new Devices(this, macs);
    root = new Netns(this, NetnsName.ROOT, 0, null);
    devices.createLoopback(root);
    root.linkTable().reserveIndexes(INDEXES_OF_A_HOSTS_OWN);
  }

  /** Returns the host's first namespace. */
  public Netns root() {
    return root;
  }

  /** Returns the namespace of that name, the root namespace for {@link NetnsName#ROOT}. */
  public Optional<Netns> find(NetnsName name) {
    return name.isRoot() ? Optional.of(root) : Optional.ofNullable(byName.get(name));
  }

  /**
   * Returns the namespace of that name, the root namespace for {@link NetnsName#ROOT}.
   *
   * @throws ErrnoException ENOENT if there is none
   */
  public Netns netns(NetnsName name) {
    Netns netns = name.isRoot() ? root : byName.get(name);
    if (netns == null) {
      throw ErrnoException.of(Errno.ENOENT, "netns " + name);
    }
    return netns;
  }

  /** Returns the names of all namespaces but the root, sorted. */
  public List<NetnsName> names() {
    if (names == null) {
      names = List.copyOf(namespaces.keySet());
    }
    return names;
  }

  /**
   * Returns all namespaces but the root, the newest first: the order in which the folder of their
   * names is read (fs/libfs.c:offset_dir_ops).
   */
  public List<Netns> newestFirst() {
    return namespaces.values().stream()
        .sorted(Comparator.comparingInt(Netns::serial).reversed())
        .toList();
  }

  /**
   * Creates a namespace with a loopback device that is down.
   *
   * @throws ErrnoException EEXIST if the name is taken
   */
  public Netns createNetns(NetnsName name) {
    if (find(name).isPresent()) {
      throw ErrnoException.of(Errno.EEXIST, "netns add " + name);
    }
    Netns netns = new Netns(this, name, ++lastSerial, root);
    namespaces.put(name, netns);
    byName.put(name, netns);
    names = null;
    tell(new KernelEvent.NetnsAdded(name));
    devices.createLoopback(netns);
    return netns;
  }

  /**
   * Removes a namespace with its devices; veth peers in other namespaces go too, integration-bridge
   * ports lose their device.
   *
   * @throws ErrnoException ENOENT if there is none of that name
   */
  public void removeNetns(NetnsName name) {
    Netns netns = namespaces.get(name);
    if (netns == null) {
      throw ErrnoException.of(Errno.ENOENT, "netns del " + name);
    }
    if (netns.isHeard()) {
      throw new NotModelledException("a namespace without a name, kept by who listens in it");
    }
    forget(netns);
    devices.dismantle(netns);
    namespaces.remove(name);
    byName.remove(name);
    names = null;
    forget(netns);
    internalPorts.values().removeIf(link -> link.netns() == netns);
    tell(new KernelEvent.NetnsRemoved(name));
  }

  private void forget(Netns gone) {
    namespaces.values().forEach(other -> other.ids().forget(gone));
    root.ids().forget(gone);
  }

  /**
   * Creates a veth pair, both ends down.
   *
   * @throws ErrnoException ENOENT without a namespace, EEXIST if a name is taken, EINVAL for an MTU
   *     out of range, EADDRNOTAVAIL for a MAC that cannot be one
   */
  public void createVeth(NetnsName netns, LinkSpec end, NetnsName peerNetns, LinkSpec peer) {
    devices.createVeth(netns(netns), end, netns(peerNetns), peer);
  }

  /**
   * Plugs a port into the integration bridge, which makes a device of that name in the root
   * namespace; a port of that name is replaced, and so is its device.
   */
  public Link addInternalPort(IfName port) {
    deleteInternalPort(port);
    if (root.find(port) != null) {
      throw ErrnoException.of(Errno.EEXIST, "add-port " + port);
    }
    Link link = devices.createInternal(root, port);
    internalPorts.put(port, link);
    return link;
  }

  /**
   * Unplugs a port from the integration bridge; its device disappears from whatever namespace it is
   * in.
   *
   * @return whether there was a device
   */
  public boolean deleteInternalPort(IfName port) {
    Link link = internalPorts.remove(port);
    if (link == null) {
      return false;
    }
    devices.destroy(link);
    return true;
  }

  /** Returns the device that a port of the integration bridge was made with. */
  public Optional<Link> internalPort(IfName port) {
    return Optional.ofNullable(internalPorts.get(port));
  }

  /** Returns how often a device of any namespace came, went or changed so far. */
  public long linkChanges() {
    return linkChanges;
  }

  void countLinkChange() {
    linkChanges++;
  }

  // Time.

  /** Returns the clock by which addresses age. */
  public SimClock clock() {
    return clock;
  }

  /** Has addresses that are added from now on age by another clock. */
  public void useClock(SimClock other) {
    clock = other;
  }

  // Carriers.

  /**
   * Has IPv4 notice the loss of a carrier late, when {@link #runLinkwatch} is called, instead of at
   * once: Linux puts that off for up to a second. IPv6 looks at the device itself when it lists
   * routes, so it shows the loss at once.
   *
   * <p>Models: net/core/link_watch.c:linkwatch_schedule_work(), net/ipv6/route.c:rt6_fill_node()
   */
  public void delayLinkwatch() {
    devices.watch().delay();
  }

  /**
   * Notices carriers that were lost: IPv4 routes over their devices are marked {@code linkdown}.
   *
   * <p>Models: net/core/link_watch.c:__linkwatch_run_queue()
   */
  public void runLinkwatch() {
    devices.watch().run();
  }

  // Listeners.

  /** Tells {@code listener} of every change from now on. */
  public void addListener(KernelListener listener) {
    listeners.add(listener);
  }

  /** Tells {@code listener} nothing any more. */
  public void removeListener(KernelListener listener) {
    listeners.remove(listener);
  }

  boolean isWatched() {
    return !listeners.isEmpty();
  }

  void tell(KernelEvent event) {
    for (int i = 0; i < listeners.size(); i++) {
      listeners.get(i).changed(event);
    }
  }

  RuleCache ruleCache(IpFamily family) {
    return ruleCaches.of(family);
  }

  Devices devices() {
    return devices;
  }
}
