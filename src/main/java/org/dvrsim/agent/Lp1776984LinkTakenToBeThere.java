package org.dvrsim.agent;

/**
 * lp-1776984, repaired in 5a7c12f2 (2018-06-15): a link that was made once was taken to be there
 * for ever.
 *
 * <p>Symptom: after the fip namespace was made anew, links to it are missing.
 */
final class Lp1776984LinkTakenToBeThere extends DvrFipConnection {
  Lp1776984LinkTakenToBeThere(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.fipConnection.become(Lp1776984LinkTakenToBeThere::new);
  }

  @Override
  void checkRtr2FipConnect(FipNamespace namespace) {}
}
