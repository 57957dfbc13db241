package org.dvrsim.agent;

/** What a {@link Namespace} works with. */
record NamespaceTools(
    HostAccess host, IpLib ipLib, InterfaceDriver driver, NamespaceSettings settings) {
  /** Builds the tools with the usual settings. */
  NamespaceTools(HostAccess host, IpLib ipLib, InterfaceDriver driver) {
    this(host, ipLib, driver, new NamespaceSettings());
  }
}
