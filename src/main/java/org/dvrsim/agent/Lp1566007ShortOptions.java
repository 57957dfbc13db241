package org.dvrsim.agent;

import java.util.List;

/**
 * lp-1566007, repaired in b8d520ff (2016-04-05): rules that translate floating IPs were written
 * with short options and addresses without length, not as the kernel lists them.
 *
 * <p>Symptom: they never equal what is listed, so every update takes them away and puts them back.
 */
final class Lp1566007ShortOptions extends DvrNatRules {
  Lp1566007ShortOptions(DvrLocalRouter router) {
    super(router);
  }

  static void into(AgentParts parts) {
    parts.natRules.become(Lp1566007ShortOptions::new);
  }

  @Override
  List<ChainRule> floatingForwardRules(FloatingIp fip) {
    return super.floatingForwardRules(fip).stream()
        .map(rule -> new ChainRule(rule.chain(), shortened(rule.rule())))
        .toList();
  }

  private static String shortened(String rule) {
    return rule.replace("/32 ", " ")
        .replace("--to-destination ", "--to ")
        .replace("--to-source ", "--to ");
  }
}
