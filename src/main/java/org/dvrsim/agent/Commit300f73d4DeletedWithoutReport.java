package org.dvrsim.agent;

/**
 * 300f73d4 (2016-01-15): the gateway of a router that was deleted was taken away without a word
 * about the floating IPs.
 *
 * <p>Symptom: the server takes floating IPs to be up that are gone.
 */
final class Commit300f73d4DeletedWithoutReport extends RouterExternal {
  Commit300f73d4DeletedWithoutReport(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.external.become(Commit300f73d4DeletedWithoutReport::new);
  }

  @Override
  void processExternalOnDelete() {
    router.gateway.processExternalGateway(router.getExGwPort());
  }
}
