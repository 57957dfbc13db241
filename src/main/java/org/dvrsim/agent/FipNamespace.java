package org.dvrsim.agent;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.Host;

/**
 * The namespace through which a host's floating IPs of one external network go, shared by its
 * routers; with the agent gateway port ({@code fg-}) on that network.
 *
 * <p>{@link RtrFipLink} does the links to the routers.
 *
 * <p>Models: neutron/agent/l3/dvr_fip_ns.py:FipNamespace
 */
class FipNamespace extends Namespace {
  /** What the names of these namespaces begin with. */
  static final String FIP_NS_PREFIX = "fip-";

  /** The table, in routers' namespaces, that leads to the fip namespace. */
  static final TableId FIP_RT_TBL = TableId.of(16);

  /** The first priority of floating IPs' rules. */
  static final int FIP_PR_START = 32768;

  /** The end of the range of priorities. */
  static final int FIP_PR_END = FIP_PR_START + 40000;

  /** neutron_lib/constants.py:DVR_FIP_LL_CIDR. */
  private static final IpPrefix DVR_FIP_LL_CIDR = IpPrefix.parse("169.254.64.0/18");

  private final L3NATAgent agent;
  private final String extNetId;
  private final FipRulePriorityAllocator rulePriorities;
  private final LinkLocalAllocator localSubnets;
  private final RtrFipLink link;

  /** The rules; null before the namespace is made, as most objects of it never are asked to. */
  private IptablesManager iptablesManager;

  private final Set<String> subscribers = new LinkedHashSet<>();
  private Optional<NeutronPort> agentGatewayPort = Optional.empty();
  private boolean destroyed;
  private boolean staleFipsChecked;
  private int holders;

