package org.dvrsim.agent;

/** What a {@link Namespace} works with. */
record NamespaceTools(HostAccess host, IpLib ipLib, InterfaceDriver driver) {}
