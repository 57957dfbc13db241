package org.dvrsim.netfilter;

import java.util.List;

/**
 * Writes tables as iptables-save does.
 *
 * <p>Models: iptables/xtables-save.c:__do_output(), iptables/nft.c:nft_rule_save()
 */
final class SaveText {
  private SaveText() {}

  /**
   * Appends a table's chains and rules. Base chains that don't exist yet are shown as if they did.
   *
   * @param table null if the table doesn't exist
   */
  static void table(TableName name, Table table, boolean counters, List<String> lines) {
    for (Hook hook : name.hooks()) {
      Chain base = table == null ? null : table.baseChain(hook);
      lines.add(base == null ? ":" + hook.name() + " ACCEPT [0:0]" : base.line());
    }
    if (table == null) {
      return;
    }
    for (Chain chain : table.userChains()) {
      lines.add(chain.line());
    }
    for (Chain chain : table.baseChains()) {
      rules(chain, counters, lines);
    }
    for (Chain chain : table.userChains()) {
      rules(chain, counters, lines);
    }
  }

  private static void rules(Chain chain, boolean counters, List<String> lines) {
    for (ChainRule rule : chain.rules()) {
      lines.add(
          counters ? "[" + rule.packets() + ":" + rule.bytes() + "] " + rule.line() : rule.line());
    }
  }
}
