package org.dvrsim.agent;

/**
 * lp-1733852, repaired in af73882a (2017-12-08): the port that holds a load balancer's virtual
 * address got a neighbour entry like any other.
 *
 * <p>Symptom: packets to the virtual address go to a MAC that nothing has.
 *
 * <p>The repair had the agent exclude such ports by their owners, of which none are left since
 * 656028f3 (2023). So it does as before again, and no harm by that, as servers since eb775458
 * (2020) tell it of bound ports alone. What is put back is that they tell it of all.
 */
final class Lp1733852VirtualAddressesKnown {
  private Lp1733852VirtualAddressesKnown() {}

  static void into(AgentParts parts) {
    parts.expect(ServerHabit.PORTS_BOUND_NOWHERE);
  }
}
