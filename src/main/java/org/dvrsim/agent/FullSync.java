package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The full synchronisation with the server: queues every router that the agent is to host, and the
 * removal of those that it no longer is.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgent.fetch_and_sync_all_routers
 */
class FullSync {
  private static final int SYNC_ROUTERS_MAX_CHUNK_SIZE = 256;
  private static final int SYNC_ROUTERS_MIN_CHUNK_SIZE = 32;

  private final L3NATAgent agent;
  private final RouterUpdates updates;
  private int chunkSize = SYNC_ROUTERS_MAX_CHUNK_SIZE;

  FullSync(L3NATAgent agent, RouterUpdates updates) {
    this.agent = agent;
    this.updates = updates;
  }

  /**
   * Fetches and queues all routers, telling the namespaces manager whose namespaces stay.
   *
   * @throws RpcFailure if the server did not answer in time; fewer are asked for at once next time
   * @throws AbortSyncRouters if asking failed otherwise, logged
   */
  void fetchAndSyncAllRouters(NamespaceManager namespaces) {
    Set<String> gone = new LinkedHashSet<>(agent.routerIds());
    long timestamp = updates.now();
    try {
      queueAll(namespaces, gone, timestamp);
    } catch (RpcFailure e) {
      if (e.typeName().equals("MessagingTimeout")) {
        chunkSize = Math.max(chunkSize / 2, SYNC_ROUTERS_MIN_CHUNK_SIZE);
        throw e;
      }
      agent.log().exception(e);
      throw new AbortSyncRouters();
    }
    chunkSize = Math.min(chunkSize + SYNC_ROUTERS_MIN_CHUNK_SIZE, SYNC_ROUTERS_MAX_CHUNK_SIZE);
    for (String routerId : gone) {
      namespaces.keepRouter(routerId);
      updates.add(
          routerId,
          RouterUpdates.PRIORITY_SYNC_ROUTERS_TASK,
          RouterUpdateAction.DELETE_ROUTER,
          Optional.empty(),
          timestamp);
    }
  }

  /** Queues every router that the server has for this agent, and takes it out of {@code gone}. */
  private void queueAll(NamespaceManager namespaces, Set<String> gone, long timestamp) {
    List<String> ids = agent.pluginRpc().getRouterIds();
    for (int from = 0; from < ids.size(); from += chunkSize) {
      int to = Math.min(from + chunkSize, ids.size());
      for (NeutronRouter router :
          agent.pluginRpc().getRouters(new ArrayList<>(ids.subList(from, to)))) {
        gone.remove(router.id());
        keepNamespaces(router, namespaces);
        updates.add(
            router.id(),
            RouterUpdates.PRIORITY_SYNC_ROUTERS_TASK,
            RouterUpdateAction.ADD_UPDATE_ROUTER,
            Optional.of(UpdateResource.of(router)),
            timestamp);
      }
    }
  }

  private void keepNamespaces(NeutronRouter router, NamespaceManager namespaces) {
    namespaces.keepRouter(router.id());
    if (!router.distributed()) {
      return;
    }
    Optional<String> extNetId = router.externalNetworkId();
    if (extNetId.isPresent()) {
      namespaces.keepExtNet(extNetId.get());
    } else if (agent.conf().agentMode() == AgentMode.DVR_SNAT) {
      namespaces.ensureSnatCleanup(router.id());
    }
  }
}
