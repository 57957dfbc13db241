package org.dvrsim.agent;

import org.dvrsim.kernel.NudState;

/**
 * lp-1773999, repaired in f98f239a (2018-06-07): neighbour entries got the state that the server
 * named, which for allowed address pairs was one that does not last.
 *
 * <p>Symptom: after a while the router asks who has the address, which nobody hears.
 */
final class Lp1773999ReachableForAWhile extends DvrArpEntries {
  Lp1773999ReachableForAWhile(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.expect(ServerHabit.STATES_OF_NEIGHBOURS);
    parts.arpEntries.become(Lp1773999ReachableForAWhile::new);
  }

  @Override
  NudState stateOf(ArpTableEntry entry) {
    return entry.nudState().orElse(NudState.PERMANENT);
  }
}
