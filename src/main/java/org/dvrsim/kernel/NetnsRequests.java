package org.dvrsim.kernel;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * What a process can have changed in a namespace: the requests that come over a netlink socket.
 *
 * <p>One that Linux refuses throws {@link org.dvrsim.base.ErrnoException} with its errno and its
 * text, and changes nothing unless it says so. A device is named, and ENODEV if there is none.
 *
 * <p>Models: net/core/rtnetlink.c:rtnetlink_rcv_msg() and the handlers it calls
 */
public final class NetnsRequests {
  private final Netns netns;

  NetnsRequests(Netns netns) {
    this.netns = netns;
  }

  /** Deletes a device: EOPNOTSUPP for the loopback device. */
  public void deleteLink(IfName device) {
    netns.kernel().devices().delete(netns.linkOrRefuse(device));
  }

  /** Changes a device's attributes in the kernel's order; what precedes a refusal stays done. */
  public void changeLink(IfName device, LinkChange change) {
    netns.kernel().devices().change(netns.linkOrRefuse(device), change);
  }

  /** Gives a device further names, or takes some away, one by one. */
  public void changeAltNames(IfName device, boolean add, List<String> names) {
    Link link = netns.linkOrRefuse(device);
    for (String name : names) {
      if (add) {
        netns.linkTable().addAltName(link, name);
      } else {
        netns.linkTable().removeAltName(link, name);
      }
    }
    if (!names.isEmpty() && link.isUp()) {
      Devices.send(link);
    }
  }

  /** Adds or changes an address. */
  public void addAddress(IfName device, AddressSpec address, RequestMode mode) {
    Link link = netns.linkOrRefuse(device);
    if (address.cidr().address().isV4()) {
      netns.ipv4().add(link, address, mode);
    } else {
      netns.ipv6Addresses().add(link, address, mode);
      netns.rtnetlink().finish();
    }
  }

  /** Deletes an address and the routes that hang on it. */
  public void deleteAddress(IfName device, AddressSpec address) {
    Link link = netns.linkOrRefuse(device);
    if (address.cidr().address().isV4()) {
      netns.ipv4().delete(link, address);
    } else {
      netns.ipv6Addresses().delete(link, address);
    }
  }

  /**
   * Deletes a device's addresses that match, as {@code ip addr flush} does.
   *
   * @param family empty: both
   * @param scope empty: every scope
   */
  public void flushAddresses(IfName device, Optional<IpFamily> family, Optional<RouteScope> scope) {
    Link link = netns.linkOrRefuse(device);
    if (family.isEmpty() || family.get() == IpFamily.V4) {
      netns.ipv4().flush(link, scope);
    }
    if (family.isEmpty() || family.get() == IpFamily.V6) {
      netns.ipv6Addresses().flush(link, scope);
    }
  }

  /** Installs a route. */
  public void addRoute(RequestMode mode, RouteSpec route) {
    if (route.destination().family() == IpFamily.V4) {
      netns.fib4Requests().add(mode, route);
    } else {
      netns.fib6Requests().add(mode, route);
    }
  }

  /** Deletes the first route that has every attribute sent: ESRCH if none has. */
  public void deleteRoute(RouteSpec route) {
    if (route.destination().family() == IpFamily.V4) {
      netns.fib4Requests().delete(route);
    } else {
      netns.fib6Requests().delete(route);
    }
  }

  /**
   * Deletes routes that match as {@code ip route flush} does: lists them, then deletes each.
   *
   * @param table empty: every table
   * @param device empty: every device
   * @param destination empty: every destination
   */
  public void flushRoutes(
      IpFamily family,
      Optional<TableId> table,
      Optional<IfName> device,
      Optional<IpPrefix> destination) {
    Link link = device.map(netns::linkOrRefuse).orElse(null);
    for (Route route : netns.routeTables().flushed(family, table, link, destination)) {
      deleteRoute(RouteSpec.of(route));
    }
  }

  /** Adds a routing rule after those of equal priority. */
  public void addRule(RuleSpec rule) {
    netns.rpdb(rule.family()).add(rule);
  }

  /** Deletes the first routing rule that has every attribute sent: ENOENT if none has. */
  public void deleteRule(RuleSpec rule) {
    netns.rpdb(rule.family()).delete(rule);
  }

  /** Deletes all routing rules but those of priority 0. */
  public void flushRules(IpFamily family) {
    netns.rpdb(family).flush();
  }

  /** Adds or changes a neighbour entry. */
  public void addNeighbour(IfName device, NeighbourSpec neighbour, RequestMode mode) {
    netns.table(neighbour.address().family()).add(netns.linkOrRefuse(device), neighbour, mode);
  }

  /** Deletes a neighbour entry: ENOENT if there is none. */
  public void deleteNeighbour(IfName device, IpAddress address) {
    netns.table(address.family()).delete(netns.linkOrRefuse(device), address);
  }

  /** Proxies an address on a device (NTF_PROXY); its MAC address and state do not count. */
  public void addNeighbourProxy(IfName device, NeighbourSpec neighbour) {
    netns.table(neighbour.address().family()).addProxy(netns.linkOrRefuse(device), neighbour);
  }

  /** Stops proxying an address on a device: ENOENT if it isn't. */
  public void deleteNeighbourProxy(IfName device, IpAddress address) {
    netns.table(address.family()).deleteProxy(netns.linkOrRefuse(device), address);
  }

  /**
   * Deletes neighbour entries but permanent and noarp ones, as {@code ip neigh flush} does.
   *
   * @param family empty: both
   * @param device empty: every device
   */
  public void flushNeighbours(Optional<IpFamily> family, Optional<IfName> device) {
    for (Link link : device.map(d -> List.of(netns.linkOrRefuse(d))).orElseGet(netns::links)) {
      if (family.isEmpty() || family.get() == IpFamily.V4) {
        netns.table(IpFamily.V4).flushAsked(link);
      }
      if (family.isEmpty() || family.get() == IpFamily.V6) {
        netns.table(IpFamily.V6).flushAsked(link);
      }
    }
  }
}
