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

  private record PolicyFact(Hook hook, Policy policy) {
    @Override
    public String toString() {
      return ":" + hook.name() + " " + policy;
    }
  }

  private record ChainFact(String chain) {
    @Override
    public String toString() {
      return ":" + chain + " -";
    }
  }

  private record RuleFact(String chain, IptablesRule rule) {
    @Override
    public String toString() {
      return "-A " + chain + rule.text();
    }
  }

  /** Adds a section for each table: the same object as long as the table is the same. */
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

  private FactSection read(Table table) {
    List<Object> facts = new ArrayList<>(40);
    for (Hook hook : table.name().hooks()) {
      Chain chain = table.baseChain(hook);
      facts.add(new PolicyFact(hook, chain == null ? Policy.ACCEPT : chain.policy()));
    }
    for (Chain chain : table.userChains()) {
      facts.add(new ChainFact(chain.name()));
    }
    for (Chain chain : table.baseChains()) {
      addRules(chain, facts);
    }
    for (Chain chain : table.userChains()) {
      addRules(chain, facts);
    }
    String tool = netfilter.family() == IpFamily.V4 ? "iptables -t " : "ip6tables -t ";
    String name = tool + table.name() + " ";
    return new FactSection(name, name, facts);
  }

  private static void addRules(Chain chain, List<Object> facts) {
    List<ChainRule> rules = chain.rules();
    for (int i = 0; i < rules.size(); i++) {
      facts.add(new RuleFact(chain.name(), rules.get(i).rule()));
    }
  }
}
