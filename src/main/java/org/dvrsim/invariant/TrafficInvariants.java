package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;

/** All invariants of traffic, in the order in which they are checked and listed. */
public final class TrafficInvariants {
  private static final List<TrafficInvariant> ALL =
      List.of(
          new FloatingIpUnreachable(),
          new FloatingIpAnsweredTwice(),
          new FloatingIpLingers(),
          new TenantsMixed(),
          new InstanceCutOff(),
          new SnatUnreachable());

  private TrafficInvariants() {}

  /** Returns all of them. */
  public static List<TrafficInvariant> all() {
    return ALL;
  }

  /** Returns the one called {@code name}, if there is one. */
  public static Optional<TrafficInvariant> find(String name) {
    return ALL.stream().filter(invariant -> invariant.name().equals(name)).findFirst();
  }
}
