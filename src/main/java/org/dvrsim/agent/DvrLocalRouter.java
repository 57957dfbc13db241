package org.dvrsim.agent;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * A distributed router's part on a host: its interfaces, the floating IPs of the host's instances
 * through the fip namespace, and the redirection of everything else to the centralised SNAT.
 *
 * <p>Parts have classes of their own: {@link DvrInternalPorts}, {@link DvrGateway}, {@link
 * DvrFipConnection}, {@link DvrFloatingIps}, {@link DvrNatRules}, {@link DvrArpEntries}, {@link
 * SnatRedirect}, {@link FastPathExit}.
 *
 * <p>Models: neutron/agent/l3/dvr_local_router.py
 */
class DvrLocalRouter extends DvrRouterBase {
  private final DvrFloatingIps dvrFloatingIps = agent.parts().dvrFloatingIps.maker().apply(this);
  private final DvrArpEntries arpEntries = agent.parts().arpEntries.maker().apply(this);
  private final SnatRedirect snatRedirect = agent.parts().snatRedirect.maker().apply(this);
  private final FastPathExit fastPathExit = agent.parts().fastPathExit.maker().apply(this);
  private final DvrFipConnection fipConnection = agent.parts().fipConnection.maker().apply(this);
  private final DvrInternalPorts dvrInternalPorts =
      agent.parts().dvrInternalPorts.maker().apply(this);
  private final DvrGateway dvrGateway = agent.parts().dvrGateway.maker().apply(this);
  private final DvrNatRules natRules = agent.parts().natRules.maker().apply(this);
  private Optional<LinkLocalAddressPair> rtrFipSubnet = Optional.empty();
  private Optional<FipNamespace> fipNs = Optional.empty();

  DvrLocalRouter(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
  }

  @Override
  void initialize() {
    super.initialize();
    loadFloatingIps();
  }

  /** Remembers the floating IPs' rules. */
  final void loadFloatingIps() {
    dvrFloatingIps.loadUsedFipInformation();
  }

  /** Returns the fip namespace of the external network last processed. */
  final Optional<FipNamespace> fipNs() {
    return fipNs;
  }

  /** Returns the fip namespace, which the caller takes to be there. */
  final FipNamespace requireFipNs() {
    return fipNs.orElseThrow(() -> PythonError.attributeOfNone("get_int_device_name"));
  }

  /** Returns the addresses of the link to the fip namespace, picked now if need be. */
  final LinkLocalAddressPair rtrFipSubnet() {
    if (rtrFipSubnet.isEmpty()) {
      rtrFipSubnet = Optional.of(requireFipNs().localSubnets().allocate(routerId));
    }
    return rtrFipSubnet.get();
  }

  /** Returns the addresses of the link to the fip namespace if they were picked before. */
  final Optional<LinkLocalAddressPair> knownRtrFipSubnet() {
    if (rtrFipSubnet.isEmpty()) {
      rtrFipSubnet = requireFipNs().localSubnets().lookup(routerId);
    }
    return rtrFipSubnet;
  }

  /** Tells whether the addresses of the link to the fip namespace are at hand already. */
  final boolean isRtrFipSubnetAtHand() {
    return rtrFipSubnet.isPresent();
  }

  /** Forgets the addresses of the link to the fip namespace. */
  final void forgetRtrFipSubnet() {
    rtrFipSubnet = Optional.empty();
  }

  /** Tells whether the agent has no external connectivity of its own. */
  final boolean isNoExternal() {
    return agentConf.agentMode() == AgentMode.DVR_NO_EXTERNAL;
  }

  final DvrArpEntries arpEntries() {
    return arpEntries;
  }

  final SnatRedirect snatRedirect() {
    return snatRedirect;
  }

  final FastPathExit fastPathExit() {
    return fastPathExit;
  }

  final DvrFipConnection fipConnection() {
    return fipConnection;
  }

  @Override
  void process() {
    Optional<NeutronPort> exGwPort = getExGwPort();
    if (exGwPort.isPresent() && needsFipNs()) {
      setFipNs(agent.dvr().getFipNs(exGwPort.get().networkId()));
      requireFipNs().scanFipPorts(this);
    }
    super.process();
  }

  /** Tells whether a router with gateway has an object of the fip namespace on this host. */
  boolean needsFipNs() {
    return true;
  }

  /** Keeps a fip namespace alive, and lets go of the one before. */
  private void setFipNs(FipNamespace next) {
    Optional<FipNamespace> before = fipNs;
    if (before.isPresent() && before.get() == next) {
      return;
    }
    next.hold();
    fipNs = Optional.of(next);
    before.ifPresent(
        old -> {
          old.release();
          agent.dvr().forgetIfUnused(old);
        });
  }

  /** Lets go of the fip namespace, as this object is forgotten. */
  @Override
  void forget() {
    fipNs.ifPresent(
        held -> {
          held.release();
          agent.dvr().forgetIfUnused(held);
        });
  }

  @Override
  void processExternal() {
    Optional<NeutronPort> exGwPort = getExGwPort();
    if (!isNoExternal() && exGwPort.isPresent()) {
      fipConnection.connect(exGwPort.get());
    }
    super.processExternal();
  }

  @Override
  void internalNetworkAdded(NeutronPort port) {
    super.internalNetworkAdded(port);
    dvrInternalPorts.added(port);
  }

  @Override
  void internalNetworkRemoved(NeutronPort port) {
    dvrInternalNetworkRemoved(port);
    super.internalNetworkRemoved(port);
  }

  /** Takes away what leads to a port that is about to go. */
  void dvrInternalNetworkRemoved(NeutronPort port) {
    dvrInternalPorts.removed(port);
  }