  FipNamespace(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent.namespaceTools(), buildNsName(FIP_NS_PREFIX, extNetId), useIpv6);
    this.agent = agent;
    this.extNetId = extNetId;
    this.link = agent.parts().rtrFipLink.maker().apply(this);
    this.rulePriorities =
        agent
            .parts()
            .rulePriorities
            .maker()
            .make(
                agent.hostAccess(),
                agent.stateFile("fip-priorities"),
                FIP_PR_START,
                FIP_PR_END,
                agent.allocationPolicy());
    this.localSubnets =
        agent
            .parts()
            .localSubnets
            .maker()
            .make(
                agent.hostAccess(),
                agent.stateFile("fip-linklocal-networks"),
                DVR_FIP_LL_CIDR,
                agent.allocationPolicy());
  }

  /** Returns the id of the external network. */
  String extNetId() {
    return extNetId;
  }

  /** Notes one more router that refers to this object. */
  void hold() {
    holders++;
  }

  /** Notes one router less. */
  void release() {
    holders--;
  }

  /** Tells whether no router refers to this object; Python then forgets it. */
  boolean isUnused() {
    return holders == 0;
  }

  /** Returns the agent gateway port once it is configured. */
  Optional<NeutronPort> agentGatewayPort() {
    return agentGatewayPort;
  }

  /** Tells whether this object's namespace was deleted, and the object is of no more use. */
  boolean isDestroyed() {
    return destroyed;
  }

  private IptablesManager iptablesManager() {
    if (iptablesManager == null) {
      iptablesManager = agent.newIptablesManager(name(), useIpv6(), InitialTables.OF_NAMESPACE);
    }
    return iptablesManager;
  }

  /** Returns the allocator of the links' addresses. */
  LinkLocalAllocator localSubnets() {
    return localSubnets;
  }

  IfName getExtDeviceName(String portId) {
    return agent.fipExtDeviceNames.of(portId);
  }

  IfName getIntDeviceName(String routerId) {
    return agent.fip2RouterDeviceNames.of(routerId);
  }

  IfName getRtrExtDeviceName(String routerId) {
    return agent.router2FipDeviceNames.of(routerId);
  }

  Optional<FipPriority> lookupRulePriority(IpAddress floatingIp) {
    return rulePriorities.lookup(floatingIp.toString());
  }

  FipPriority allocateRulePriority(IpAddress floatingIp) {
    return rulePriorities.allocate(floatingIp.toString());
  }

  void deallocateRulePriority(IpAddress floatingIp) {
    rulePriorities.release(floatingIp.toString());
  }

  /** Tells whether the network was not subscribed before. */
  boolean subscribe(String networkId) {
    boolean isFirst = subscribers.isEmpty();
    subscribers.add(networkId);
    return isFirst;
  }

  void unsubscribe(String networkId) {
    subscribers.remove(networkId);
  }

  /**
   * Configures the agent gateway port the first time, and follows changes of it later.
   *
   * <p>Defect: subscribers are networks, not routers, so the namespace has at most one and is never
   * given up when its last router leaves. If configuring fails half-way the subscription stays, and
   * the next try takes the namespace to be complete.
   */
  void createOrUpdateGatewayPort(NeutronPort port) {
    Host.Doing scope = agent.doing("FipNamespace.create_or_update_gateway_port");
    try (scope) {
      IfName interfaceName = getExtDeviceName(port.id());
      lockPort(interfaceName, () -> createOrUpdateGatewayPort(port, interfaceName));
    }
  }

  /** Models: _fip_port_lock */
  private void lockPort(IfName interfaceName, Runnable body) {
    agent.hostAccess().locked("port-lock-" + name() + "-" + interfaceName, body);
  }

  private void createOrUpdateGatewayPort(NeutronPort port, IfName interfaceName) {
    if (subscribe(port.networkId())) {
      if (port.toldSubnets().isEmpty()) {
        unsubscribe(port.networkId());
        return;
      }
      createGatewayPort(port, interfaceName);
    } else {
      updateOrGiveUp(port, interfaceName);
    }
  }

  private void updateOrGiveUp(NeutronPort port, IfName interfaceName) {
    try {
      updateGatewayPort(port, interfaceName);
    } catch (AgentError e) {
      unsubscribe(port.networkId());
      delete();
      agent.log().exception(e);
      throw e;
    }
  }

  private void createGatewayPort(NeutronPort port, IfName interfaceName) {
    create();
    driver()
        .plug(port.networkId(), port.id(), interfaceName, port.macAddress(), name(), port.mtu());
    for (IfName device : ipLib().getDevices(name())) {
      if (DeviceNames.hasPrefix(device, DeviceNames.FIP_EXT_DEV_PREFIX)
          && !device.equals(interfaceName)) {
        driver().unplug(device, name());
      }
    }
    driver()
        .initL3(interfaceName, RouterInfo.fixedIpCidrs(port.fixedIps()), name(), List.of(), true);
    setOnlinkRoutes(port, interfaceName);
    agentGatewayPort = Optional.of(port);
    String device = interfaceName.text();
    setProxyDelay(device);
    ipLib().sysctlUnchecked(name(), "net.ipv4.conf." + device + ".proxy_arp", "1");
  }

  /** Has ARP requests for floating IPs answered almost at once. */
  void setProxyDelay(String device) {
    ipLib().sysctlUnchecked(name(), "net.ipv4.neigh." + device + ".proxy_delay", "1");
  }

  private void setOnlinkRoutes(NeutronPort port, IfName interfaceName) {
    driver().setOnlinkRoutes(interfaceName, name(), port.extraSubnets(), port.subnetCidrs(), false);
  }

  private void updateGatewayPort(NeutronPort port, IfName interfaceName) {
    if (agentGatewayPort.isEmpty() || isGatewayIpChanged(port)) {
      updateGatewayRoute(port, interfaceName, Optional.empty());
      agentGatewayPort = Optional.of(port);
    }
    setOnlinkRoutes(port, interfaceName);
  }

  boolean isGatewayIpChanged(NeutronPort port) {
    NeutronPort known = agentGatewayPort.get();
    return !gatewayIp(port, IpFamily.V4).equals(gatewayIp(known, IpFamily.V4))
        || !gatewayIp(port, IpFamily.V6).equals(gatewayIp(known, IpFamily.V6));
  }

  /** Returns the last gateway of a family. */
  private static Optional<IpAddress> gatewayIp(NeutronPort port, IpFamily family) {
    List<NeutronSubnet> subnets = port.subnetsOrNone();
    for (int i = subnets.size() - 1; i >= 0; i--) {
      Optional<IpAddress> gateway = subnets.get(i).gatewayIp();
      if (gateway.isPresent() && gateway.get().family() == family) {
        return gateway;
      }
    }
    return Optional.empty();
  }

  /**
   * Adds the default routes via the external network's gateways to {@code table}; without one, to
   * every table that a rule of the namespace leads to.
   *
   * <p>Defect: where a subnet has no gateway any more, the default route is to be deleted, but it
   * is looked up under a wrong name and stays.
   */
  private void updateGatewayRoute(NeutronPort port, IfName interfaceName, Optional<TableId> table) {
    IpDevice device = ipLib().device(interfaceName, name());
    if (!device.exists()) {
      throw new FloatingIpSetupException(
          "DVR: Gateway update route in FIP namespace failed, retry should be attempted on next"
              + " call");
    }
    for (FixedIp fixedIp : port.fixedIps()) {
      ipLib().sendIpAddrAdvNotif(name(), interfaceName, fixedIp.ipAddress());
    }
    for (NeutronSubnet subnet : port.subnets()) {
      if (subnet.gatewayIp().isEmpty()) {
        continue;
      }
      IpAddress gateway = subnet.gatewayIp().get();
      if (!RouterGateway.checkSubnetIp(subnet.cidr(), gateway)) {
        addLinkRoute(device, gateway);
      }
      if (table.isPresent()) {
        device.route().addGateway(gateway, table);
      } else {
        addDefaultGatewayToAllTables(gateway, device);
      }
    }
  }

  /** Makes a gateway outside its subnet reachable on the link. */
  void addLinkRoute(IpDevice device, IpAddress gateway) {
    device.route().addLinkRoute(gateway);
  }

  private void addDefaultGatewayToAllTables(IpAddress gateway, IpDevice device) {
    for (var rule : ipLib().listIpRules(name(), gateway.family())) {
      if (!SnatRedirect.isOwnOfKernel(rule.table())) {
        device.route().addGatewayToListedTable(gateway, rule.table());
      }
    }
  }

  /**
   * Sends what comes from a router out through a table of its own, with the external network's
   * default routes.
   *
   * <p>Models: _add_rtr_ext_route_rule_to_route_table
   */
  void addRtrExtRouteRuleToRouteTable(IpInterface fip2Rtr, IfName fip2RtrName) {
    long index = SnatRedirect.getSnatIdx(fip2Rtr);
    TableId table = TableId.of(index);
    IfName interfaceName = getExtDeviceName(requireAgentGatewayPort().id());
    try {
      lockPort(
          interfaceName,
          () -> updateGatewayRoute(requireAgentGatewayPort(), interfaceName, Optional.of(table)));
    } catch (AgentError e) {
      unsubscribe(requireAgentGatewayPort().networkId());
      agentGatewayPort = Optional.empty();
      agent.log().exception(e);
      throw e;
    }
    ipLib().addIpRule(name(), fip2Rtr.family(), fip2RtrName, table, index);
  }

  /** Another worker may have taken it away meanwhile. */
  private NeutronPort requireAgentGatewayPort() {
    return agentGatewayPort.orElseThrow(PythonError::indexOfNone);
  }

  /** Makes the namespace, in which no connections are tracked. */
  @Override
  void create() {
    super.create();
    ipLib().setIpNonlocalBindForNamespace(name(), 1, true);
    leaveConnectionsUntracked();
  }

  /** Models: neutron/agent/l3/dvr_fip_ns.py:FipNamespace.create */
  void leaveConnectionsUntracked() {
    IptablesManager iptables = iptablesManager();
    IptablesTable raw = iptables.ipv4("raw").by("FipNamespace.create");
    raw.addRule("PREROUTING", "-j CT --notrack");
    iptables.apply();
  }

  @Override
  void delete() {
    destroyed = true;
    checkNsExistence(this::deleteDevicesAndNamespace);
    agentGatewayPort = Optional.empty();
  }

  private void deleteDevicesAndNamespace() {
    for (IfName device : ipLib().getDevices(name())) {
      if (DeviceNames.hasPrefix(device, DeviceNames.FIP_2_ROUTER_DEV_PREFIX)) {
        ipLib().delVeth(device, name());
      } else if (DeviceNames.hasPrefix(device, DeviceNames.FIP_EXT_DEV_PREFIX)) {
        driver().unplug(device, name());
      }
    }
    super.delete();
  }

  /** Makes the link to a router. */
  void createRtr2FipLink(DvrLocalRouter router) {
    link.createRtr2FipLink(router);
  }

  /** Takes the link to a router away. */
  void deleteRtr2FipLink(DvrLocalRouter router) {
    link.deleteRtr2FipLink(router);
  }

  /**
   * Installs or deletes a static route in the table of a router's link.
   *
   * <p>Models: neutron/agent/l3/dvr_local_router.py:
   * DvrLocalRouter._update_fip_route_table_with_next_hop_routes
   */
  void updateNextHopRoute(RouteOperation operation, ExtraRoute route, TableId table) {
    try {
      if (operation == RouteOperation.REPLACE) {
        ipLib().addIpRoute(name(), route.destination(), route.nexthop(), table, RouteProtocol.BOOT);
      } else {
        ipLib()
            .deleteIpRoute(name(), route.destination(), route.nexthop(), table, RouteProtocol.BOOT);
      }
    } catch (NetworkNamespaceNotFound | OsError | NetlinkError e) {
      // The real agent passes these over too.
    }
  }

  /** Deletes a floating IP that an earlier release put on a router's link. */
  void deleteStaleFip(IpDevice rtr2FipDevice, IpInterface cidr) {
    rtr2FipDevice.deleteAddrAndConntrackState(cidr);
  }

  /**
   * Looks at a router's link, and once in this object's life sweeps floating IPs that releases
   * before the fip namespace's routes put on it.
   *
   * <p>Defect: whether the link is complete and used is noted here in the namespace's object, not
   * in the router's, where it is asked for. So a link that lost its routes is not made good, and
   * one that is whole is gone through again after a restart. That the sweep was done is noted here,
   * too: of several routers only the first is swept.
   */
  void scanFipPorts(DvrLocalRouter router) {
    IpDevice device = ipLib().device(getRtrExtDeviceName(router.routerId), router.nsName);
    if (!device.exists()) {
      return;
    }
    router.getRouterCidrs(device);
    if (!staleFipsChecked) {
      for (IpInterface cidr : RouterInfo.addressesOf(device)) {
        if (cidr.length() == cidr.family().bits()) {
          deleteStaleFip(device, cidr);
        }
      }
      staleFipsChecked = true;
    }
  }
}
