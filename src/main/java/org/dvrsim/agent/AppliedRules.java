package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Remembers the wanted rules of one family that were found to be installed, so that applying them
 * again costs next to nothing.
 *
 * <p>What would be sent follows from the wanted rules and the installed ones alone. If nothing was
 * to be sent for them once, nothing is for as long as both stay the same. Agents take their
 * floating IP rules out and put the same ones in again at every update, so rules are compared by
 * content.
 */
final class AppliedRules {
  private final List<Table> tables = new ArrayList<>();
  private long installedVersion;

  /** Tells whether the rules and the installed version are those remembered. */
  boolean isCurrent(Map<String, IptablesTable> wanted, long version) {
    if (version != installedVersion || tables.size() != wanted.size()) {
      return false;
    }
    int i = 0;
    for (IptablesTable table : wanted.values()) {
      Table old = tables.get(i);
      if (old.source != table || !old.isCurrent()) {
        return false;
      }
      i++;
    }
    return true;
  }

  /** Remembers that nothing is to be sent for these rules at this installed version. */
  void remember(Map<String, IptablesTable> wanted, long version) {
    tables.clear();
    for (IptablesTable table : wanted.values()) {
      tables.add(new Table(table));
    }
    installedVersion = version;
  }

  private static final class Table {
    private final IptablesTable source;
    private final List<String> chains;
    private final List<String> unwrappedChains;
    private final List<AgentIptablesRule> rules;
    private long changes;

    Table(IptablesTable source) {
      this.source = source;
      this.chains = List.copyOf(source.chains());
      this.unwrappedChains = List.copyOf(source.unwrappedChains());
      this.rules = List.copyOf(source.rules());
      this.changes = source.changes();
    }

    boolean isCurrent() {
      if (changes == source.changes()) {
        return true;
      }
      if (!source.removeRules().isEmpty()
          || !source.removeChains().isEmpty()
          || !hasSame(chains, source.chains())
          || !hasSame(unwrappedChains, source.unwrappedChains())
          || !hasSameRules(source.rules())) {
        return false;
      }
      changes = source.changes();
      return true;
    }

    private static boolean hasSame(List<String> old, java.util.Collection<String> now) {
      return old.size() == now.size() && old.equals(new ArrayList<>(now));
    }

    private boolean hasSameRules(List<AgentIptablesRule> now) {
      if (rules.size() != now.size()) {
        return false;
      }
      for (int i = 0; i < rules.size(); i++) {
        AgentIptablesRule rule = now.get(i);
        if (rule.top() != rules.get(i).top() || !rule.toString().equals(rules.get(i).toString())) {
          return false;
        }
      }
      return true;
    }
  }
}