  @Override
  void externalGatewayAdded(NeutronPort exGwPort, IfName interfaceName) {
    dvrGateway.added(exGwPort);
  }

  @Override
  void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {}

  @Override
  void externalGatewayRemoved(NeutronPort exGwPort, IfName interfaceName) {
    removeFromOwnNamespace(exGwPort);
  }

  /** Takes away what the gateway brought into the router's own namespace. */
  final void removeFromOwnNamespace(NeutronPort exGwPort) {
    dvrGateway.removed(exGwPort);
  }

  @Override
  void gatewayRedirectCleanup(IfName internalDevice) {
    snatRedirect.gatewayRedirectCleanup(internalDevice);
  }

  @Override
  Optional<IfName> getExternalDeviceInterfaceName(NeutronPort exGwPort) {
    FipNamespace namespace = requireFipNs();
    return ipLib.deviceExists(namespace.getIntDeviceName(routerId), namespace.name())
        ? Optional.of(namespace.getRtrExtDeviceName(routerId))
        : Optional.empty();
  }

  @Override
  void handleRouterSnatRules(Optional<NeutronPort> exGwPort, Optional<IfName> interfaceName) {
    natRules.handleRouterSnatRules();
  }

  /** Marks the link to the fip namespace as the external port. */
  @Override
  ScopeMarks getAddressScopeMark() {
    ScopeMarks marks = addressScopes.internalMarks();
    Optional<NeutronPort> exGwPort = getExGwPort();
    Optional<IfName> extDevice = exGwPort.flatMap(this::getExternalDeviceInterfaceName);
    if (extDevice.isPresent()) {
      marks.update(
          addressScopes.getPortDevicenameScopemark(
              List.of(exGwPort.get()), port -> extDevice.get()));
    }
    return marks;
  }

  @Override
  List<ChainRule> floatingForwardRules(FloatingIp fip) {
    return natRules.floatingForwardRules(fip);
  }

  @Override
  List<ChainRule> floatingMangleRules(FloatingIp fip, Fwmark internalMark) {
    return natRules.floatingMangleRules(fip, internalMark);
  }

  @Override
  PySet<IpInterface> getRouterCidrs(IpDevice device) {
    return getRouterCidrsOfFip(device);
  }

  /**
   * Returns the floating IPs that the fip namespace has routes for: the link's own device carries
   * no floating IP.
   */
  final PySet<IpInterface> getRouterCidrsOfFip(IpDevice device) {
    PySet<IpInterface> cidrs = RouterFloatingIps.newCidrSet();
    if (fipNs.isEmpty()) {
      return cidrs;
    }
    FipNamespace namespace = fipNs.get();
    IpDevice fipDevice = ipLib.device(namespace.getIntDeviceName(routerId), namespace.name());
    if (!fipDevice.exists()) {
      return cidrs;
    }
    for (IpPrefix destination :
        fipDevice.route().listDestinations(IpFamily.V4, fipConnection.routerEnd())) {
      cidrs.add(new IpInterface(destination.address(), destination.length()));
    }
    return cidrs;
  }

  @Override
  boolean isHostOf(FloatingIp fip) {
    return fip.host().filter(host::equals).isPresent();
  }

  @Override
  FloatingIpStatus addFloatingIp(FloatingIp fip, IfName interfaceName, IpDevice device) {
    return dvrFloatingIps.floatingIpAddedDist(fip);
  }

  @Override
  void removeFloatingIp(IpDevice device, IpInterface ipCidr) {
    dvrFloatingIps
        .floatingIpRemovedDist(ipCidr)
        .ifPresent(fip2RtrDevice -> dvrFloatingIps.endConnections(fip2RtrDevice, ipCidr));
  }

  @Override
  FloatingIpStatus moveFloatingIp(FloatingIp fip) {
    dvrFloatingIps.floatingIpMovedDist(fip);
    return FloatingIpStatus.ACTIVE;
  }

  @Override
  FloatingIpStatus migrateCentralizedFloatingIp(
      FloatingIp fip, IfName interfaceName, IpDevice device) {
    return dvrFloatingIps.migrateCentralized(fip);
  }

  /** Configures a centralised floating IP; only where the SNAT is. */
  FloatingIpStatus addCentralizedFloatingip(FloatingIp fip, IpInterface fipCidr) {
    return FloatingIpStatus.NONE;
  }

  /** Takes a centralised floating IP away; only where the SNAT is. */
  void removeCentralizedFloatingip(IpInterface fipCidr) {}

  /** Installs a static route in the fip namespace too, if its next hop is on the external net. */
  @Override
  void updateRoutingTable(RouteOperation operation, ExtraRoute route) {
    Optional<NeutronPort> agentGatewayPort = fipNs.flatMap(FipNamespace::agentGatewayPort);
    if (agentGatewayPort.isPresent()
        && isRouteApplicableToFipNamespace(route, agentGatewayPort.get())) {
      TableId table = TableId.of(SnatRedirect.getSnatIdx(rtrFipSubnet().fip2Rtr()));
      requireFipNs().updateNextHopRoute(operation, route, table);
    }
    super.updateRoutingTable(operation, route);
  }

  /** Models: _check_if_route_applicable_to_fip_namespace */
  boolean isRouteApplicableToFipNamespace(ExtraRoute route, NeutronPort agentGatewayPort) {
    for (FixedIp fixedIp : agentGatewayPort.fixedIps()) {
      if (fixedIp.cidr().network().contains(route.nexthop())) {
        return true;
      }
    }
    return false;
  }
}
