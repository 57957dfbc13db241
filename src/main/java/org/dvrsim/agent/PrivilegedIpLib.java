package org.dvrsim.agent;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.AddAddress;
import org.dvrsim.ops.AddNeighbour;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.AddRule;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteAddress;
import org.dvrsim.ops.DeleteLink;
import org.dvrsim.ops.DeleteNeighbour;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.DeleteRule;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RemoveNetns;
import org.dvrsim.ops.RouteSpelling;
import org.dvrsim.ops.SetLink;

/**
 * The agent's privileged half for addresses, routes, rules, neighbours, devices and namespaces:
 * asks the host, passes some refusals over, and gives the others the agent's own names.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py
 */
class PrivilegedIpLib {
  private final HostAccess host;

  PrivilegedIpLib(HostAccess host) {
    this.host = host;
  }

  /** Carries an op out; see {@link OpRefusal} for what is raised if it is refused. */
  private void run(Op op) {
    try {
      host.execute(op);
    } catch (ErrnoException e) {
      Optional<AgentError> error = OpRefusal.translate(op, e, host.netnsExists(op.netns()));
      if (error.isPresent()) {
        throw error.get();
      }
      passedOver(op, e);
    }
  }

  /** Goes on after a refusal that is as good as success. */
  void passedOver(Op op, ErrnoException refusal) {}

  /** Creates a namespace; one that is there is no error. */
  void createNetns(NetnsName name) {
    run(new CreateNetns(name));
  }

  /** Removes a namespace; one that isn't there is no error. */
  void removeNetns(NetnsName name) {
    run(new RemoveNetns(name));
  }

  void createInterface(CreateVeth veth) {
    run(veth);
  }

  void deleteInterface(IfName device, NetnsName netns) {
    run(new DeleteLink(netns, device));
  }

  void setLinkAttribute(SetLink op) {
    run(op);
  }

  void addIpAddress(NetnsName netns, IfName device, AddressSpec address) {
    run(new AddAddress(netns, device, address, false));
  }

  /** Deletes an address; one that isn't there is no error. */
  void deleteIpAddress(NetnsName netns, IfName device, AddressSpec address) {
    run(new DeleteAddress(netns, device, address));
  }

  /** Sets a permanent neighbour entry. */
  void addNeighEntry(
      NetnsName netns, IfName device, IpAddress address, MacAddress mac, NudState state) {
    run(
        new AddNeighbour(
            netns, AddNeighbour.Mode.REPLACE, device, address, Optional.of(mac), state));
  }

  /** Deletes a neighbour entry; one that isn't there is no error. */
  void deleteNeighEntry(NetnsName netns, IfName device, IpAddress address, MacAddress mac) {
    run(new DeleteNeighbour(netns, device, address, Optional.of(mac)));
  }

  /** Adds a rule; one that is there is no error. */
  void addIpRule(NetnsName netns, RuleSpec rule) {
    run(new AddRule(netns, rule));
  }

  /** Deletes a rule; one that isn't there is no error. */
  void deleteIpRule(NetnsName netns, RuleSpec rule) {
    run(new DeleteRule(netns, rule));
  }

  /**
   * Adds a route or replaces the one of equal prefix and metric.
   *
   * @param spelling how the agent writes the request
   */
  void addIpRoute(NetnsName netns, RouteSpec route, RouteSpelling spelling) {
    run(new AddRoute(netns, AddRoute.Mode.REPLACE, route, spelling));
  }

  /**
   * Deletes a route; one that isn't there is no error.
   *
   * @param spelling how the agent writes the request
   */
  void deleteIpRoute(NetnsName netns, RouteSpec route, RouteSpelling spelling) {
    run(new DeleteRoute(netns, route, spelling));
  }

  /** Tells whether a device is there; without its namespace it isn't. */
  boolean interfaceExists(IfName device, NetnsName netns) {
    Optional<Netns> found = host.netns(netns);
    return found.isPresent() && found.get().link(device).isPresent();
  }

  /**
   * Returns a device.
   *
   * @throws NetworkInterfaceNotFound if it is not there
   * @throws NetworkNamespaceNotFound if its namespace is not there
   */
  Link getLink(IfName device, NetnsName netns) {
    return netns(netns).link(device).orElseThrow(() -> new NetworkInterfaceNotFound(device, netns));
  }

  /**
   * Returns a namespace's devices in the order of their numbers.
   *
   * @throws NetworkNamespaceNotFound if the namespace is not there
   */
  Collection<Link> getLinkDevices(NetnsName netns) {
    return netns(netns).links();
  }

  /**
   * Returns a device's addresses, IPv4 first, as the kernel lists them; none if it is not there.
   *
   * @throws NetworkNamespaceNotFound if the namespace is not there
   */
  List<IfAddress> getIpAddresses(IfName device, NetnsName netns) {
    Netns found = netns(netns);
    Optional<Link> link = found.link(device);
    return link.isPresent() ? found.addresses(link.get()) : List.of();
  }

  /** Returns the rules of a family in order. */
  List<IpRule> listIpRules(NetnsName netns, IpFamily family) {
    return netns(netns).rules(family);
  }

  /**
   * Returns the routes of a table that go out by one device, as the kernel lists them; a multipath
   * route does not.
   *
   * @throws OsError if the namespace is not there
   * @throws NetworkInterfaceNotFound if the device is not there
   */
  List<Route> listIpRoutes(NetnsName netns, IpFamily family, IfName device, TableId table) {
    Netns found = host.netns(netns).orElseThrow(() -> new OsError(Errno.ENOENT));
    Link link = found.link(device).orElseThrow(() -> new NetworkInterfaceNotFound(device, netns));
    return found.routes(family, table, link);
  }

  private Netns netns(NetnsName name) {
    return host.netns(name).orElseThrow(() -> new NetworkNamespaceNotFound(name));
  }
}
