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

  /** How {@code ip monitor} tells the time before a message. */
  Timestamp timestamp = Timestamp.NONE;

  /** Forms of the time before a message. */
  enum Timestamp {
    NONE,
    /** A line of its own. */
    LONG,
    /** In brackets. */
    SHORT
  }

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
