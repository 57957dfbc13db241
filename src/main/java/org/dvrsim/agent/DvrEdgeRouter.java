package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * A distributed router on a host that may have its centralised SNAT: a namespace of its own with
 * the gateway ({@code qg-}) and a port on each internal network ({@code sg-}).
 *
 * <p>Models: neutron/agent/l3/dvr_edge_router.py
 */
class DvrEdgeRouter extends DvrLocalRouter {
  private final SnatNamespace snatNamespace;
  private final CentralizedFloatingIps centralized =
      agent.parts().centralizedFloatingIps.maker().apply(this);
  private Optional<IptablesManager> snatIptablesManager = Optional.empty();

  DvrEdgeRouter(L3NATAgent agent, NeutronRouter router) {
    super(agent, router);
    this.snatNamespace =
        agent.parts().snatNamespace.maker().make(agent.namespaceTools(), routerId, useIpv6);
  }

  @Override
  void initialize() {
    createSnatNamespace();
    super.initialize();
  }

  SnatNamespace snatNamespace() {
    return snatNamespace;
  }

  NetnsName snatNsName() {
    return snatNamespace.name();
  }

  /** Returns the rules of the snat namespace; empty before the gateway was set up here. */
  Optional<IptablesManager> snatIptablesManager() {
    return snatIptablesManager;
  }

  /** Tells whether the payload puts the SNAT on this host. */
  boolean isThisSnatHost() {
    return router().gwPortHost().filter(host::equals).isPresent();
  }

  final void createSnatNamespace() {
    if (isThisSnatHost()) {
      snatNamespace.create();
    }
  }

  @Override
  void externalGatewayAdded(NeutronPort exGwPort, IfName interfaceName) {
    super.externalGatewayAdded(exGwPort, interfaceName);
    if (isThisSnatHost()) {
      createDvrGateway(exGwPort, interfaceName);
      routesUpdated(new ArrayList<>(), router().routes());
    } else if (snatNamespace.exists()) {
      // The SNAT moved while the agent was not there to see it.
      externalGatewayRemovedFromHere(exGwPort, interfaceName);
    }
  }

  /** Takes down a SNAT that is on another host now. */
  void externalGatewayRemovedFromHere(NeutronPort exGwPort, IfName interfaceName) {
    externalGatewayRemoved(exGwPort, interfaceName);
  }

  void createDvrGateway(NeutronPort exGwPort, IfName gwInterfaceName) {
    Host.Doing scope = agent.doing("DvrEdgeRouter._create_dvr_gateway");
    try (scope) {
      ensureSnatNamespace();
      for (NeutronPort port : getSnatInterfaces()) {
        plugSnatPort(port);
      }
      gateway.externalGatewayAdded(exGwPort, gwInterfaceName, snatNsName(), List.of());
    }
    snatIptablesManager =
        Optional.of(agent.newIptablesManager(snatNsName(), useIpv6, InitialTables.OF_ROUTER));
  }

  /** Makes the snat namespace if it is not there, as where the SNAT just came. */
  void ensureSnatNamespace() {
    if (!snatNamespace.exists()) {
      createSnatNamespace();
    }
  }

  final void plugSnatPort(NeutronPort port) {
    agent
        .hostAccess()
        .doing(
            "DvrEdgeRouter._plug_snat_port",
            () -> internalNetworkAdded(snatNsName(), port, getSnatIntDeviceName(port)));
  }

  final IfName getSnatIntDeviceName(NeutronPort port) {
    return agent.snatIntDeviceNames.of(port.id());
  }

