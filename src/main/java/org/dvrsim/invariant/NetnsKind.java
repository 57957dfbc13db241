package org.dvrsim.invariant;

import java.util.List;
import java.util.Optional;
import org.dvrsim.net.NetnsName;

/** The kinds of namespaces that an agent makes. */
enum NetnsKind {
  /** A router's namespace. */
  ROUTER("qrouter-"),
  /** The namespace of a router's centralised SNAT. */
  SNAT("snat-"),
  /** The namespace of an external network's floating IPs. */
  FIP("fip-");

  private static final List<NetnsKind> ALL = List.of(values());

  private final String prefix;

  NetnsKind(String prefix) {
    this.prefix = prefix;
  }

  /** Returns the kind of a namespace by its name; empty if no agent makes such. */
  static Optional<NetnsKind> of(NetnsName name) {
    for (NetnsKind kind : ALL) {
      if (kind.isOf(name)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }

  /** Tells whether a namespace is of this kind by its name. */
  boolean isOf(NetnsName name) {
    return name.text().startsWith(prefix);
  }

  /** Returns the id in the name of a namespace of this kind. */
  String id(NetnsName name) {
    return name.text().substring(prefix.length());
  }
}
