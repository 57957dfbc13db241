package org.dvrsim.invariant;

import java.util.Optional;

/**
 * The facts of a {@link HostState} that hang on one device: Linux takes them away with it.
 *
 * @param netns what the facts about the device's namespace begin with
 * @param device its name
 */
record DeviceFacts(String netns, String device) {
  private static final String LINK = ": link ";

  /**
   * Returns those of the device that {@code fact} says is there; empty if it says something else.
   */
  static Optional<DeviceFacts> ofLink(String fact) {
    int at = fact.indexOf(LINK);
    if (at < 0) {
      return Optional.empty();
    }
    int name = at + LINK.length();
    int end = fact.indexOf(' ', name);
    return end < 0
        ? Optional.empty()
        : Optional.of(new DeviceFacts(fact.substring(0, at + 2), fact.substring(name, end)));
  }

  /** Tells whether {@code fact} says that the device is there. */
  boolean isLink(String fact) {
    return fact.startsWith(netns + "link " + device + " ");
  }

  /** Tells whether {@code fact} is about an address, a route, a neighbour or a setting of it. */
  boolean include(String fact) {
    if (!fact.startsWith(netns) || isLink(fact)) {
      return false;
    }
    String rest = fact.substring(netns.length());
    return rest.startsWith("net.")
        ? rest.contains("." + device + ".")
        : isOfDevice(rest) && (rest + " ").contains(" dev " + device + " ");
  }

  private static boolean isOfDevice(String fact) {
    return fact.startsWith("addr ") || fact.startsWith("route ") || fact.startsWith("neigh ");
  }
}
