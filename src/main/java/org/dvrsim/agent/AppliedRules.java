package org.dvrsim.agent;

import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;

/**
 * Remembers the wanted rules of one table that were found to be installed, so that applying them
 * again costs next to nothing.
 *
 * <p>What would be sent follows from the wanted rules and the installed table alone. If nothing was
 * to be sent for them once, nothing is for as long as both stay the same. Agents take their
 * floating IP rules out and put the same ones in again at every update, so rules are compared by
 * content.
 */
final class AppliedRules {
  private final IptablesTable wanted;
  private final long installedVersion;
  private final List<String> chains;
  private final List<String> unwrappedChains;
  private final List<AgentIptablesRule> rules;
  private long changes;

  /** Remembers that nothing is to be sent for a table at this version of the installed one. */
  AppliedRules(IptablesTable wanted, long installedVersion) {
    this.wanted = wanted;
    this.installedVersion = installedVersion;
    this.chains = List.copyOf(wanted.chains());
    this.unwrappedChains = List.copyOf(wanted.unwrappedChains());
    this.rules = List.copyOf(wanted.rules());
    this.changes = wanted.changes();
  }

  /** Tells whether the wanted rules and the installed version are still those remembered. */
  boolean isCurrent(long version) {
    if (version != installedVersion) {
      return false;
    }
    if (changes == wanted.changes()) {
      return true;
    }
    if (!wanted.removeRules().isEmpty()
        || !wanted.removeChains().isEmpty()
        || !hasSame(chains, wanted.chains())
        || !hasSame(unwrappedChains, wanted.unwrappedChains())
        || !hasSameRules(wanted.rules())) {
      return false;
    }
    changes = wanted.changes();
    return true;
  }

  private static boolean hasSame(List<String> old, SortedSet<String> now) {
    if (old.size() != now.size()) {
      return false;
    }
    Iterator<String> next = now.iterator();
    for (String name : old) {
      if (!name.equals(next.next())) {
        return false;
      }
    }
    return true;
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
