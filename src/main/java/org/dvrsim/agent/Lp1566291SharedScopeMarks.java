package org.dvrsim.agent;

/**
 * lp-1566291, repaired in 1cb43734 (2016-04-07): all routers of an agent took the marks of their
 * address scopes from one pool, and gave none back.
 *
 * <p>Here the pool has four marks instead of 1024: the fifth router's lack of one looks as the
 * 1025th's did.
 *
 * <p>Symptom: once that many routers have come, no matter whether they are still there, every
 * further one fails.
 */
final class Lp1566291SharedScopeMarks extends RouterAddressScopes {
  private static final int ADDRESS_SCOPE_MARK_ID_MIN = 1024;
  private static final int ADDRESS_SCOPE_MARK_ID_MAX = ADDRESS_SCOPE_MARK_ID_MIN + 4;

  Lp1566291SharedScopeMarks(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrAgentMixin.become(Pool::new);
    parts.addressScopes.become(Lp1566291SharedScopeMarks::new);
  }

  @Override
  int popMarkId() {
    return ((Pool) router.agent.dvr()).popMarkId();
  }

  private static final class Pool extends DvrAgentMixin {
    private int nextMarkId = ADDRESS_SCOPE_MARK_ID_MIN;

    Pool(L3NATAgent agent) {
      super(agent);
    }

    int popMarkId() {
      if (nextMarkId == ADDRESS_SCOPE_MARK_ID_MAX) {
        throw PythonError.keyError("pop from an empty set");
      }
      return nextMarkId++;
    }
  }
}
