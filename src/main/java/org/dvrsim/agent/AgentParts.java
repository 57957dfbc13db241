package org.dvrsim.agent;

import java.nio.file.Path;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;

/**
 * Makes the parts of which an agent consists.
 *
 * <p>They are those of Neutron 26.0.3 ({@link #ofNeutron2025}), unless a known bug put another in
 * the place of one ({@link KnownBugs}).
 */
public final class AgentParts {
  private static final AgentParts OF_NEUTRON_2025 = new AgentParts();

  // The agent as a whole.

  final Part<Function<L3NATAgent, DvrAgentMixin>> dvrAgentMixin =
      new Part<>("DvrAgentMixin", DvrAgentMixin::new);
  final Part<Supplier<ResourceProcessingQueue<RouterUpdateAction, UpdateResource>>> queue =
      new Part<>("ResourceProcessingQueue", ResourceProcessingQueue::new);
  final Part<BiFunction<L3NATAgent, RouterLifecycle, RouterUpdates>> routerUpdates =
      new Part<>("RouterUpdates", RouterUpdates::new);
  final Part<Function<L3NATAgent, RouterLifecycle>> routerLifecycle =
      new Part<>("RouterLifecycle", RouterLifecycle::new);
  final Part<BiFunction<L3NATAgent, RouterUpdates, FullSync>> fullSync =
      new Part<>("FullSync", FullSync::new);
  final Part<Function<L3NATAgent, StateReports>> stateReports =
      new Part<>("StateReports", StateReports::new);
  final Part<NamespaceManagerMaker> namespaceManager =
      new Part<>("NamespaceManager", NamespaceManager::new);
  final Part<BiFunction<HostAccess, AgentConf, MetadataDriver>> metadataDriver =
      new Part<>("MetadataDriver", MetadataDriver::new);

  // What reaches the host.

  final Part<Function<HostAccess, PrivilegedIpLib>> privilegedIpLib =
      new Part<>("PrivilegedIpLib", PrivilegedIpLib::new);
  final Part<BiFunction<HostAccess, PrivilegedIpLib, IpLib>> ipLib =
      new Part<>("IpLib", IpLib::new);
  final Part<BiFunction<HostAccess, IpLib, InterfaceDriver>> interfaceDriver =
      new Part<>("InterfaceDriver", InterfaceDriver::new);
  final Part<IptablesManagerMaker> iptablesManager =
      new Part<>("IptablesManager", IptablesManager::new);

  // Namespaces.

  final Part<Supplier<NamespaceSettings>> namespaceSettings =
      new Part<>("NamespaceSettings", NamespaceSettings::new);
  final Part<NamespaceMaker<RouterNamespace>> routerNamespace =
      new Part<>("RouterNamespace", RouterNamespace::new);
  final Part<NamespaceMaker<SnatNamespace>> snatNamespace =
      new Part<>("SnatNamespace", SnatNamespace::new);
  final Part<FipNamespaceMaker> fipNamespace = new Part<>("FipNamespace", FipNamespace::new);
  final Part<Function<FipNamespace, RtrFipLink>> rtrFipLink =
      new Part<>("RtrFipLink", RtrFipLink::new);
  final Part<RulePrioritiesMaker> rulePriorities =
      new Part<>("FipRulePriorityAllocator", FipRulePriorityAllocator::new);
  final Part<LocalSubnetsMaker> localSubnets =
      new Part<>("LinkLocalAllocator", LinkLocalAllocator::new);

  // Routers.

