package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.net.Fwmark;

/**
 * lp-1607699, repaired in 244ef910 (2016-07-27): rules of floating IPs in the table mangle named
 * addresses without the length that the kernel lists them with.
 *
 * <p>Symptom: they never equal what is listed, so every update takes them away and puts them back.
 */
final class Lp1607699AddressesWithoutLength extends DvrNatRules {
  Lp1607699AddressesWithoutLength(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.natRules.become(Lp1607699AddressesWithoutLength::new);
  }

  @Override
  List<ChainRule> floatingMangleRules(FloatingIp fip, Fwmark internalMark) {
    return super.floatingMangleRules(fip, internalMark).stream()
        .map(rule -> new ChainRule(rule.chain(), rule.rule().replace("/32 ", " ")))
        .toList();
  }
}
