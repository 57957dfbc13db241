package org.dvrsim.netfilter;

/** Ports from {@code min} to {@code max}, both included. */
record PortRange(int min, int max) {
  static final PortRange ALL = new PortRange(0, 0xffff);

  boolean contains(int port) {
    return port >= min && port <= max;
  }

  boolean isAll() {
    return min == 0 && max == 0xffff;
  }
}
