package org.dvrsim.ops;

/** Tells who wanted the single lines of an op that carries the wishes of many. */
@FunctionalInterface
public interface Attribution {
  /** Nothing is known. */
  Attribution NONE = line -> "";

  /**
   * Returns the agent method that wanted what {@code line} of an iptables-restore text brings, such
   * as {@code FipNamespace.create}; empty if that isn't known.
   */
  String methodOf(String line);
}
