package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.SimClock;
import org.dvrsim.base.SimTime;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.netfilter.Conntrack;
import org.dvrsim.netfilter.Netfilter;

/**
 * A network namespace: its devices, addresses, route tables, routing rules, neighbours and
 * settings.
 *
 * <p>Reading hands out immutable values and unmodifiable views and copies nothing on hot paths.
 * What changes it goes through {@link #requests}.
 *
 * <p>Models: include/net/net_namespace.h:struct net
 */
public final class Netns {
  private final Kernel kernel;
  private final NetnsName name;
  private final LinkTable linkTable = new LinkTable(this);
  private final NetnsChanges changes;
  private final Rtnetlink rtnetlink = new Rtnetlink();
  private final Netconf netconf = new Netconf(this);
  private final AddressTimers timers = new AddressTimers(this);

  private final ConfTree settings;
  private final Sysctls sysctls;

  private final Fib4 fib4;
  private final Fib4Requests routes4;
  private final Ipv4Addresses addresses4;
  private final Rpdb rules4;
  private final Rpdb rules6;
  private final NeighbourTable neighbours4;
  private final NeighbourTable neighbours6;
  private final Fib6 fib6;
  private final Fib6Requests routes6;
  private final Ipv6Addresses addresses6;
  private final Ipv6 ipv6;
  private final RouteTables routeTables;
  private final RouteLookup lookups;
  private final Netfilter netfilter4;
  private final Netfilter netfilter6;
  private Conntrack conntrack;

  private final int serial;
  private final NetnsIds ids = new NetnsIds(rtnetlink);
  private final NetnsRequests requests = new NetnsRequests(this);

  /** Builds the {@code serial}th namespace of a kernel, with the settings of {@code parent}. */
  Netns(Kernel kernel, NetnsName name, int serial, Netns parent) {
    this.kernel = kernel;
    this.name = name;
    this.serial = serial;
    changes = new NetnsChanges(kernel, name);
    settings = parent == null ? new ConfTree() : new ConfTree(parent.settings);
    sysctls = new Sysctls(this);
    fib4 = new Fib4(this);
    routes4 = new Fib4Requests(this, fib4);
    addresses4 = new Ipv4Addresses(this, new Ipv4AddressRoutes(this, fib4, routes4));
    rules4 = new Rpdb(this, IpFamily.V4);
    rules6 = new Rpdb(this, IpFamily.V6);
    neighbours4 = new NeighbourTable(this, IpFamily.V4);
    neighbours6 = new NeighbourTable(this, IpFamily.V6);
    fib6 = new Fib6(this);
    routes6 = new Fib6Requests(this, fib6);
    Ipv6Groups groups6 = new Ipv6Groups(this);
    Ipv6AddressRoutes ownRoutes6 = new Ipv6AddressRoutes(fib6, routes6, groups6, rtnetlink);
    addresses6 = new Ipv6Addresses(this, fib6, ownRoutes6, groups6);
    ipv6 = new Ipv6(this, fib6, addresses6, ownRoutes6, groups6);
    routeTables = new RouteTables(fib4, fib6);
    lookups = new RouteLookup(fib4, rules4, fib6, rules6);
    netfilter4 = new Netfilter(IpFamily.V4, kernel.ruleCache(IpFamily.V4));
    netfilter6 = new Netfilter(IpFamily.V6, kernel.ruleCache(IpFamily.V6));
    netfilter4.addListener(changes::netfilterChanged);
    netfilter6.addListener(changes::netfilterChanged);
  }

  // Reading.

  /** Returns the name; {@link NetnsName#ROOT} for the host's first namespace. */
  public NetnsName name() {
    return name;
  }

  /** Returns the numbers by which this namespace knows others. */
  public NetnsIds ids() {
    return ids;
  }

  /** Returns the present moment. */
  public SimTime now() {
    return kernel.clock().now();
  }

  /** Returns a number that grows with every change in this namespace. */
  public long version() {
    return changes.version();
  }

