package org.dvrsim.agent;

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
  private final IptablesTable table;
  private final Netfilter installed;
  private final TableName name;
  private final long installedVersion;
  private WantedRules wanted;
  private long changes;

  /** Remembers that nothing is to be sent for a table as it is wanted and installed now. */
  AppliedRules(IptablesTable table, Netfilter installed, TableName name) {
    this.table = table;
    this.installed = installed;
    this.name = name;
    this.installedVersion = installed.version(name);
    this.wanted = table.wanted();
    this.changes = table.changes();
  }

  /** Returns the wanted rules for which nothing is to be sent. */
  WantedRules wanted() {
    return wanted;
  }

  /**
   * Tells whether the installed rules are still those remembered.
   *
   * @param now the namespace's packet filter, another one if the namespace was made anew
   */
  boolean isInstalled(Netfilter now) {
    return now == installed && now.version(name) == installedVersion;
  }

  /** Tells whether the wanted and the installed rules are still those remembered. */
  boolean isCurrent(Netfilter now) {
    if (!isInstalled(now)) {
      return false;
    }
    if (changes == table.changes()) {
      return true;
    }
    if (!table.removesNothing() || !wanted.equals(table.wanted())) {
      return false;
    }
    wanted = table.wanted();
    changes = table.changes();
    return true;
  }
}
