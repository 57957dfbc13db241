package org.dvrsim.agent;

/**
 * lp-1360395, repaired in 0985ef78 (2014-09-05): the fip namespace tracked connections that the
 * router's namespace tracks already.
 *
 * <p>Symptom: no rule in the raw table of the fip namespace.
 */
final class Lp1360395TrackedTwice extends FipNamespace {
  Lp1360395TrackedTwice(L3NATAgent agent, String extNetId, boolean useIpv6) {
    super(agent, extNetId, useIpv6);
  }

  static void into(AgentParts parts) {
    parts.fipNamespace.become(Lp1360395TrackedTwice::new);
  }

  @Override
  void leaveConnectionsUntracked() {}
}
