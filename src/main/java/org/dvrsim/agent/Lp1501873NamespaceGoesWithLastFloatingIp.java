package org.dvrsim.agent;

import java.util.Optional;
import org.dvrsim.net.IpInterface;

/**
 * lp-1501873, repaired in cb465d40 (2015-10-22): the fip namespace was deleted with the last
 * floating IP in it, and the server told to delete the agent gateway port.
 *
 * <p>Symptom: whoever is just about to use the namespace fails.
 */
final class Lp1501873NamespaceGoesWithLastFloatingIp extends DvrFloatingIps {
  Lp1501873NamespaceGoesWithLastFloatingIp(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.dvrFloatingIps.become(Lp1501873NamespaceGoesWithLastFloatingIp::new);
  }

  @Override
  Optional<IpDevice> floatingIpRemovedDist(IpInterface fipCidr) {
    Optional<IpDevice> device = super.floatingIpRemovedDist(fipCidr);
    boolean last = router.getFloatingIps().isEmpty();
    if (last && router.fipNs().isPresent() && !router.fipNs().get().isDestroyed()) {
      FipNamespace fipNs = router.fipNs().get();
      fipNs.deleteRtr2FipLink(router);
      router.fipConnection().disconnected();
      fipNs.unsubscribe(fipNs.extNetId());
      fipNs.delete();
      router.agent.pluginRpc().deleteAgentGatewayPort(fipNs.extNetId());
      return Optional.empty();
    }
    return device;
  }
}
