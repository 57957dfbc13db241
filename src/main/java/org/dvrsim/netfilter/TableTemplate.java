package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A table as it was at some time, to be made again. Immutable. */
final class TableTemplate {
  private final TableName name;

  /** The base chains, then the user chains in the order in which they were made. */
  private final ChainTemplate[] chains;

  private final int baseChains;
  private final boolean inOrder;

  /** Where the user chains are, in the order of names. */
  private final int[] sorted;

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
    Map<Chain, Integer> places = new HashMap<>();
    for (Chain chain : all) {
      places.put(chain, places.size());
    }
    chains = new ChainTemplate[all.size()];
    for (int i = 0; i < chains.length; i++) {
      chains[i] = picture(all.get(i), places);
    }
    baseChains = table.baseChains().size();
    inOrder = table.repeatingChains().isEmpty() && table.missingTargets().isEmpty();
    sorted = table.userChains().stream().mapToInt(places::get).toArray();
  }

  private static ChainTemplate picture(Chain chain, Map<Chain, Integer> places) {
    List<RuleTemplate> rules = new ArrayList<>(chain.size());
    for (int i = 0; i < chain.size(); i++) {
      ChainRule rule = chain.rule(i);
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
    Chain[] made = new Chain[chains.length];
    for (int i = 0; i < made.length; i++) {
      ChainTemplate picture = chains[i];
      made[i] = new Chain(picture.name, picture.hook, picture.rules.size());
      made[i].setPolicy(picture.policy);
      made[i].setCounters(picture.packets, picture.bytes);
    }
    for (int i = 0; i < made.length; i++) {
      List<RuleTemplate> rules = chains[i].rules;
      for (int j = 0; j < rules.size(); j++) {
        RuleTemplate rule = rules.get(j);
        Chain jump = rule.jump < 0 ? null : made[rule.jump];
        made[i].add(
            made[i].size(),
            new ChainRule(made[i], rule.rule, jump, rule.packets, rule.bytes, rule.line));
      }
    }
    Table table = new Table(name, baseChains(made), created(made), userChains(made));
    if (inOrder) {
      table.isInOrder();
    }
    return table;
  }

  private List<Chain> baseChains(Chain[] made) {
    return List.of(Arrays.copyOf(made, baseChains));
  }

  private List<Chain> created(Chain[] made) {
    List<Chain> created = new ArrayList<>(made.length - baseChains);
    for (int i = baseChains; i < made.length; i++) {
      created.add(made[i]);
    }
    return created;
  }

  private List<Chain> userChains(Chain[] made) {
    Chain[] byName = new Chain[sorted.length];
    for (int i = 0; i < sorted.length; i++) {
      byName[i] = made[sorted[i]];
    }
    return List.of(byName);
  }
}
