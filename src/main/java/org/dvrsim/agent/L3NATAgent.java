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
  final DeviceNames internalDeviceNames = new DeviceNames(DeviceNames.INTERNAL_DEV_PREFIX);
  final DeviceNames externalDeviceNames = new DeviceNames(DeviceNames.EXTERNAL_DEV_PREFIX);
  final DeviceNames snatIntDeviceNames = new DeviceNames(DeviceNames.SNAT_INT_DEV_PREFIX);
  final DeviceNames fipExtDeviceNames = new DeviceNames(DeviceNames.FIP_EXT_DEV_PREFIX);
  final DeviceNames fip2RouterDeviceNames = new DeviceNames(DeviceNames.FIP_2_ROUTER_DEV_PREFIX);
  final DeviceNames router2FipDeviceNames = new DeviceNames(DeviceNames.ROUTER_2_FIP_DEV_PREFIX);

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
  private final DvrAgentMixin dvr;
  private final RouterUpdates updates;
  private final FullSync fullSync;
  private final StateReports stateReports;
  private final Map<String, RouterInfo> routerInfo = new LinkedHashMap<>();
  private final AgentProcess process;
  private final AgentParts parts;
  private final List<RouterInfo> discarded = new ArrayList<>();
  private final Host host;
  private boolean fullSyncDue = true;

  /**
   * Starts an agent in a process of its own.
   *
   * @param allocationPolicy which free item a state file's allocator picks
   */
  public L3NATAgent(
      Host host, AgentConf conf, L3PluginApi pluginRpc, AllocationPolicy allocationPolicy) {
    this(host, conf, pluginRpc, allocationPolicy, new AgentProcess(), AgentParts.ofNeutron2025());
  }

  /**
   * Starts an agent in a process that may have run others before.
   *
   * @param allocationPolicy which free item a state file's allocator picks
   * @param parts of what the agent consists
   */
  public L3NATAgent(
      Host host,
      AgentConf conf,
      L3PluginApi pluginRpc,
      AllocationPolicy allocationPolicy,
      AgentProcess process,
      AgentParts parts) {
    this.process = Objects.requireNonNull(process);
    this.host = Objects.requireNonNull(host);
    this.conf = Objects.requireNonNull(conf);
    this.pluginRpc = Objects.requireNonNull(pluginRpc);
    this.allocationPolicy = Objects.requireNonNull(allocationPolicy);
    this.parts = Objects.requireNonNull(parts);
    this.hostAccess = new HostDoor(host, log::exception);
    this.ipLib = parts.newIpLib(hostAccess);
    this.driver = parts.interfaceDriver.maker().apply(hostAccess, ipLib);
    this.namespaceTools = parts.newNamespaceTools(hostAccess, ipLib, driver);
    this.metadataDriver = parts.metadataDriver.maker().apply(hostAccess, conf);
    metadataDriver.join(process);
    this.namespacesManager =
        parts
            .namespaceManager
            .maker()
            .make(
                hostAccess,
                ipLib,
                metadataDriver,
                Map.<String, Function<String, Namespace>>of(
                    RouterNamespace.NS_PREFIX,
                    id -> parts.routerNamespace.maker().make(namespaceTools, id, false),
                    SnatNamespace.SNAT_NS_PREFIX,
                    id -> parts.snatNamespace.maker().make(namespaceTools, id, false),
                    FipNamespace.FIP_NS_PREFIX,
                    id -> newFipNamespace(id, false)));
    this.dvr = parts.dvrAgentMixin.maker().apply(this);
    this.updates =
        parts.routerUpdates.maker().apply(this, parts.routerLifecycle.maker().apply(this));
    this.stateReports = parts.stateReports.maker().apply(this);
    this.fullSync = parts.fullSync.maker().apply(this, updates);
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
    dvr.updateArpEntry(routerId, entry, DvrArpEntries.Operation.ADD);
  }

  /**
   * Deletes a neighbour entry from a router's namespace, at once.
   *
   * @throws AgentError what failed, logged
   */
  public void delArpEntry(String routerId, ArpTableEntry entry) {
    dvr.updateArpEntry(routerId, entry, DvrArpEntries.Operation.DELETE);
  }

  /**
   * Deletes the fip namespace of an external network that is gone, at once.
   *
   * @throws AgentError what failed
   */
  public void fipnamespaceDeleteOnExtNet(String extNetId) {
    dvr.fipnamespaceDeleteOnExtNet(extNetId);
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

  /**
   * Takes the server's answer to a report of the agent's state.
   *
   * @param revived whether the server had taken the agent for dead
   */
  public void stateReported(boolean revived) {
    stateReports.answered(revived);
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

  /**
   * Returns what the agent keeps in mind, as far as it can be compared: two agents that differ in
   * this will not go on alike. Each router's payload and what was processed of it, each fip
   * namespace's use.
   */
  public List<Object> memory() {
    List<Object> memory = new ArrayList<>();
    for (RouterInfo router : routerInfo.values()) {
      memory.add(router.router());
      memory.add(router.exGwPort());
      memory.add(List.copyOf(router.internalPorts()));
    }
    memory.addAll(dvr.memory());
    return memory;
  }

  // What the agent's parts share.

  String host() {
    return host.name();
  }

  AgentParts parts() {
    return parts;
  }

  /** Returns what is there for distributed routers alone. */
  DvrAgentMixin dvr() {
    return dvr;
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

  AgentProcess process() {
    return process;
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

  /** Returns the path of one of the files in which the agent keeps its state. */
  Path stateFile(String name) {
    return host.path(conf.statePath() + "/" + name);
  }

  IptablesManager newIptablesManager(NetnsName netns, boolean useIpv6, IptablesTables initial) {
    return parts.iptablesManager.maker().make(hostAccess, netns, useIpv6, initial);
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
   * Builds a fip namespace's object.
   *
   * <p>Now and then that makes Python's collector come by, which takes away deleted routers.
   */
  FipNamespace newFipNamespace(String extNetId, boolean useIpv6) {
    if (process.collector().fipNamespaceBuilt()) {
      discarded.forEach(RouterInfo::forget);
      discarded.clear();
    }
    return parts.fipNamespace.maker().make(this, extNetId, useIpv6);
  }

  /** Takes note that nothing of the agent refers to a router any more. */
  void discard(RouterInfo router) {
    discarded.add(router);
  }
}
