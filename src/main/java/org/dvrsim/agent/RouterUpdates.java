package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The agent's work on its queue: fetches the routers that updates are about, has them processed or
 * removed, and queues again what failed, up to six tries.
 *
 * <p>Models: neutron/agent/l3/agent.py:L3NATAgent._process_update, _process_router_update,
 * _process_network_update, _resync_router
 */
class RouterUpdates {
  /** The priority of routers that came along with others. */
  static final int PRIORITY_RELATED_ROUTER = 0;

  /** The priority of what the server told. */
  static final int PRIORITY_RPC = 1;

  /** The priority of full synchronisation and of further tries. */
  static final int PRIORITY_SYNC_ROUTERS_TASK = 2;

  final L3NATAgent agent;
  final RouterLifecycle lifecycle;
  private final ResourceProcessingQueue<RouterUpdateAction, UpdateResource> queue;

  RouterUpdates(L3NATAgent agent, RouterLifecycle lifecycle) {
    this.agent = agent;
    this.lifecycle = lifecycle;
    this.queue = agent.parts().queue.maker().get();
  }

  /** Tells whether nothing waits. */
  boolean isEmpty() {
    return queue.isEmpty();
  }

  /** Returns the present moment. */
  long now() {
    return queue.now();
  }

  /** Queues an update. */
  void add(
      String id,
      int priority,
      RouterUpdateAction action,
      Optional<UpdateResource> resource,
      long timestamp) {
    queue.add(new ResourceUpdate<>(id, priority, Optional.of(action), resource, timestamp));
  }

  /** Works on the next resource of the queue until no update of it is left. */
  void processUpdate() {
    queue.eachUpdateToNextResource(
        (processor, update) -> {
          if (update.action().equals(Optional.of(RouterUpdateAction.UPDATE_NETWORK))) {
            processNetworkUpdate(update.id(), update.resource().get().networkId().get());
          } else {
            processRouterUpdate(processor, update);
          }
        });
  }

  private void processRouterUpdate(
      ExclusiveResourceProcessor<RouterUpdateAction, UpdateResource> processor,
      ResourceUpdate<RouterUpdateAction, UpdateResource> given) {
    ResourceUpdate<RouterUpdateAction, UpdateResource> update = given;
    List<NeutronRouter> routers =
        update.resource().flatMap(UpdateResource::router).map(List::of).orElse(List.of());
    boolean isDelete = update.action().equals(Optional.of(RouterUpdateAction.DELETE_ROUTER));
    boolean isRelated = update.action().map(RouterUpdateAction::isRelated).orElse(false);
    if ((!isDelete && routers.isEmpty()) || isRelated) {
      update = update.with(update.priority(), update.action(), update.resource(), queue.now());
      try {
        routers = agent.pluginRpc().getRouters(List.of(update.id()));
      } catch (AgentError e) {
        agent.log().exception(e);
        resyncRouter(update);
        return;
      }
      if (isRelated) {
        routers = onlyOf(update.id(), routers);
      }
    }
    boolean done =
        routers.isEmpty()
            ? lifecycle.safeRouterRemoved(update.id())
            : processRoutersIfCompatible(routers, update);
    if (done) {
      noteProcessed(processor, update, routers);
    } else {
      resyncRouter(update);
    }
  }

  /** Notes that an update's data is processed: from now on older data is out of date. */
  void noteProcessed(
      ExclusiveResourceProcessor<RouterUpdateAction, UpdateResource> processor,
      ResourceUpdate<RouterUpdateAction, UpdateResource> update,
      List<NeutronRouter> routers) {
    processor.fetchedAndProcessed(update.timestamp());
  }

  private static List<NeutronRouter> onlyOf(String id, List<NeutronRouter> routers) {
    List<NeutronRouter> own = new ArrayList<>();
    for (NeutronRouter router : routers) {
      if (router.id().equals(id)) {
        own.add(router);
      }
    }
    return own;
  }

  /** Queues an update again, to be fetched anew, unless all its tries are used up. */
  private void resyncRouter(ResourceUpdate<RouterUpdateAction, UpdateResource> update) {
    if (update.hitRetryLimit()) {
      givenUp(update.id());
    } else {
      queue.add(
          update.with(PRIORITY_SYNC_ROUTERS_TASK, update.action(), Optional.empty(), queue.now()));
    }
  }

  /** Leaves a router as it is whose update failed too often. */
  void givenUp(String routerId) {}

  boolean processRoutersIfCompatible(
      List<NeutronRouter> routers, ResourceUpdate<RouterUpdateAction, UpdateResource> update) {
    boolean allProcessed = true;
    for (NeutronRouter router : routers) {
      if (router.id().equals(update.id())) {
        allProcessed &= isProcessed(router);
      } else {
        RouterUpdateAction related =
            update
                .action()
                .map(RouterUpdateAction::related)
                .orElse(RouterUpdateAction.ADD_UPDATE_RELATED_ROUTER);
        add(router.id(), PRIORITY_RELATED_ROUTER, related, Optional.empty(), queue.now());
      }
    }
    return allProcessed;
  }

  boolean isProcessed(NeutronRouter router) {
    try {
      lifecycle.processRouterIfCompatible(router);
    } catch (RouterNotCompatibleWithAgent e) {
      agent.log().exception(e);
      if (agent.routerInfo(router.id()).isPresent()) {
        lifecycle.safeRouterRemoved(router.id());
      }
    } catch (AgentError e) {
      agent.log().exception(e);
      return false;
    }
    return true;
  }

  void processNetworkUpdate(String routerId, String networkId) {
    Optional<RouterInfo> router = agent.routerInfo(routerId);
    if (router.isPresent() && isOnNetwork(router.get(), networkId)) {
      resyncRouter(
          new ResourceUpdate<>(
              routerId,
              PRIORITY_SYNC_ROUTERS_TASK,
              Optional.empty(),
              Optional.empty(),
              queue.now()));
    }
  }

  boolean isOnNetwork(RouterInfo router, String networkId) {
    for (NeutronPort port : router.internalPorts()) {
      if (port.networkId().equals(networkId)) {
        return true;
      }
    }
    return router.exGwPort().filter(port -> port.networkId().equals(networkId)).isPresent();
  }
}
