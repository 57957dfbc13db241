package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The defects of earlier Neutron releases that can be put back into the agent.
 *
 * <p>Each is a class named after it ({@code Lp1355087aWrongSnatPort}) that extends the class which
 * the repair changed, and does one thing as it was done before.
 */
public final class KnownBugs {
  private static final Map<String, Consumer<AgentParts>> SWITCHES = new LinkedHashMap<>();

  static {
    // From the first of the catalogue on.
    put("lp-1350028", Lp1350028UnknownRouter::into);
    put("lp-1360395", Lp1360395TrackedTwice::into);
    // To the last of the catalogue.
  }

  private KnownBugs() {}

  private static void put(String id, Consumer<AgentParts> into) {
    SWITCHES.put(id, into);
  }

  /** Returns the ids of those that can be switched on, in the catalogue's order. */
  public static Set<String> ids() {
    return Collections.unmodifiableSet(SWITCHES.keySet());
  }

  /**
   * Returns the parts of an agent that has the bugs given; without one, those of Neutron 26.0.3.
   *
   * @throws IllegalArgumentException if an id is none of {@link #ids}, or two bugs change one part
   *     of the agent and can't be there at once
   */
  public static AgentParts parts(Collection<String> ids) {
    if (ids.isEmpty()) {
      return AgentParts.ofNeutron2025();
    }
    AgentParts parts = new AgentParts();
    List<String> before = new ArrayList<>();
    for (String id : ids) {
      Consumer<AgentParts> into = SWITCHES.get(id);
      if (into == null) {
        throw new IllegalArgumentException("there is no switch for the bug " + id);
      }
      try {
        into.accept(parts);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException(
            id + " can't be there with " + String.join(", ", before) + ": " + e.getMessage(), e);
      }
      before.add(id);
    }
    return parts;
  }
}
