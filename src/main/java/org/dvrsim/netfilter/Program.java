package org.dvrsim.netfilter;

import org.dvrsim.net.IpFamily;

/** The name under which a tool was called, such as {@code ip6tables-restore}. */
record Program(String text) {
  /** The version that this package models. */
  static final String VERSION = "1.8.11";

  static Program of(IpFamily family, String suffix) {
    return new Program((family == IpFamily.V4 ? "iptables" : "ip6tables") + suffix);
  }

  /** Returns the name with the version, as messages begin. */
  String versioned() {
    return text + " v" + VERSION + " (nf_tables)";
  }
}
