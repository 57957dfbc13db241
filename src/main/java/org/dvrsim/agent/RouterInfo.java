package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * What the agent knows of one router, and how it brings the host in line with the router's payload.
 *
 * <p>Parts of the work have classes of their own ({@link RouterInternalPorts}, {@link
 * RouterExternal}, {@link RouterGateway}, {@link RouterFloatingIps}, {@link RouterRoutes}, {@link
 * RouterAddressScopes}, {@link RouterSnatRules}), which call back here wherever a kind of router
 * differs.
 *
 * <p>Models: neutron/agent/l3/router_info.py:BaseRouterInfo and RouterInfo
 */
abstract class RouterInfo {
  final L3NATAgent agent;
  final String routerId;
  final AgentConf agentConf;
  final InterfaceDriver driver;
  final IpLib ipLib;
  final boolean useIpv6;
  final RouterNamespace routerNamespace;
  final NetnsName nsName;
  final IptablesManager iptablesManager;
  final RouterAddressScopes addressScopes;
  final RouterFloatingIps floatingIps;
  final RouterGateway gateway;
  final RouterSnatRules snatRules;

  private final RouterExternal external;
  private final RouterInternalPorts internalPorts;
  private final RouterRoutes staticRoutes;
  private final String lockName;
  private NeutronRouter router;
  private Optional<NeutronPort> exGwPort = Optional.empty();
  private Map<IpAddress, IpAddress> fipMap = Map.of();
  private List<ExtraRoute> routes = new ArrayList<>();
  private Optional<DaemonMonitor> radvd = Optional.empty();

  RouterInfo(L3NATAgent agent, NeutronRouter router) {
    this.agent = agent;
    this.routerId = router.id();
    this.router = router;
    this.agentConf = agent.conf();
    this.driver = agent.driver();
    this.ipLib = agent.ipLib();
    this.useIpv6 = true;
    this.internalPorts = agent.parts().internalPorts.maker().apply(this);
    this.staticRoutes = agent.parts().routes.maker().apply(this);
    this.floatingIps = agent.parts().floatingIps.maker().apply(this);
    this.external = agent.parts().external.maker().apply(this);
    this.gateway = agent.parts().gateway.maker().apply(this);
    this.snatRules = agent.parts().snatRules.maker().apply(this);
    this.routerNamespace =
        agent.parts().routerNamespace.maker().make(agent.namespaceTools(), routerId, useIpv6);
    this.nsName = routerNamespace.name();
    this.lockName = "router-lock-ns-" + nsName;
    this.addressScopes = agent.parts().addressScopes.maker().apply(this);
    this.iptablesManager = agent.newIptablesManager(nsName, useIpv6, InitialTables.OF_ROUTER);
    agent
        .parts()
        .metadataMarks
        .maker()
        .get()
        .initializeMetadataIptables(iptablesManager, agentConf.metadataAccessMark());
  }

  /** Makes what the router needs on the host before it can be processed. */
  void initialize() {
    radvd = Optional.of(new DaemonMonitor(agent.hostAccess(), nsName));
    routerNamespace.create();
  }

  /** Lets go of what this object shares with others, as it is forgotten. */
  void forget() {}

  /** Returns the payload last taken over. */
  NeutronRouter router() {
    return router;
  }

  /** Takes over a payload, to be processed. */
  void setRouter(NeutronRouter router) {
    this.router = Objects.requireNonNull(router);
  }

  /** Tells whether the payload asks for SNAT at the gateway. */
  boolean isSnatEnabled() {
    return router.enableSnat();
  }

  /** Returns the payload's gateway port. */
  Optional<NeutronPort> getExGwPort() {
    return router.gwPort();
  }

  /** Returns the gateway port that was processed last. */
  Optional<NeutronPort> exGwPort() {
    return exGwPort;
  }

  /** Returns the internal ports that are configured; a live list, not to be kept. */
  List<NeutronPort> internalPorts() {
    return internalPorts.ports();
  }

  /** Returns the floating IPs that the payload gives to this agent. */
  List<FloatingIp> getFloatingIps() {
    return router.floatingIps();
  }

  IfName getInternalDeviceName(String portId) {
    return agent.internalDeviceNames.of(portId);
  }

  IfName getExternalDeviceName(String portId) {
    return agent.externalDeviceNames.of(portId);
  }

  /** Returns the device that floating IPs go through; empty if it is not there. */
  Optional<IfName> getExternalDeviceInterfaceName(NeutronPort exGwPort) {
    return Optional.of(getExternalDeviceName(exGwPort.id()));
  }

  /** Notes an exception in the agent's log. */
  void log(AgentError e) {
    agent.log().exception(e);
  }

