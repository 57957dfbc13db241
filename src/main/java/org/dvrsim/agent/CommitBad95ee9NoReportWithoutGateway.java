package org.dvrsim.agent;

/**
 * bad95ee9 (2015-07-09): without a gateway nothing was reported.
 *
 * <p>Symptom: the server takes floating IPs to be up that went with the gateway.
 */
final class CommitBad95ee9NoReportWithoutGateway extends RouterExternal {
  CommitBad95ee9NoReportWithoutGateway(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.external.become(CommitBad95ee9NoReportWithoutGateway::new);
  }

  @Override
  void processExternal() {
    if (router.getExGwPort().isPresent()) {
      super.processExternal();
    } else {
      processGatewayAndFloatingIps();
    }
  }
}
