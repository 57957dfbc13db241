package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** A table as it was at some time, to be made again. Immutable. */
final class TableTemplate {
  private final TableName name;
  private final ChainTemplate[] chains;

  /**
   * A chain.
   *
   * @param hook null for a user chain
   */
  private record ChainTemplate(
      String name, Hook hook, Policy policy, long packets, long bytes, List<RuleTemplate> rules) {}

  /**
   * A rule.
   *
   * @param jump where in the table the chain is that it leads to, -1 for none
   */
  private record RuleTemplate(IptablesRule rule, int jump, long packets, long bytes, String line) {}

  /** Takes a picture of {@code table}. */
  TableTemplate(Table table) {
    name = table.name();
    List<Chain> all = table.inOrderOfCreation();
    IdentityHashMap<Chain, Integer> places = new IdentityHashMap<>();
    for (Chain chain : all) {
      places.put(chain, places.size());
    }
    chains = new ChainTemplate[all.size()];
    for (int i = 0; i < chains.length; i++) {
      chains[i] = picture(all.get(i), places);
    }
  }

  private static ChainTemplate picture(Chain chain, IdentityHashMap<Chain, Integer> places) {
    List<RuleTemplate> rules = new ArrayList<>(chain.size());
    for (ChainRule rule : chain.rules()) {
      int jump = rule.jump() == null ? -1 : places.get(rule.jump());
      rules.add(new RuleTemplate(rule.rule(), jump, rule.packets(), rule.bytes(), rule.line()));
    }
    return new ChainTemplate(
        chain.name(),
        chain.hook(),
        chain.policy(),
        chain.packets(),
        chain.bytes(),
        List.copyOf(rules));
  }

  /** Makes the table. */
  Table make() {
    Table table = new Table(name);
    Chain[] made = new Chain[chains.length];
    for (int i = 0; i < made.length; i++) {
      ChainTemplate picture = chains[i];
      made[i] = new Chain(picture.name, picture.hook);
      made[i].setPolicy(picture.policy);
      made[i].setCounters(picture.packets, picture.bytes);
      table.add(made[i]);
    }
    for (int i = 0; i < made.length; i++) {
      List<RuleTemplate> rules = chains[i].rules;
      for (int j = 0; j < rules.size(); j++) {
        RuleTemplate rule = rules.get(j);
        Chain jump = rule.jump < 0 ? null : made[rule.jump];
        made[i].add(
            j, new ChainRule(made[i], rule.rule, jump, rule.packets, rule.bytes, rule.line));
      }
    }
    return table;
  }
}
