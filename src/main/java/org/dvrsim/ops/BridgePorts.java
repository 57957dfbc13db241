package org.dvrsim.ops;

import java.util.Collections;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.dvrsim.net.IfName;

/** The ports of the integration bridge, in order of name. */
public final class BridgePorts {
  private final NavigableSet<IfName> ports = new TreeSet<>();
  private final NavigableSet<IfName> view = Collections.unmodifiableNavigableSet(ports);
  private long changes;

  BridgePorts() {}

  /** Returns the ports' names in order; a view that changes with the bridge. */
  public NavigableSet<IfName> names() {
    return view;
  }

  /** Returns how often a port came or went so far. */
  public long changes() {
    return changes;
  }

  /** Tells whether the bridge has a port of that name. */
  public boolean contains(IfName port) {
    return ports.contains(port);
  }

  boolean add(IfName port) {
    changes++;
    return ports.add(port);
  }

  boolean remove(IfName port) {
    changes++;
    return ports.remove(port);
  }
}