  @Override
  void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
    if (!isThisSnatHost()) {
      if (snatNamespace.exists()) {
        driver.unplug(interfaceName, snatNsName());
        snatNamespace.delete();
      }
      return;
    }
    if (!snatNamespace.exists()) {
      externalGatewayAdded(exGwPort, interfaceName);
      return;
    }
    gateway.externalGatewayAdded(
        exGwPort, interfaceName, snatNsName(), listCentralizedFloatingIpCidrs());
  }

  final List<IpPrefix> listCentralizedFloatingIpCidrs() {
    List<FloatingIp> fips = new ArrayList<>();
    for (FloatingIp fip : getFloatingIps()) {
      if (fip.dvrSnatBound()) {
        fips.add(fip);
      }
    }
    return RouterFloatingIps.cidrsOf(fips);
  }

  @Override
  void externalGatewayRemoved(NeutronPort exGwPort, IfName interfaceName) {
    removeFromOwnNamespace(exGwPort);
    if (isThisSnatHost() || snatNamespace.exists()) {
      driver.unplug(interfaceName, snatNsName());
    }
    if (snatNamespace.exists()) {
      snatNamespace.delete();
    }
  }

  @Override
  void internalNetworkAdded(NeutronPort port) {
    super.internalNetworkAdded(port);
    if (isThisSnatHost()) {
      getSnatPortForInternalPort(port).ifPresent(snatPort -> plugSnatPortBeside(port, snatPort));
    }
  }

  /** Plugs the SNAT port beside an internal port that was just plugged. */
  void plugSnatPortBeside(NeutronPort port, NeutronPort snatPort) {
    plugSnatPort(snatPort);
  }

  @Override
  void internalNetworkUpdated(NeutronPort port) {
    super.internalNetworkUpdated(port);
    setSnatInterfaceMtu(port);
  }

  /** Has the SNAT port beside an internal port follow its MTU. */
  void setSnatInterfaceMtu(NeutronPort port) {
    if (isThisSnatHost()) {
      getSnatPortForInternalPort(port)
          .ifPresent(
              snatPort -> driver.setMtu(getSnatIntDeviceName(snatPort), mtuOf(port), snatNsName()));
    }
  }

  @Override
  void dvrInternalNetworkRemoved(NeutronPort port) {
    super.dvrInternalNetworkRemoved(port);
    if (exGwPort().isEmpty()) {
      return;
    }
    Optional<NeutronPort> snatPort = getKnownSnatPortForInternalPort(port);
    if (snatPort.isPresent() && isThisSnatHost()) {
      IfName snatInterface = getSnatIntDeviceName(snatPort.get());
      if (ipLib.deviceExists(snatInterface, snatNsName())) {
        driver.unplug(snatInterface, snatNsName());
      }
    }
  }

  @Override
  void handleRouterSnatRules(Optional<NeutronPort> exGwPort, Optional<IfName> interfaceName) {
    super.handleRouterSnatRules(exGwPort, interfaceName);
    if (!isThisSnatHost() || getExGwPort().isEmpty() || snatIptablesManager.isEmpty()) {
      return;
    }
    IptablesManager iptables = snatIptablesManager.get();
    iptables.deferApply(
        () -> {
          RouterSnatRules.emptySnatChains(iptables);
          iptables
              .ipv4("nat")
              .by("DvrEdgeRouter._handle_router_snat_rules")
              .addRule("snat", "-j $float-snat");
          snatRules.addSnatRules(exGwPort, iptables, interfaceName);
        });
  }

  /** Static routes go to the snat namespace too. */
  @Override
  void updateRoutingTable(RouteOperation operation, ExtraRoute route) {
    if (shouldUpdateSnatRoutingTable()) {
      updateRoutingTable(operation, route, snatNsName());
    }
    super.updateRoutingTable(operation, route);
  }

  @Override
  void updateRoutingTableEcmp(List<ExtraRoute> routeList) {
    if (shouldUpdateSnatRoutingTable()) {
      updateSnatRoutingTableEcmp(routeList);
    }
    super.updateRoutingTableEcmp(routeList);
  }

  /** Installs a multipath route in the snat namespace. */
  void updateSnatRoutingTableEcmp(List<ExtraRoute> routeList) {
    updateRoutingTableEcmp(routeList, snatNsName());
  }

  boolean shouldUpdateSnatRoutingTable() {
    return getExGwPort().isPresent() && isThisSnatHost() && snatNamespace.exists();
  }

  @Override
  void delete() {
    super.delete();
    if (snatNamespace.exists()) {
      snatNamespace.delete();
    }
  }

  @Override
  void processAddressScope() {
    super.processAddressScope();
    if (!isThisSnatHost() || snatIptablesManager.isEmpty()) {
      return;
    }
    ScopeMarks marks =
        addressScopes.getPortDevicenameScopemark(getSnatInterfaces(), this::getSnatIntDeviceName);
    getExGwPort()
        .ifPresent(
            port ->
                marks.update(
                    addressScopes.getPortDevicenameScopemark(
                        List.of(port), p -> getExternalDeviceName(p.id()))));
    IptablesManager iptables = snatIptablesManager.get();
    iptables.deferApply(() -> addressScopes.addAddressScopeMark(iptables, marks));
  }

  @Override
  void deleteStaleExternalDevices(Optional<IfName> interfaceName) {
    if (snatNamespace.exists()) {
      gateway.deleteStaleExternalDevices(
          ipLib.getDevices(snatNsName()), interfaceName, snatNsName());
    }
  }

  @Override
  PySet<IpInterface> getCentralizedFipCidrSet() {
    return centralized.getCentralizedFipCidrSet();
  }

  /** Returns the floating IPs of the fip namespace and those of the snat namespace. */
  @Override
  PySet<IpInterface> getRouterCidrs(IpDevice device) {
    return getRouterCidrsOfFip(device).union(getCentralizedFipCidrSet());
  }

  @Override
  FloatingIpStatus addCentralizedFloatingip(FloatingIp fip, IpInterface fipCidr) {
    return centralized.add(fip, fipCidr);
  }

  @Override
  void removeCentralizedFloatingip(IpInterface fipCidr) {
    centralized.remove(fipCidr);
  }

  @Override
  void processFloatingIpNatRules() {
    if (isThisSnatHost() && snatIptablesManager.isPresent()) {
      centralized.processNatRules();
    }
    super.processFloatingIpNatRules();
  }
}
