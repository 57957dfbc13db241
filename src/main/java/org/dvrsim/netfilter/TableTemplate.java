package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Collections;
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
    List<Chain> made = new ArrayList<>(chains.length);
    for (ChainTemplate picture : chains) {
      Chain chain = new Chain(picture.name, picture.hook);
      chain.setPolicy(picture.policy);
      chain.setCounters(picture.packets, picture.bytes);
      made.add(chain);
    }
    for (int i = 0; i < chains.length; i++) {
      Chain chain = made.get(i);
      for (RuleTemplate rule : chains[i].rules) {
        Chain jump = rule.jump < 0 ? null : made.get(rule.jump);
        chain.add(
            chain.size(),
            new ChainRule(chain, rule.rule, jump, rule.packets, rule.bytes, rule.line));
      }
    }
    List<Chain> userChains = new ArrayList<>(sorted.length);
    for (int place : sorted) {
      userChains.add(made.get(place));
    }
    Table table =
        new Table(
            name,
            List.copyOf(made.subList(0, baseChains)),
            new ArrayList<>(made.subList(baseChains, made.size())),
            Collections.unmodifiableList(userChains));
    if (inOrder) {
      table.isInOrder();
    }
    return table;
  }
}
