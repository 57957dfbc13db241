package org.dvrsim.agent;

import org.dvrsim.net.Fwmark;

/**
 * lp-1735724, repaired in 69419778 (2017-12-19): metadata requests were marked when the proxy was
 * started, after the interfaces were up.
 *
 * <p>Symptom: until then they leave the router.
 *
 * <p>Differs: they are never marked, as nothing is to be seen in between.
 */
final class Lp1735724NoMetadataMarks extends MetadataMarks {
  Lp1735724NoMetadataMarks() {
    super();
  }

  static void into(AgentParts parts) {
    parts.metadataMarks.become(Lp1735724NoMetadataMarks::new);
  }

  @Override
  void initializeMetadataIptables(IptablesManager iptables, Fwmark mark) {}
}
