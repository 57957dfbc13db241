package org.dvrsim.agent;

import java.util.Iterator;
import java.util.List;
import java.util.SortedSet;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.TableName;

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
  private final Netfilter installed;
  private final TableName name;
  private final long installedVersion;
  private final List<String> chains;
  private final List<String> unwrappedChains;
  private final List<AgentIptablesRule> rules;
  private long changes;

  /** Remembers that nothing is to be sent for a table as it is wanted and installed now. */
  AppliedRules(IptablesTable wanted, Netfilter installed, TableName name) {
    this.wanted = wanted;
    this.installed = installed;
    this.name = name;
    this.installedVersion = installed.version(name);
    this.chains = List.copyOf(wanted.chains());
    this.unwrappedChains = List.copyOf(wanted.unwrappedChains());
    this.rules = List.copyOf(wanted.rules());
    this.changes = wanted.changes();
  }

  /**
   * Tells whether the wanted and the installed rules are still those remembered.
   *
   * @param now the namespace's packet filter, another one if the namespace was made anew
   */
  boolean isCurrent(Netfilter now) {
    if (now != installed || now.version(name) != installedVersion) {
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
      if (!rules.get(i).isSentAs(now.get(i))) {
        return false;
      }
    }
    return true;
  }
}
