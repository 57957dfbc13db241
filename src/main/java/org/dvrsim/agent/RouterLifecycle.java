package org.dvrsim.agent;

import java.util.Optional;

/**
 * How routers come into the agent's care, change, and leave it, and what is cleaned up when that
 * fails.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgent._process_added_router, _process_updated_router,
 * _router_added, _router_removed, _cleanup_failed_router
 */
class RouterLifecycle {
  final L3NATAgent agent;

  RouterLifecycle(L3NATAgent agent) {
    this.agent = agent;
  }

  /**
   * Adds or updates a router.
   *
   * @throws RouterNotCompatibleWithAgent if it has no gateway and such are not served
   * @throws AgentError whatever failed
   */
  void processRouterIfCompatible(NeutronRouter router) {
    if (router.externalNetworkId().isEmpty() && !agent.conf().handleInternalOnlyRouters()) {
      throw new RouterNotCompatibleWithAgent(router.id());
    }
    Optional<RouterInfo> known = agent.routerInfo(router.id());
    if (known.isEmpty()) {
      processAddedRouter(router);
    } else {
      processUpdatedRouter(known.get(), router);
    }
  }

  private void processAddedRouter(NeutronRouter router) {
    RouterInfo added = routerAdded(router);
    added.setRouter(router);
    try {
      added.process();
    } catch (AgentError e) {
      agent.log().exception(e);
      cleanupFailedRouter(router.id(), false);
      throw e;
    }
    afterEvent(() -> afterRouterAdded(added));
  }

  private RouterInfo routerAdded(NeutronRouter router) {
    RouterInfo added = createRouter(router);
    agent.putRouterInfo(added);
    try {
      added.initialize();
    } catch (AgentError e) {
      agent.log().exception(e);
      notInitialized(router.id());
      throw e;
    }
    return added;
  }

  /** Gives up a router that could not be initialised. */
  void notInitialized(String routerId) {
    cleanupFailedRouter(routerId, true);
  }

  /** Builds the kind of router that the payload and the agent's mode ask for. */
  private RouterInfo createRouter(NeutronRouter router) {
    return agent.parts().newRouter(agent, router);
  }

  /**
   * Forgets a router that failed and deletes its namespaces.
   *
   * <p>Defect: the router's rules and routes in the fip namespace, and what its allocators hold,
   * stay.
   */
  private void cleanupFailedRouter(String routerId, boolean deleteRouterInfo) {
    RouterInfo failed = agent.removeRouterInfo(routerId);
    agent.namespacesManager().ensureRouterCleanup(routerId);
    if (deleteRouterInfo) {
      try {
        failed.delete();
      } catch (AgentError e) {
        agent.log().exception(e);
      }
    }
    agent.discard(failed);
  }

  private void processUpdatedRouter(RouterInfo known, NeutronRouter router) {
    RouterInfo current = known;
    if (known.router().distributed() != router.distributed()
        || known.router().ha() != router.ha()) {
      current = createRouter(router);
      agent.putRouterInfo(current);
      agent.discard(known);
    }
    RouterInfo updated = current;
    checkHaState(updated, router);
    updated.setRouter(router);
    updated.process();
    afterEvent(() -> afterRouterUpdated(updated));
  }

  /**
   * Compares a router's role as its object knows it with what the server believes; objects of
   * distributed routers have none.
   *
   * <p>Models: neutron/agent/l3/agent.py:L3NATAgent._process_updated_router, where it asks
   * is_ha_router
   */
  void checkHaState(RouterInfo known, NeutronRouter router) {}

  /**
   * Has a subscriber told of something that happened: if it fails, that is logged and forgotten.
   *
   * <p>Models: neutron_lib/callbacks/manager.py:CallbacksManager.publish
   */
  private void afterEvent(Runnable subscriber) {
    try {
      subscriber.run();
    } catch (AgentError e) {
      agent.log().exception(e);
    }
  }

  /** Removes a router; tells whether it could be. */
  boolean safeRouterRemoved(String routerId) {
    try {
      routerRemoved(routerId);
      return true;
    } catch (AgentError e) {
      agent.log().exception(e);
      return false;
    }
  }

  private void routerRemoved(String routerId) {
    Optional<RouterInfo> known = agent.routerInfo(routerId);
    if (known.isEmpty()) {
      agent.namespacesManager().ensureRouterCleanup(routerId);
      return;
    }
    RouterInfo removed = known.get();
    try {
      beforeRouterRemoved(removed);
    } catch (AgentError e) {
      throw new CallbackFailure("Callback failed: " + e.getMessage());
    }
    agent.removeRouterInfo(routerId);
    try {
      removed.delete();
    } catch (AgentError e) {
      agent.putRouterInfo(removed);
      throw e;
    }
    agent.discard(removed);
  }

  private void afterRouterAdded(RouterInfo router) {
    if (metadataDriverHears()) {
      metadataDriver("metadata_port")
          .afterRouterAdded(router.routerId, router.nsName, router.iptablesManager);
    }
  }

  private void afterRouterUpdated(RouterInfo router) {
    if (metadataDriverHears()) {
      metadataDriver("monitors").afterRouterUpdated(router.routerId, router.nsName);
    }
  }

  private void beforeRouterRemoved(RouterInfo router) {
    if (metadataDriverHears()) {
      metadataDriver("destroy_monitored_metadata_proxy")
          .beforeRouterRemoved(router.routerId, router.nsName);
    }
  }

  private boolean metadataDriverHears() {
    return agent.process().isMetadataDriverSubscribed();
  }

  /**
   * Returns the agent's metadata driver.
   *
   * @param wanted what the caller is after
   * @throws AgentError if the agent has none: an earlier one of the process subscribed
   */
  private MetadataDriver metadataDriver(String wanted) {
    if (!agent.conf().enableMetadataProxy()) {
      throw PythonError.attributeOfObject("NoneType", wanted);
    }
    return agent.metadataDriver();
  }
}
