package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.Announce;
import org.dvrsim.ops.CreateVeth;
import org.dvrsim.ops.DeleteConntrack;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RouteSpelling;
import org.dvrsim.ops.WriteSysctl;

/**
 * What the agent asks of a host's network configuration.
 *
 * <p>Models: neutron/agent/linux/ip_lib.py, its functions and the class IPWrapper
 */
class IpLib {
  private static final RouteProtocol STATIC = RouteProtocol.parse("static");

  final HostAccess host;
  private final PrivilegedIpLib privileged;

  IpLib(HostAccess host) {
    this(host, new PrivilegedIpLib(host));
  }

  IpLib(HostAccess host, PrivilegedIpLib privileged) {
    this.host = host;
    this.privileged = privileged;
  }

  PrivilegedIpLib privileged() {
    return privileged;
  }

  /** Returns what to do with a device, which need not be there. */
  IpDevice device(IfName name, NetnsName netns) {
    return new IpDevice(this, name, netns);
  }

  /** Tells whether a device is there; without its namespace it isn't. */
  boolean deviceExists(IfName name, NetnsName netns) {
    return privileged.interfaceExists(name, netns);
  }

  /** Returns the names of a namespace's devices but lo; none if there is no such namespace. */
  List<IfName> getDevices(NetnsName netns) {
    Collection<Link> links;
    try {
      links = privileged.getLinkDevices(netns);
    } catch (NetworkNamespaceNotFound e) {
      return devicesOfNoNamespace(e);
    }
    List<IfName> names = new ArrayList<>(links.size());
    for (Link link : links) {
      if (!link.name().equals(IfName.LO)) {
        names.add(link.name());
      }
    }
    return names;
  }

  /** Returns the devices of a namespace that is not there. */
  List<IfName> devicesOfNoNamespace(NetworkNamespaceNotFound error) {
    return List.of();
  }

  /** Tells whether a namespace is there. */
  boolean networkNamespaceExists(NetnsName name) {
    return host.netnsExists(name);
  }

  /** Returns the names of all namespaces in order. */
  List<NetnsName> listNetworkNamespaces() {
    return host.netnsNames();
  }

  /** Creates a namespace with its loopback device up, if it is not there. */
  void ensureNamespace(NetnsName name) {
    if (networkNamespaceExists(name)) {
      return;
    }
    privileged.createNetns(name);
    promoteSecondaries(name);
    device(IfName.LO, name).link().setUp();
  }

  /** Has secondary addresses survive their primary one. */
  void promoteSecondaries(NetnsName name) {
    execute(WriteSysctl.of(name, "net.ipv4.conf.all.promote_secondaries", "1"));
  }

  /** Removes a namespace. */
  void deleteNetworkNamespace(NetnsName name) {
    privileged.removeNetns(name);
  }

  /** Creates a veth pair whose second end is in another namespace, made if it is not there. */
  void addVeth(IfName name1, NetnsName netns, IfName name2, NetnsName netns2) {
    ensureNamespace(netns2);
    privileged.createInterface(CreateVeth.of(netns, name1, netns2, name2));
  }

  /** Deletes a veth device, and its peer with it. */
  void delVeth(IfName name, NetnsName netns) {
    privileged.deleteInterface(name, netns);
  }

  /**
   * Runs a command of which a failure status is an error.
   *
   * @throws ProcessExecutionError if it fails
   */
  void execute(Op command) {
    try {
      host.execute(command);
    } catch (ErrnoException e) {
      throw new ProcessExecutionError(e.getMessage(), 1);
    }
  }

  /** Writes one setting; see {@link #sysctl(NetnsName, List)}. */
  boolean sysctl(NetnsName netns, String key, String value) {
    return sysctl(netns, List.of(new WriteSysctl.Setting(key, value)));
  }

  /** Writes settings with one command; tells whether all went well, and passes over if not. */
  boolean sysctl(NetnsName netns, List<WriteSysctl.Setting> settings) {
    try {
      execute(new WriteSysctl(netns, settings));
      return true;
    } catch (AgentRuntimeError e) {
      return false;
    }
  }

  /** Writes one setting of which nobody looks at the outcome. */
  void sysctlUnchecked(NetnsName netns, String key, String value) {
    try {
      execute(WriteSysctl.of(netns, key, value));
    } catch (ProcessExecutionError e) {
      // The command ran, and that was all that was asked.
    }
  }

  /**
   * Lets programs bind to addresses that the host does not have, or not.
   *
   * <p>Models: set_ip_nonlocal_bind_for_namespace
   */
  void setIpNonlocalBindForNamespace(NetnsName netns, int value, boolean rootNamespace) {
    String text = Integer.toString(value);
    if (!sysctl(netns, "net.ipv4.ip_nonlocal_bind", text) && rootNamespace) {
      sysctl(NetnsName.ROOT, "net.ipv4.ip_nonlocal_bind", text);
    }
  }

  /**
   * Tells the link that an address is here. That is done in a thread of its own, to which it does
   * not matter if the namespace goes meanwhile.
   *
   * <p>Models: send_ip_addr_adv_notif, _arping
   */
  void sendIpAddrAdvNotif(NetnsName netns, IfName device, IpAddress address) {
    try {
      host.execute(new Announce(netns, device, address));
    } catch (ErrnoException e) {
      // Noted in the log, and no exception there.
    }
  }