  /**
   * Brings the host in line with the payload.
   *
   * @throws AgentError whatever stopped it, logged; what was done until then stays
   */
  void process() {
    logged(this::processUpdates);
  }

  private void processUpdates() {
    internalPorts.processInternalPorts();
    processExternal();
    processAddressScope();
    routesUpdated(routes, router.routes());
    routes = new ArrayList<>(router.routes());
    exGwPort = getExGwPort();
    fipMap = new LinkedHashMap<>();
    for (FloatingIp fip : getFloatingIps()) {
      fipMap.put(fip.floatingIpAddress(), fip.fixedIpAddress());
    }
  }

  /**
   * Takes down what the router has on the host.
   *
   * <p>Models: delete; the payload is emptied, and process_delete follows it
   */
  void delete() {
    setRouter(router.withoutPorts());
    logged(this::processDelete);
    radvd.ifPresent(DaemonMonitor::disable);
    routerNamespace.delete();
  }

  private void processDelete() {
    if (routerNamespace.exists()) {
      internalPorts.processInternalPorts();
      external.processExternalOnDelete();
    }
  }

  /** Models: neutron/common/utils.py:exception_logger */
  private void logged(Runnable body) {
    try {
      body.run();
    } catch (AgentError e) {
      log(e);
      throw e;
    }
  }

  /** Follows the gateway and the floating IPs; see {@link RouterExternal}. */
  void processExternal() {
    locked(external::processExternal);
  }

  /** Does {@code body} under the lock that the agent's extensions take for this router, too. */
  private void locked(Runnable body) {
    agent.hostAccess().locked(lockName, body);
  }

  /** Writes the rules that keep traffic within its address scope. */
  void processAddressScope() {
    locked(
        () ->
            iptablesManager.deferApply(
                () -> {
                  addressScopes.processPortsAddressScopeIptables();
                  addressScopes.processFloatingIpAddressScopeRules();
                }));
  }

  /** Makes the host's static routes follow; see {@link RouterRoutes#routesUpdated}. */
  void routesUpdated(List<ExtraRoute> oldRoutes, List<ExtraRoute> newRoutes) {
    staticRoutes.routesUpdated(oldRoutes, newRoutes);
  }

  void updateRoutingTable(RouteOperation operation, ExtraRoute route) {
    updateRoutingTable(operation, route, nsName);
  }

  final void updateRoutingTable(RouteOperation operation, ExtraRoute route, NetnsName netns) {
    staticRoutes.updateRoutingTable(operation, route, netns);
  }

  void updateRoutingTableEcmp(List<ExtraRoute> routeList) {
    updateRoutingTableEcmp(routeList, nsName);
  }

  final void updateRoutingTableEcmp(List<ExtraRoute> routeList, NetnsName netns) {
    staticRoutes.updateRoutingTableEcmp(routeList, netns);
  }

  /** Returns the rules that translate a floating IP. */
  List<ChainRule> floatingForwardRules(FloatingIp fip) {
    return FloatingIpRules.onGateway(fip, iptablesManager.randomFully());
  }

  /** Returns the rules that carry a floating IP's traffic into the scope of its fixed address. */
  List<ChainRule> floatingMangleRules(FloatingIp fip, Fwmark internalMark) {
    return FloatingIpRules.mangle(fip, Optional.empty(), internalMark);
  }

  void processFloatingIpNatRules() {
    floatingIps.processFloatingIpNatRules();
  }

  /** Returns the floating IPs (as {@code ADDRESS/32}) and other addresses that are configured. */
  PySet<IpInterface> getRouterCidrs(IpDevice device) {
    return addressesOf(device);
  }

  /** Returns the addresses of a device. */
  static PySet<IpInterface> addressesOf(IpDevice device) {
    PySet<IpInterface> cidrs = RouterFloatingIps.newCidrSet();
    for (AgentIpAddress address : device.addr().list()) {
      cidrs.add(address.cidr());
    }
    return cidrs;
  }

  /** Returns the addresses of the centralised gateway device, floating IPs among them. */
  PySet<IpInterface> getCentralizedFipCidrSet() {
    return RouterFloatingIps.newCidrSet();
  }

  /** Configures a floating IP. */
  abstract FloatingIpStatus addFloatingIp(FloatingIp fip, IfName interfaceName, IpDevice device);

  void removeFloatingIp(IpDevice device, IpInterface ipCidr) {
    device.deleteAddrAndConntrackState(ipCidr);
  }

  /** Follows a floating IP that now belongs to another fixed address. */
  FloatingIpStatus moveFloatingIp(FloatingIp fip) {
    return FloatingIpStatus.ACTIVE;
  }

