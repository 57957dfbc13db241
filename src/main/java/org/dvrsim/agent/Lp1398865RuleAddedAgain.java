package org.dvrsim.agent;

import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.NetnsName;

/**
 * lp-1398865, repaired in faa9a6fb (2015-02-18): rules were added without a look at those that are
 * there, and kernels of that time took identical ones.
 *
 * <p>Symptom: of two equal rules one survives the removal.
 *
 * <p>Differs: today's kernel refuses an identical rule, so the second one is told apart by its
 * protocol.
 */
final class Lp1398865RuleAddedAgain extends IpLib {
  Lp1398865RuleAddedAgain(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1398865RuleAddedAgain::new);
  }

  @Override
  void isThere(NetnsName netns, RuleSpec rule) {
    privileged().addIpRule(netns, rule.withProtocol(RouteProtocol.BOOT));
  }

  @Override
  void isThereByDevice(NetnsName netns, RuleSpec rule) {
    isThere(netns, rule);
  }
}
