package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IfName;

/**
 * lp-1421497, repaired in fef04147 (2015-02-18): when a gateway went, the fip namespace was asked
 * for its devices though the router had none.
 *
 * <p>As then, a router has the namespace's object only where it is to be connected to it: not on a
 * host without external networks.
 *
 * <p>Symptom: it raises, and the redirection to the SNAT stays.
 */
final class Lp1421497NoFipNamespace {
  private Lp1421497NoFipNamespace() {}

  static void into(AgentParts parts) {
    parts.localRouter.become(Router::new);
    parts.dvrGateway.become(Gateway::new);
  }

  private static final class Router extends DvrLocalRouter {
    Router(L3NATAgent agent, NeutronRouter router) {
      super(agent, router);
    }

    @Override
    boolean needsFipNs() {
      return !isNoExternal();
    }

    @Override
    Optional<IfName> getExternalDeviceInterfaceName(NeutronPort exGwPort) {
      return fipNs().isEmpty() ? Optional.empty() : super.getExternalDeviceInterfaceName(exGwPort);
    }
  }

  private static final class Gateway extends DvrGateway {
    Gateway(DvrLocalRouter router) {
      super(router);
    }

    @Override
    Optional<FipNamespace> fipNsToLeave() {
      return Optional.of(router.requireFipNs());
    }
  }
}
