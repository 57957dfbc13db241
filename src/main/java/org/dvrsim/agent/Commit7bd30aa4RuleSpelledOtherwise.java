package org.dvrsim.agent;

import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.NetnsName;

/**
 * 7bd30aa4 (2015-09-09): a rule was looked for by its words as listed, of which a source of all was
 * never one.
 *
 * <p>Symptom: rules for what comes in by a device are there twice.
 *
 * <p>Differs: today's kernel refuses an identical rule, so the second one is told apart by its
 * protocol.
 */
final class Commit7bd30aa4RuleSpelledOtherwise extends IpLib {
  Commit7bd30aa4RuleSpelledOtherwise(HostAccess host, PrivilegedIpLib privileged) {
    super(host, privileged);
  }

  static void into(AgentParts parts) {
    parts.ipLib.become(Commit7bd30aa4RuleSpelledOtherwise::new);
  }

  @Override
  void isThereByDevice(NetnsName netns, RuleSpec rule) {
    privileged().addIpRule(netns, rule.withProtocol(RouteProtocol.BOOT));
  }
}
