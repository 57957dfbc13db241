package org.dvrsim.agent;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * One running L3 agent: what the server calls, the routers in its care, and the work that waits.
 *
 * <p>Calls of the server only queue work; {@link #processUpdate} does one piece of it, {@link
 * #drain} all. A restart is a new agent on the same host, whose first work is {@link #fullSync}.
 *
 * <p>{@link RouterUpdates} works on the queue, {@link RouterLifecycle} adds and removes routers,
 * {@link FullSync} asks the server for all of them.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgent, neutron/agent/l3/dvr.py:AgentMixin
 */
public final class L3NATAgent {
  private final AgentConf conf;
  private final L3PluginApi pluginRpc;
  private final AllocationPolicy allocationPolicy;
  private final AgentLog log = new AgentLog();
  private final HostAccess hostAccess;
  private final IpLib ipLib;
  private final InterfaceDriver driver;
  private final NamespaceTools namespaceTools;
  private final MetadataDriver metadataDriver;
  private final NamespaceManager namespacesManager;
  private final RouterUpdates updates;
  private final FullSync fullSync;
  private final Map<String, RouterInfo> routerInfo = new LinkedHashMap<>();
  private final CycleCollector collector;
  private final List<RouterInfo> discarded = new ArrayList<>();
  private final Map<String, FipNamespace> fipNamespaces = new LinkedHashMap<>();
  private final Host host;
  private boolean fullSyncDue = true;

  /**
   * Starts an agent in a process of its own.
   *
   * @param allocationPolicy which free item a state file's allocator picks
   */
  public L3NATAgent(
      Host host, AgentConf conf, L3PluginApi pluginRpc, AllocationPolicy allocationPolicy) {
    this(host, conf, pluginRpc, allocationPolicy, new CycleCollector());
  }

  /**
   * Starts an agent in a process that may have run others before.
   *
   * @param allocationPolicy which free item a state file's allocator picks
   */
  public L3NATAgent(
      Host host,
      AgentConf conf,
      L3PluginApi pluginRpc,
      AllocationPolicy allocationPolicy,
      CycleCollector collector) {
    this.collector = Objects.requireNonNull(collector);
    this.host = Objects.requireNonNull(host);
    this.conf = Objects.requireNonNull(conf);
    this.pluginRpc = Objects.requireNonNull(pluginRpc);
    this.allocationPolicy = Objects.requireNonNull(allocationPolicy);
    this.hostAccess = new HostDoor(host, log::exception);
    this.ipLib = new IpLib(hostAccess);
    this.driver = new InterfaceDriver(hostAccess, ipLib);
    this.namespaceTools = new NamespaceTools(hostAccess, ipLib, driver);
    this.metadataDriver =
        new MetadataDriver(
            hostAccess,
            conf.metadataPort(),
            "0x" + Integer.toHexString(conf.metadataAccessMark().value()),
            true);
    this.namespacesManager =
        new NamespaceManager(
            hostAccess,
            ipLib,
            metadataDriver,
            Map.<String, Function<String, Namespace>>of(
                RouterNamespace.NS_PREFIX,
                id -> new RouterNamespace(namespaceTools, id, false),
                SnatNamespace.SNAT_NS_PREFIX,
                id -> new SnatNamespace(namespaceTools, id, false),
                FipNamespace.FIP_NS_PREFIX,
                id -> newFipNamespace(id, false)));
    this.updates = new RouterUpdates(this, new RouterLifecycle(this));
    this.fullSync = new FullSync(this, updates);
  }

  // What the server calls.

  /** Takes note of routers that are new or changed. */
  public void routersUpdated(List<String> routerIds) {
    for (String id : routerIds) {
      updates.add(
          id,
          RouterUpdates.PRIORITY_RPC,
          RouterUpdateAction.ADD_UPDATE_ROUTER,
          Optional.empty(),
          updates.now());
    }
  }

  /** Takes note of a router that was deleted. */
  public void routerDeleted(String routerId) {
    updates.add(
        routerId,
        RouterUpdates.PRIORITY_RPC,
        RouterUpdateAction.DELETE_ROUTER,
        Optional.empty(),
        updates.now());
  }

  /** Takes note of a network that changed: routers on it are fetched anew. */
  public void networkUpdate(String networkId) {
    for (String routerId : routerIds()) {
      updates.add(
          routerId,
          RouterUpdates.PRIORITY_RPC,
          RouterUpdateAction.UPDATE_NETWORK,
          Optional.of(UpdateResource.ofNetwork(networkId)),
          updates.now());
    }
  }

  /**
   * Sets a permanent neighbour entry in a router's namespace, at once.
   *
   * @throws AgentError what failed, logged
   */
  public void addArpEntry(String routerId, ArpTableEntry entry) {
    updateArpEntry(routerId, entry, DvrArpEntries.Operation.ADD);
  }

  /**
   * Deletes a neighbour entry from a router's namespace, at once.
   *
   * @throws AgentError what failed, logged
   */
  public void delArpEntry(String routerId, ArpTableEntry entry) {
    updateArpEntry(routerId, entry, DvrArpEntries.Operation.DELETE);
  }

  private void updateArpEntry(
      String routerId, ArpTableEntry entry, DvrArpEntries.Operation operation) {
    RouterInfo router = routerInfo.get(routerId);
    if (router == null) {
      return;
    }
    if (!(router instanceof DvrLocalRouter dvrRouter)) {
      throw PythonError.attributeOfObject("LegacyRouter", "get_arp_related_dev");
    }
    Host.Doing scope = doing("DvrLocalRouter._update_arp_entry");
    try (scope) {
      dvrRouter
          .arpEntries()
          .updateArpEntry(entry.ipAddress(), entry.macAddress(), entry.subnetId(), operation);
    }
  }

  /**
   * Deletes the fip namespace of an external network that is gone, at once.
   *
   * <p>Defect: a namespace that no router of this agent's life refers to is not deleted.
   *
   * @throws AgentError what failed
   */
  public void fipnamespaceDeleteOnExtNet(String extNetId) {
    Host.Doing scope = doing("AgentMixin.fipnamespace_delete_on_ext_net");
    try (scope) {
      FipNamespace fipNs = getFipNs(extNetId);
      if (fipNs.agentGatewayPort().isPresent() && !fipNs.isDestroyed()) {
        fipNs.unsubscribe(extNetId);
        fipNs.delete();
      }
      forgetIfUnused(fipNs);
    }
  }

  // The agent's own work.

  /** Tells whether no work waits. */
  public boolean isIdle() {
    return updates.isEmpty();
  }

  /** Works on the next router that the queue names. */
  public void processUpdate() {
    updates.processUpdate();
  }

  /** Works until nothing waits. */
  public void drain() {
    while (!updates.isEmpty()) {
      updates.processUpdate();
    }
  }

  /**
   * Does what the agent does once a second: a full synchronisation if one is due, as at the start.
   *
   * @throws AgentError what failed; the synchronisation stays due
   */
  public void periodicSyncRoutersTask() {
    if (!fullSyncDue) {
      return;
    }
    try {
      fullSync();
    } catch (AbortSyncRouters e) {
      fullSyncDue = true;
    }
  }

  /** Makes a full synchronisation due. */
  public void agentUpdated() {
    fullSyncDue = true;
  }

  /**
   * Queues all routers that the server names, and removes the namespaces of others the first time.
   * To be drained afterwards.
   *
   * @throws AgentError what failed
   */
  public void fullSync() {
    namespacesManager.around(this::sync);
  }

  private void sync() {
    fullSync.fetchAndSyncAllRouters(namespacesManager);
    fullSyncDue = false;
  }

  // What can be seen of it.

  /** Returns the ids of the routers in the agent's care, in the order they came. */
  public List<String> routerIds() {
    return new ArrayList<>(routerInfo.keySet());
  }

  /** Returns the configuration. */
  public AgentConf conf() {
    return conf;
  }

  /** Returns the exceptions that were logged. */
  public AgentLog log() {
    return log;
  }

  // What the agent's parts share.

  String host() {
    return host.name();
  }

  L3PluginApi pluginRpc() {
    return pluginRpc;
  }

  AllocationPolicy allocationPolicy() {
    return allocationPolicy;
  }

  HostAccess hostAccess() {
    return hostAccess;
  }

  IpLib ipLib() {
    return ipLib;
  }

  InterfaceDriver driver() {
    return driver;
  }

  NamespaceTools namespaceTools() {
    return namespaceTools;
  }

  MetadataDriver metadataDriver() {
    return metadataDriver;
  }

  NamespaceManager namespacesManager() {
    return namespacesManager;
  }

  /** Names the agent method that asks for ops until the result is closed. */
  Host.Doing doing(String method) {
    return host.doing(method);
  }

  Path statePath() {
    return host.disk().getPath(conf.statePath());
  }

  IptablesManager newIptablesManager(NetnsName netns, boolean useIpv6) {
    return new IptablesManager(hostAccess, netns, useIpv6);
  }

  Optional<RouterInfo> routerInfo(String routerId) {
    return Optional.ofNullable(routerInfo.get(routerId));
  }

  void putRouterInfo(RouterInfo router) {
    routerInfo.put(router.routerId, router);
  }

  /** Forgets a router, which must be known. */
  RouterInfo removeRouterInfo(String routerId) {
    RouterInfo removed = routerInfo.remove(routerId);
    if (removed == null) {
      throw PythonError.keyError(routerId);
    }
    return removed;
  }

  /**
   * Returns the fip namespace of an external network, a new object if there is none or the one
   * there was deleted its namespace.
   *
   * <p>The real agent refers to these weakly: one lives while some router refers to it ({@link
   * #forgetIfUnused}), a deleted one included until it is collected ({@link #newFipNamespace}).
   */
  FipNamespace getFipNs(String extNetId) {
    FipNamespace known = fipNamespaces.get(extNetId);
    if (known != null && !known.isDestroyed()) {
      return known;
    }
    FipNamespace made = newFipNamespace(extNetId, true);
    fipNamespaces.put(extNetId, made);
    return made;
  }

  /**
   * Builds a fip namespace's object.
   *
   * <p>Now and then that makes Python's collector come by, which takes away deleted routers.
   */
  private FipNamespace newFipNamespace(String extNetId, boolean useIpv6) {
    if (collector.fipNamespaceBuilt()) {
      discarded.forEach(RouterInfo::forget);
      discarded.clear();
    }
    return new FipNamespace(this, extNetId, useIpv6);
  }

  /** Takes note that nothing of the agent refers to a router any more. */
  void discard(RouterInfo router) {
    discarded.add(router);
  }

  /** Forgets a fip namespace that no router refers to. */
  void forgetIfUnused(FipNamespace fipNs) {
    if (fipNs.isUnused()) {
      fipNamespaces.remove(fipNs.extNetId(), fipNs);
    }
  }
}
