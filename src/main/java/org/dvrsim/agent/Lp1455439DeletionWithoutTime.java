package org.dvrsim.agent;

import java.util.List;

/**
 * lp-1455439, repaired in 74b0c53d (2015-06-19): the time of a router's deletion was not noted, so
 * older data of it that waited still counted as new.
 *
 * <p>Symptom: a deleted router is made again.
 */
final class Lp1455439DeletionWithoutTime extends RouterUpdates {
  Lp1455439DeletionWithoutTime(L3NATAgent agent, RouterLifecycle lifecycle) {
    super(agent, lifecycle);
  }

  static void into(AgentParts parts) {
    parts.routerUpdates.become(Lp1455439DeletionWithoutTime::new);
  }

  @Override
  void noteProcessed(
      ExclusiveResourceProcessor<RouterUpdateAction, UpdateResource> processor,
      ResourceUpdate<RouterUpdateAction, UpdateResource> update,
      List<NeutronRouter> routers) {
    if (!routers.isEmpty()) {
      super.noteProcessed(processor, update, routers);
    }
  }
}
