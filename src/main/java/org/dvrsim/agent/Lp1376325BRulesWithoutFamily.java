package org.dvrsim.agent;

import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/**
 * lp-1376325, repaired in 4d774ef1 (2015-01-26): routing rules were added without their family, and
 * deleted by their priority alone.
 *
 * <p>Symptom: rules of IPv6 networks are refused, and another rule of equal number may be deleted.
 */
final class Lp1376325BRulesWithoutFamily extends IpLib {
  Lp1376325BRulesWithoutFamily(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Lp1376325BRulesWithoutFamily::new);
  }

  @Override
  void addIpRule(NetnsName netns, IpInterface from, TableId table, long priority) {
    if (from.family() == IpFamily.V6) {
      throw new ProcessExecutionError(
          "Error: an inet prefix is expected rather than \"" + from + "\".", 1);
    }
    super.addIpRule(netns, from, table, priority);
  }

  @Override
  void deleteIpRule(NetnsName netns, IpInterface from, TableId table, long priority) {
    privileged().deleteIpRule(netns, RuleSpec.in(IpFamily.V4).priority(priority).build());
  }
}
