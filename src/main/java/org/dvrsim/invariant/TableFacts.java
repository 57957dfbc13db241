package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.IptablesRule;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.Policy;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;

/**
 * Reads what the tables of a packet filter hold, as facts. Counters are no facts. What it read of a
 * table is kept until the table changes.
 */
final class TableFacts {
  private static final TableName[] NAMES = TableName.values();

  private final Netfilter netfilter;
  private final FactSection[] known = new FactSection[NAMES.length];
  private final long[] versions = new long[NAMES.length];

  /** Builds a reader that has read nothing yet. */
  TableFacts(Netfilter netfilter) {
    this.netfilter = netfilter;
  }

  /** Adds a section for each table: the same object as long as the table is the same. */
  @SuppressWarnings("EnumOrdinal") // nothing but the order of what is known hangs on it
  void addTo(List<FactSection> sections) {
    for (Table table : netfilter.tables()) {
      int place = table.name().ordinal();
      long version = netfilter.version(table.name());
      if (known[place] == null || versions[place] != version) {
        known[place] = read(table);
        versions[place] = version;
      }
      sections.add(known[place]);
    }
  }

  /**
   * Reads a table: the policies of its hooks, how many base chains there are, then each chain's
   * name and rules, of base chains first.
   */
  private FactSection read(Table table) {
    List<Object> items = new ArrayList<>(40);
    List<Hook> hooks = table.name().hooks();
    for (Hook hook : hooks) {
      Chain chain = table.baseChain(hook);
      items.add(chain == null ? Policy.ACCEPT : chain.policy());
    }
    items.add(table.baseChains().size());
    for (Chain chain : table.baseChains()) {
      add(chain, items);
    }
    for (Chain chain : table.userChains()) {
      add(chain, items);
    }
    String tool = netfilter.family() == IpFamily.V4 ? "iptables -t " : "ip6tables -t ";
    String name = tool + table.name() + " ";
    return new FactSection(name, name, items, all -> inWords(hooks, all));
  }

  private static void add(Chain chain, List<Object> items) {
    items.add(chain.name());
    List<ChainRule> rules = chain.rules();
    for (int i = 0; i < rules.size(); i++) {
      items.add(rules.get(i).rule());
    }
  }

  private static List<String> inWords(List<Hook> hooks, List<?> items) {
    List<String> words = new ArrayList<>(items.size());
    for (int i = 0; i < hooks.size(); i++) {
      words.add(":" + hooks.get(i).name() + " " + items.get(i));
    }
    int baseChains = (Integer) items.get(hooks.size());
    String chain = "";
    for (Object item : items.subList(hooks.size() + 1, items.size())) {
      if (item instanceof IptablesRule rule) {
        words.add("-A " + chain + rule.text());
      } else {
        chain = (String) item;
        if (baseChains-- <= 0) {
          words.add(":" + chain + " -");
        }
      }
    }
    return words;
  }
}
