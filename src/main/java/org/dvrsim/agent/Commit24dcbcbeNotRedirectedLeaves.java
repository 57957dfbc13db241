package org.dvrsim.agent;

import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpFamily;

/**
 * 24dcbcbe (2021-03-26): metadata requests that were marked, and not redirected, were forwarded.
 *
 * <p>Symptom: they leave the router.
 */
final class Commit24dcbcbeNotRedirectedLeaves extends MetadataMarks {
  Commit24dcbcbeNotRedirectedLeaves() {
    super();
  }

  static void into(AgentParts parts) {
    parts.metadataMarks.become(Commit24dcbcbeNotRedirectedLeaves::new);
  }

  @Override
  void dropNotRedirected(IptablesManager iptables, IpFamily family, Fwmark mark) {}
}