  final Part<RouterMaker<LegacyRouter>> legacyRouter =
      new Part<>("LegacyRouter", LegacyRouter::new);
  final Part<RouterMaker<DvrLocalRouter>> localRouter =
      new Part<>("DvrLocalRouter", DvrLocalRouter::new);
  final Part<RouterMaker<DvrEdgeRouter>> edgeRouter =
      new Part<>("DvrEdgeRouter", DvrEdgeRouter::new);
  final Part<Function<RouterInfo, RouterInternalPorts>> internalPorts =
      new Part<>("RouterInternalPorts", RouterInternalPorts::new);
  final Part<Function<RouterInfo, RouterExternal>> external =
      new Part<>("RouterExternal", RouterExternal::new);
  final Part<Function<RouterInfo, RouterRoutes>> routes =
      new Part<>("RouterRoutes", RouterRoutes::new);
  final Part<Function<RouterInfo, RouterFloatingIps>> floatingIps =
      new Part<>("RouterFloatingIps", RouterFloatingIps::new);
  final Part<Function<RouterInfo, RouterGateway>> gateway =
      new Part<>("RouterGateway", RouterGateway::new);
  final Part<Function<RouterInfo, RouterSnatRules>> snatRules =
      new Part<>("RouterSnatRules", RouterSnatRules::new);
  final Part<Supplier<MetadataMarks>> metadataMarks =
      new Part<>("MetadataMarks", MetadataMarks::new);
  final Part<Function<RouterInfo, RouterAddressScopes>> addressScopes =
      new Part<>("RouterAddressScopes", RouterAddressScopes::new);
  final Part<Function<DvrRouterBase, SnatPorts>> snatPorts =
      new Part<>("SnatPorts", SnatPorts::new);
  final Part<Function<DvrLocalRouter, DvrInternalPorts>> dvrInternalPorts =
      new Part<>("DvrInternalPorts", DvrInternalPorts::new);
  final Part<Function<DvrLocalRouter, DvrGateway>> dvrGateway =
      new Part<>("DvrGateway", DvrGateway::new);
  final Part<Function<DvrLocalRouter, DvrFipConnection>> fipConnection =
      new Part<>("DvrFipConnection", DvrFipConnection::new);
  final Part<Function<DvrLocalRouter, DvrNatRules>> natRules =
      new Part<>("DvrNatRules", DvrNatRules::new);
  final Part<Function<DvrLocalRouter, DvrFloatingIps>> dvrFloatingIps =
      new Part<>("DvrFloatingIps", DvrFloatingIps::new);
  final Part<Function<DvrLocalRouter, DvrArpEntries>> arpEntries =
      new Part<>("DvrArpEntries", DvrArpEntries::new);
  final Part<Function<DvrLocalRouter, SnatRedirect>> snatRedirect =
      new Part<>("SnatRedirect", SnatRedirect::new);
  final Part<Function<DvrLocalRouter, FastPathExit>> fastPathExit =
      new Part<>("FastPathExit", FastPathExit::new);
  final Part<Function<DvrEdgeRouter, CentralizedFloatingIps>> centralizedFloatingIps =
      new Part<>("CentralizedFloatingIps", CentralizedFloatingIps::new);

  private final Set<ServerHabit> serverHabits = EnumSet.noneOf(ServerHabit.class);

  AgentParts() {}

  /**
   * Has the server do what a known bug needs to show.
   *
   * @throws IllegalArgumentException if another bug has it do so already
   */
  void expect(ServerHabit habit) {
    if (!serverHabits.add(habit)) {
      throw new IllegalArgumentException("both change what the server tells (" + habit + ")");
    }
  }

  /** Returns what servers of earlier releases did that an agent of these parts is to meet. */
  public Set<ServerHabit> serverHabits() {
    return Collections.unmodifiableSet(serverHabits);
  }

  /** Returns the parts as Neutron 26.0.3 has them. */
  public static AgentParts ofNeutron2025() {
    return OF_NEUTRON_2025;
  }

  /** Makes a router's object. */
  @FunctionalInterface
  interface RouterMaker<R extends RouterInfo> {
    R make(L3NATAgent agent, NeutronRouter router);
  }

  /** Makes the object of a router's namespace. */
  @FunctionalInterface
  interface NamespaceMaker<N extends Namespace> {
    N make(NamespaceTools tools, String routerId, boolean useIpv6);
  }

  /** Makes the object of an external network's namespace. */
  @FunctionalInterface
  interface FipNamespaceMaker {
    FipNamespace make(L3NATAgent agent, String extNetId, boolean useIpv6);
  }

  /** Makes the allocator of floating IPs' priorities. */
  @FunctionalInterface
  interface RulePrioritiesMaker {
    FipRulePriorityAllocator make(
        HostAccess host, Path stateFile, int start, int end, AllocationPolicy policy);
  }

  /** Makes the allocator of links' addresses. */
  @FunctionalInterface
  interface LocalSubnetsMaker {
    LinkLocalAllocator make(
        HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy);
  }

  /** Makes the manager of a namespace's packet filter. */
  @FunctionalInterface
  interface IptablesManagerMaker {
    IptablesManager make(HostAccess host, NetnsName netns, boolean useIpv6, IptablesTables initial);
  }

  /** Makes the manager of namespaces. */
  @FunctionalInterface
  interface NamespaceManagerMaker {
    NamespaceManager make(
        HostAccess host,
        IpLib ipLib,
        MetadataDriver metadataDriver,
        Map<String, Function<String, Namespace>> nsPrefixToClassMap);
  }

  // How the agent's classes ask for their parts.

  IpLib newIpLib(HostAccess host) {
    return ipLib.maker().apply(host, privilegedIpLib.maker().apply(host));
  }

  NamespaceTools newNamespaceTools(HostAccess host, IpLib ipLib, InterfaceDriver driver) {
    return new NamespaceTools(host, ipLib, driver, namespaceSettings.maker().get());
  }

  RouterInfo newRouter(L3NATAgent agent, NeutronRouter router) {
    if (!router.distributed()) {
      return legacyRouter.maker().make(agent, router);
    }
    return agent.conf().agentMode() == AgentMode.DVR_SNAT
        ? edgeRouter.maker().make(agent, router)
        : localRouter.maker().make(agent, router);
  }
}