  /** Ends tracked connections to and from an address; a failure is logged and passed over. */
  void deleteConntrackState(NetnsName netns, IpAddress address) {
    for (String direction : List.of("-d", "-q")) {
      Op op = new DeleteConntrack(netns, List.of(direction, address.toString()));
      try {
        host.doing("IpConntrackManager.delete_conntrack_state", () -> execute(op));
      } catch (AgentRuntimeError e) {
        host.logException(e);
      }
    }
  }

  /** Returns the rules of a family as the agent reads them, in order. */
  List<AgentIpRule> listIpRules(NetnsName netns, IpFamily family) {
    List<IpRule> rules = privileged.listIpRules(netns, family);
    List<AgentIpRule> result = new ArrayList<>(rules.size());
    for (IpRule rule : rules) {
      result.add(AgentIpRule.of(rule));
    }
    return result;
  }

  /** Adds a rule for packets from an address or network, unless one like it is there. */
  void addIpRule(NetnsName netns, IpInterface from, TableId table, long priority) {
    for (IpRule rule : privileged.listIpRules(netns, from.family())) {
      if (rule.priority() == priority
          && rule.table().equals(table)
          && AgentIpRule.from(rule).equals(from)) {
        isThere(netns, spec(from, table, priority));
        return;
      }
    }
    privileged.addIpRule(netns, spec(from, table, priority));
  }

  /** Adds a rule for packets that come in by a device, unless one like it is there. */
  void addIpRule(NetnsName netns, IpFamily family, IfName iif, TableId table, long priority) {
    for (IpRule rule : privileged.listIpRules(netns, family)) {
      if (rule.priority() == priority
          && rule.table().equals(table)
          && rule.iif().filter(iif::equals).isPresent()) {
        isThereByDevice(netns, spec(family, iif, table, priority));
        return;
      }
    }
    privileged.addIpRule(netns, spec(family, iif, table, priority));
  }

  /** Leaves a rule alone that is there. */
  void isThere(NetnsName netns, RuleSpec rule) {}

  /** Leaves a rule alone that is there for packets which come in by a device. */
  void isThereByDevice(NetnsName netns, RuleSpec rule) {}

  /** Deletes a rule for packets from an address or network. */
  void deleteIpRule(NetnsName netns, IpInterface from, TableId table, long priority) {
    privileged.deleteIpRule(netns, spec(from, table, priority));
  }

  /** Deletes a rule for packets that come in by a device. */
  void deleteIpRule(NetnsName netns, IpFamily family, IfName iif, TableId table, long priority) {
    privileged.deleteIpRule(netns, spec(family, iif, table, priority));
  }

  private static RuleSpec spec(IpInterface from, TableId table, long priority) {
    return withTarget(RuleSpec.in(from.family()).from(from), table, priority);
  }

  private static RuleSpec spec(IpFamily family, IfName iif, TableId table, long priority) {
    return withTarget(RuleSpec.in(family).iif(iif), table, priority);
  }

  /** Neither table nor priority is sent if it is 0, which the real agent takes for none. */
  private static RuleSpec withTarget(RuleSpec.Builder rule, TableId table, long priority) {
    if (!table.equals(TableId.UNSPEC)) {
      rule.table(table);
    }
    if (priority != 0) {
      rule.priority(priority);
    }
    return rule.build();
  }

  /** Adds or replaces a static route via a gateway, in table main. */
  void addIpRoute(NetnsName netns, IpPrefix destination, IpAddress via) {
    addIpRoute(netns, destination, via, TableId.MAIN, STATIC);
  }

  /** Adds or replaces a route via a gateway. */
  void addIpRoute(
      NetnsName netns, IpPrefix destination, IpAddress via, TableId table, RouteProtocol proto) {
    privileged.addIpRoute(
        netns,
        RouteSpec.to(destination, table).via(via).protocol(proto).build(),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Deletes a route via a gateway from table main. */
  void deleteIpRoute(NetnsName netns, IpPrefix destination, IpAddress via) {
    privileged.deleteIpRoute(
        netns,
        RouteSpec.to(destination, TableId.MAIN).via(via).build(),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Deletes a route of one sender via a gateway. */
  void deleteIpRoute(
      NetnsName netns, IpPrefix destination, IpAddress via, TableId table, RouteProtocol proto) {
    privileged.deleteIpRoute(
        netns,
        RouteSpec.to(destination, table).via(via).protocol(proto).build(),
        RouteSpelling.of(destination.isDefault()));
  }

  /** Adds or replaces a static multipath route in table main. */
  void addMultipathRoute(NetnsName netns, IpPrefix destination, List<IpAddress> hops) {
    List<RouteSpec.HopSpec> specs = new ArrayList<>(hops.size());
    for (IpAddress hop : hops) {
      specs.add(new RouteSpec.HopSpec(Optional.of(hop), Optional.empty(), 1, false));
    }
    privileged.addIpRoute(
        netns,
        RouteSpec.to(destination, TableId.MAIN).nextHops(specs).protocol(STATIC).build(),
        RouteSpelling.of(destination.isDefault()));
  }

  /**
   * Returns the addresses of a device, IPv4 first; none if it is not there.
   *
   * @throws NetworkNamespaceNotFound if the namespace is not there
   */
  List<AgentIpAddress> getDevicesWithIp(NetnsName netns, IfName device) {
    List<AgentIpAddress> result = new ArrayList<>();
    for (IfAddress address : privileged.getIpAddresses(device, netns)) {
      result.add(AgentIpAddress.of(address));
    }
    return result;
  }
}
