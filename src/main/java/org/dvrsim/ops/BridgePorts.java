package org.dvrsim.ops;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dvrsim.net.IfName;

/** The ports of the integration bridge, in order of name. */
public final class BridgePorts {
  private final NavigableSet<IfName> ports = new TreeSet<>();

  BridgePorts() {}

  /** Returns the ports' names in order; a view that changes with the bridge. */
  public NavigableSet<IfName> names() {
    return Collections.unmodifiableNavigableSet(ports);
  }

  /** Tells whether the bridge has a port of that name. */
  public boolean contains(IfName port) {
    return ports.contains(port);
  }

  boolean add(IfName port) {
    return ports.add(port);
  }

  boolean remove(IfName port) {
    return ports.remove(port);
  }
}