  /** Takes a floating IP that was centralised to this host. */
  FloatingIpStatus migrateCentralizedFloatingIp(
      FloatingIp fip, IfName interfaceName, IpDevice device) {
    return FloatingIpStatus.NOCHANGE;
  }

  /** Tells whether a floating IP had another fixed address when it was processed last. */
  final boolean hasMoved(FloatingIp fip) {
    IpAddress fixed = fipMap.get(fip.floatingIpAddress());
    return fixed != null && !fixed.equals(fip.fixedIpAddress());
  }

  /** Tells whether a floating IP is bound to this agent's host. */
  boolean isHostOf(FloatingIp fip) {
    return false;
  }

  void internalNetworkAdded(NeutronPort port) {
    Host.Doing scope = agent.doing("RouterInfo.internal_network_added");
    try (scope) {
      internalNetworkAdded(nsName, port, getInternalDeviceName(port.id()));
    }
  }

  /** Plugs and configures a port's device in {@code netns}, and tells the link about it. */
  final void internalNetworkAdded(NetnsName netns, NeutronPort port, IfName interfaceName) {
    driver.plug(port.networkId(), port.id(), interfaceName, port.macAddress(), netns, port.mtu());
    driver.initRouterPort(
        interfaceName, fixedIpCidrs(port.fixedIps()), netns, List.of(), List.of(), false);
    for (FixedIp fixedIp : port.fixedIps()) {
      ipLib.sendIpAddrAdvNotif(netns, interfaceName, fixedIp.ipAddress());
    }
  }

  void internalNetworkRemoved(NeutronPort port) {
    Host.Doing scope = agent.doing("RouterInfo.internal_network_removed");
    try (scope) {
      IfName interfaceName = getInternalDeviceName(port.id());
      if (ipLib.deviceExists(interfaceName, nsName)) {
        driver.unplug(interfaceName, nsName);
      }
    }
  }

  void internalNetworkUpdated(NeutronPort port) {
    Host.Doing scope = agent.doing("RouterInfo.internal_network_updated");
    try (scope) {
      IfName interfaceName = getInternalDeviceName(port.id());
      driver.setMtu(interfaceName, mtuOf(port), nsName);
      driver.initRouterPort(
          interfaceName, fixedIpCidrs(port.fixedIps()), nsName, List.of(), List.of(), false);
    }
  }

  /** Returns a port's MTU, which must be told. */
  static int mtuOf(NeutronPort port) {
    return port.mtu().orElseThrow(() -> PythonError.keyError("mtu"));
  }

  void enableRadvd(List<NeutronPort> ports) {
    radvd.orElseThrow(() -> PythonError.attributeOfNone("enable")).enable(ports);
  }

  final List<IfName> getExistingDevices() {
    return ipLib.getDevices(nsName);
  }

  /** Takes away redirections to a gateway that is gone; only distributed routers have them. */
  void gatewayRedirectCleanup(IfName internalDevice) {}

  void externalGatewayAdded(NeutronPort exGwPort, IfName interfaceName) {
    externalGatewayConfigured(exGwPort, interfaceName);
  }

  void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
    externalGatewayConfigured(exGwPort, interfaceName);
  }

  private void externalGatewayConfigured(NeutronPort exGwPort, IfName interfaceName) {
    gateway.externalGatewayAdded(
        exGwPort, interfaceName, nsName, RouterFloatingIps.cidrsOf(getFloatingIps()));
  }

  void externalGatewayRemoved(NeutronPort exGwPort, IfName interfaceName) {
    IpDevice device = ipLib.device(interfaceName, nsName);
    for (FixedIp fixedIp : exGwPort.fixedIps()) {
      device.deleteAddrAndConntrackState(fixedIp.cidr());
    }
    driver.unplug(interfaceName, nsName);
  }

  void deleteStaleExternalDevices(Optional<IfName> interfaceName) {
    gateway.deleteStaleExternalDevices(getExistingDevices(), interfaceName, nsName);
  }

  void handleRouterSnatRules(Optional<NeutronPort> exGwPort, Optional<IfName> interfaceName) {
    snatRules.handleRouterSnatRules(exGwPort, interfaceName);
  }

  ScopeMarks getAddressScopeMark() {
    return addressScopes.getAddressScopeMark();
  }

  /** Models: neutron/common/utils.py:fixed_ip_cidrs */
  static List<IpInterface> fixedIpCidrs(List<FixedIp> fixedIps) {
    List<IpInterface> cidrs = new ArrayList<>(fixedIps.size());
    for (FixedIp fixedIp : fixedIps) {
      cidrs.add(fixedIp.cidr());
    }
    return cidrs;
  }
}
