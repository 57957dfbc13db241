package org.dvrsim.shell;

/**
 * What {@code ip}'s options before the object say.
 *
 * <p>Models: iproute2 ip/ip.c:main()
 */
final class IpOptions {
  AddressFamily family = AddressFamily.UNSPEC;
  boolean oneLine;
  boolean brief;
  boolean json;
  boolean pretty;
  boolean colour;
  boolean numeric;
  boolean all;
  boolean force;

  /** Whether counters are shown in larger units. */
  boolean human;

  int details;
  int statistics;

  /** Returns what separates the lines of one object: a backslash with {@code -o}. */
  String lineBreak() {
    return oneLine ? "\\" : "\n";
  }

  /** Returns whether details are asked for. */
  boolean detailed() {
    return details > 0;
  }
}
