package org.dvrsim.cluster;

import java.util.Optional;

/** A virtual machine with one port. */
public final class Instance {
  private final String name;
  private final Port port;

  Instance(String name, Port port) {
    this.name = name;
    this.port = port;
  }

  /** Returns the name, unique among the cluster's instances. */
  public String name() {
    return name;
  }

  /** Returns the port on its network. */
  public Port port() {
    return port;
  }

  /** Returns the host on which it runs. */
  public Optional<String> host() {
    return port.host();
  }

  /** Returns the name. */
  @Override
  public String toString() {
    return name;
  }
}
