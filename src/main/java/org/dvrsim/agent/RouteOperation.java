package org.dvrsim.agent;

/** What is done with a static route: the {@code operation} of update_routing_table. */
enum RouteOperation {
  /** Install it, in place of one to the same destination. */
  REPLACE,
  /** Delete it. */
  DELETE
}
