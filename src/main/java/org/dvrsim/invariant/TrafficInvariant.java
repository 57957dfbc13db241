package org.dvrsim.invariant;

import java.util.List;

/** A property of what becomes of packets, once every agent has done what it was told. */
public interface TrafficInvariant {
  /** Returns the name by which scenarios and reports call it, such as {@code fip-unreachable}. */
  String name();

  /** Returns one sentence that says what breaks for a user when it does not hold. */
  String consequence();

  /** Returns what is wrong in what {@code view} last saw, in a fixed order; empty if nothing is. */
  List<Violation> check(TrafficView view);
}
