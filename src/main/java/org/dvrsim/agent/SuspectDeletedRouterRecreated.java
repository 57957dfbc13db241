package org.dvrsim.agent;

/**
 * suspect-deleted-router-recreated, of releases after 26.0.3: since 1c3b4bb6 (2026-03-26) nobody
 * remembers from when a router's data is once its worker is done.
 *
 * <p>Symptom: a router that was deleted while an older update of it waited is made again.
 */
final class SuspectDeletedRouterRecreated<A, R> extends ResourceProcessingQueue<A, R> {
  static void into(AgentParts parts) {
    parts.queue.become(SuspectDeletedRouterRecreated::new);
  }

  @Override
  void primaryLeft(String id) {
    forgetTimestamp(id);
  }
}
