package org.dvrsim.agent;

/**
 * lp-1936980, repaired in 771fdc0b (2021-09-24): all addresses of a port were entered on the device
 * of the subnet at hand.
 *
 * <p>Symptom: neighbours on interfaces of other subnets.
 */
final class Lp1936980EntriesOfOtherSubnets extends DvrArpEntries {
  Lp1936980EntriesOfOtherSubnets(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.arpEntries.become(Lp1936980EntriesOfOtherSubnets::new);
  }

  @Override
  boolean isOn(FixedIp fixedIp, String subnetId) {
    return true;
  }
}
