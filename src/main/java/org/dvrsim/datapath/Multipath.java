package org.dvrsim.datapath;

import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;

/**
 * The hop that a packet takes of a route with several.
 *
 * <p>Models: net/ipv4/fib_semantics.c:fib_select_path(). Differs: the hop follows from the packet's
 * addresses as in the kernel, but by another hash.
 */
final class Multipath {
  private Multipath() {}

  /** Picks a hop of a multipath route by the packet's addresses. */
  static FibResult select(FibResult result, Flow flow) {
    Route route = result.route().orElseThrow();
    if (!route.isMultipath()) {
      return result;
    }
    int total = 0;
    for (NextHop hop : route.hops()) {
      total += isAlive(hop) ? hop.weight() : 0;
    }
    if (total == 0) {
      return result;
    }
    int hash = flow.source().hashCode() * 31 + flow.destination().hashCode();
    int rest = Math.floorMod(hash ^ hash >>> 16, total);
    for (int i = 0; i < route.hops().size(); i++) {
      NextHop hop = route.hops().get(i);
      rest -= isAlive(hop) ? hop.weight() : 0;
      if (rest < 0) {
        return new FibResult(result.error(), result.route(), i, result.rule());
      }
    }
    return result;
  }

  private static boolean isAlive(NextHop hop) {
    return !hop.dead() && !hop.linkDown();
  }
}
