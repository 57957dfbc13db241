package org.dvrsim.kernel;

import java.util.List;

/** A route table of either family, as it is dumped. */
interface RouteTable {
  /** Tells whether it holds no route. */
  boolean isEmpty();

  /** Returns the routes in the kernel's order of dump; the same list as long as nothing changes. */
  List<Route> routes();
}
