package org.dvrsim.invariant;

import java.util.List;
import org.dvrsim.cluster.Cluster;

/** A property of what becomes of packets, once every agent has done what it was told. */
public interface TrafficInvariant {
  /** Returns the name by which scenarios and reports call it, such as {@code fip-unreachable}. */
  String name();

  /** Returns one sentence that says what breaks for a user when it does not hold. */
  String consequence();

  /** Sends packets and returns what is wrong, in a fixed order; empty if nothing is. */
  List<Violation> check(Cluster cluster);
}
