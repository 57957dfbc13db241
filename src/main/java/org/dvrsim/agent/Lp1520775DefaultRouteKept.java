package org.dvrsim.agent;

import org.dvrsim.net.IpAddress;

/**
 * lp-1520775, repaired in f9d0dd39 (2016-07-07): a default route was replaced, but not deleted
 * where the external subnet has no gateway any more.
 *
 * <p>Symptom: packets go to a gateway that is none.
 */
final class Lp1520775DefaultRouteKept extends RouterGateway {
  Lp1520775DefaultRouteKept(RouterInfo router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.gateway.become(Lp1520775DefaultRouteKept::new);
  }

  @Override
  void deleteGateway(IpDevice device, IpAddress gone) {}
}