  /**
   * Returns a number that grows with every change in this namespace that may matter to IPv4 packets
   * by what is here besides the packet filter, which counts its changes itself.
   */
  public long ipv4Version() {
    return changes.ipv4Version();
  }

  /** Returns the devices of now in order of ifindex; immutable. */
  public List<Link> links() {
    return linkTable.all();
  }

  /** Returns the device of that name. */
  public Optional<Link> link(IfName device) {
    return Optional.ofNullable(linkTable.find(device));
  }

  /**
   * Returns the device of that name as a request for it alone finds it: a change of its carrier
   * that Linux would look at later is looked at now.
   *
   * <p>Models: net/core/rtnetlink.c:rtnl_getlink()
   */
  public Optional<Link> askForLink(IfName device) {
    Link link = linkTable.find(device);
    if (link != null) {
      kernel.devices().watch().asked(link);
    }
    return Optional.ofNullable(link);
  }

  /** Returns the device with that further name. */
  public Optional<Link> findByAltName(String altName) {
    return Optional.ofNullable(linkTable.findByAltName(altName));
  }

  /** Returns the device with that ifindex as a request for it alone finds it. */
  public Optional<Link> askForLink(int ifindex) {
    Link link = linkTable.find(ifindex);
    if (link != null) {
      kernel.devices().watch().asked(link);
    }
    return Optional.ofNullable(link);
  }

  /** Returns the device with that ifindex. */
  public Optional<Link> link(int ifindex) {
    return Optional.ofNullable(linkTable.find(ifindex));
  }

  /** Returns a device's addresses, IPv4 first, each family in the kernel's order. */
  public List<IfAddress> addresses(Link link) {
    return link.addresses();
  }

  /** Returns all addresses, by device in order of ifindex. */
  public List<IfAddress> addresses() {
    List<IfAddress> list = new ArrayList<>();
    for (Link link : links()) {
      list.addAll(link.addresses());
    }
    return list;
  }

  /** Tells whether a route table exists, as it does from the first route or IPv6 rule on. */
  public boolean hasTable(IpFamily family, TableId table) {
    return routeTables.has(family, table);
  }

  /** Returns the routes of a table in the kernel's order of dump; none if there is no table. */
  public List<Route> routes(IpFamily family, TableId table) {
    return routeTables.routes(family, table);
  }

  /**
   * Returns the routes of a table that have {@code device} as their only hop, in the kernel's order
   * of dump.
   */
  public List<Route> routes(IpFamily family, TableId table, Link device) {
    return routeTables.routes(family, table, device);
  }

  /** Returns the routes of all tables in the kernel's order of dump. */
  public List<Route> routes(IpFamily family) {
    return routeTables.routes(family);
  }

  /** Returns the routes of each table that has any, in the kernel's order of dump. */
  public List<List<Route>> routesByTable(IpFamily family) {
    return routeTables.routesByTable(family);
  }

  /** Returns a view of the routing rules in order. */
  public List<IpRule> rules(IpFamily family) {
    return rpdb(family).rules();
  }

  /** Returns all neighbours, IPv4 first, each family by device, then address. */
  public List<Neighbour> neighbours() {
    List<Neighbour> list = new ArrayList<>();
    neighbours4.addTo(list);
    neighbours6.addTo(list);
    return list;
  }

  /** Returns the neighbours of a device in one family, by address. */
  public List<Neighbour> neighbours(IpFamily family, Link link) {
    return table(family).of(link);
  }

  /** Returns the neighbour with an address on a device. */
  public Optional<Neighbour> neighbour(Link link, IpAddress address) {
    return Optional.ofNullable(table(address.family()).find(link, address));
  }

  /** Returns what a device proxies (NTF_PROXY), by address. */
  public List<ProxyNeighbour> proxiedNeighbours(IpFamily family, Link link) {
    return table(family).proxied(link);
  }

  /** Tells whether a device proxies an address. */
  public boolean proxies(Link link, IpAddress address) {
    return table(address.family()).proxies(link, address);
  }

  /** Returns the settings. */
  public Sysctls sysctl() {
    return sysctls;
  }

