package org.dvrsim.agent;

/**
 * lp-1627902, repaired in 21bb7766 (2016-12-07): addresses that expire were not looked at, as those
 * that routers advertise.
 *
 * <p>Symptom: where one is a port's own, it is added a second time, which the kernel refuses.
 */
final class Lp1627902DynamicUnseen extends InterfaceDriver {
  Lp1627902DynamicUnseen(HostAccess host, IpLib ipLib) {
    super(host, ipLib);
  }

  static void into(AgentParts parts) {
    parts.interfaceDriver.become(Lp1627902DynamicUnseen::new);
  }

  @Override
  boolean isLookedAt(AgentIpAddress address) {
    return !address.dynamic();
  }
}
