package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.List;

/**
 * The IPv6 routes over a device, in order of their coming. A route knows its place, so that it
 * leaves without being looked for.
 */
final class Fib6Chain {
  private Fib6Route first;
  private Fib6Route last;

  boolean isEmpty() {
    return first == null;
  }

  /** Returns the first route, after which the {@code later} ones come; null if there is none. */
  Fib6Route first() {
    return first;
  }

  void add(Fib6Route route) {
    route.isIn = true;
    route.earlier = last;
    if (last == null) {
      first = route;
    } else {
      last.later = route;
    }
    last = route;
  }

  void remove(Fib6Route route) {
    if (route.earlier == null) {
      first = route.later;
    } else {
      route.earlier.later = route.later;
    }
    if (route.later == null) {
      last = route.earlier;
    } else {
      route.later.earlier = route.earlier;
    }
    route.earlier = null;
    route.later = null;
    route.isIn = false;
  }

  /** Returns the routes that are there now; the list stays as it is. */
  List<Fib6Route> list() {
    if (first == null) {
      return List.of();
    }
    List<Fib6Route> list = new ArrayList<>();
    for (Fib6Route route = first; route != null; route = route.later) {
      list.add(route);
    }
    return list;
  }
}
