package org.dvrsim.agent;

import org.dvrsim.net.IfName;

/**
 * lp-1611964, repaired in 82c134d6 (2016-08-30): a SNAT that moved to another host was taken down
 * as a gateway that is gone, and the redirections to it were taken away.
 *
 * <p>Symptom: instances without floating IPs have no way out.
 */
final class Lp1611964RedirectionGoesWithSnat {
  private Lp1611964RedirectionGoesWithSnat() {}

  static void into(AgentParts parts) {
    parts.dvrGateway.become(Gateway::new);
    parts.edgeRouter.become(Router::new);
  }

  private static final class Gateway extends DvrGateway {
    Gateway(DvrLocalRouter router) {
      super(router);
    }

    @Override
    boolean isRedirectionOver() {
      return true;
    }
  }

  private static final class Router extends DvrEdgeRouter {
    Router(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    void externalGatewayUpdated(NeutronPort exGwPort, IfName interfaceName) {
      if (!isThisSnatHost() && snatNamespace().exists()) {
        snatRedirect().disableSnatRedirectRules(exGwPort);
      }
      super.externalGatewayUpdated(exGwPort, interfaceName);
    }
  }
}