  /** Returns the packet filter of a family. */
  public Netfilter netfilter(IpFamily family) {
    return family == IpFamily.V4 ? netfilter4 : netfilter6;
  }

  /** Returns the tracked connections, empty if no packet was ever looked at. */
  public Optional<Conntrack> conntrack() {
    return Optional.ofNullable(conntrack);
  }

  /** Returns the tracked connections, which age by {@code clock} if this is the first call. */
  public Conntrack conntrack(SimClock clock) {
    if (conntrack == null) {
      conntrack = new Conntrack(clock);
    }
    return conntrack;
  }

  /**
   * Looks up a route by the rule database, as for packets made here or received.
   *
   * <p>Models: include/net/ip_fib.h:fib_lookup(), net/ipv6/fib6_rules.c:fib6_rule_lookup()
   */
  public FibResult lookup(Flow flow) {
    return flow.destination().isV4() ? lookups.lookup4(flow, false) : lookups.lookup6(flow, false);
  }

  /**
   * Returns what an IPv4 address is to this host: LOCAL, BROADCAST, MULTICAST or UNICAST.
   *
   * <p>Models: net/ipv4/fib_frontend.c:inet_addr_type()
   */
  public RouteType addressType(IpAddress address) {
    return address.isV4()
        ? lookups.addressType4(address, null, Fib4.LOCAL)
        : lookups.addressType6(address);
  }

  // Listening.

  /**
   * Sends {@code listener} the namespace's rtnetlink messages from now on, as to a socket that is
   * in all groups.
   */
  public void subscribe(RtnetlinkListener listener) {
    rtnetlink.subscribe(listener);
  }

  /** Sends {@code listener} nothing any more. */
  public void unsubscribe(RtnetlinkListener listener) {
    rtnetlink.unsubscribe(listener);
  }

  /** Tells whether anybody is subscribed. */
  public boolean isHeard() {
    return rtnetlink.isHeard();
  }

  // Changing.

  /** Returns what a process can have changed here. */
  public NetnsRequests requests() {
    return requests;
  }

  /** Notes a neighbour as the kernel itself learns it. */
  public void learnNeighbour(Neighbour neighbour) {
    table(neighbour.address().family()).learn(neighbour);
  }

  // For the package.

  Kernel kernel() {
    return kernel;
  }

  int serial() {
    return serial;
  }

  Link find(IfName device) {
    return linkTable.find(device);
  }

  /** Returns the device of that name for a request, which asks for it: ENODEV if there is none. */
  Link linkOrRefuse(IfName device) {
    Link link = linkTable.findOrRefuse(device);
    kernel.devices().watch().asked(link);
    return link;
  }

  Link loopback() {
    return linkTable.find(Flow.LOOPBACK);
  }

  LinkTable linkTable() {
    return linkTable;
  }

  Fib4Requests fib4Requests() {
    return routes4;
  }

  Fib6Requests fib6Requests() {
    return routes6;
  }

  Ipv4Addresses ipv4() {
    return addresses4;
  }

  Fib4 fib4() {
    return fib4;
  }

  Fib6 fib6() {
    return fib6;
  }

  Ipv6 ipv6() {
    return ipv6;
  }

  NeighbourTable table(IpFamily family) {
    return family == IpFamily.V4 ? neighbours4 : neighbours6;
  }

  Rpdb rpdb(IpFamily family) {
    return family == IpFamily.V4 ? rules4 : rules6;
  }

  RouteLookup lookups() {
    return lookups;
  }

  RouteTables routeTables() {
    return routeTables;
  }

  ConfTree settings() {
    return settings;
  }

  NetnsChanges changes() {
    return changes;
  }

  Rtnetlink rtnetlink() {
    return rtnetlink;
  }

  Netconf netconf() {
    return netconf;
  }

  AddressTimers timers() {
    return timers;
  }

  Ipv6Addresses ipv6Addresses() {
    return addresses6;
  }

  /** Returns a number that is the same in every run; namespaces are equal only to themselves. */
  @Override
  public int hashCode() {
    return serial;
  }

  @Override
  public String toString() {
    return name.isRoot() ? "(root)" : name.text();
  }
}
