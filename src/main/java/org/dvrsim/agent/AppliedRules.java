package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.TableName;

/**
 * Remembers that one table was found to be installed as it was wanted then, and which chains were
 * changed since, so that applying it again costs next to nothing.
 *
 * <p>What would be sent follows from the wanted rules and the installed table alone. If nothing was
 * to be sent once, nothing is for as long as both stay the same. Agents take their floating IP
 * rules out and put the same ones in again at every update, so rules are compared by content.
 */
final class AppliedRules {
  private final TableName name;
  private final List<WantedChain> changed = new ArrayList<>(4);
  private Netfilter installed;
  private long installedVersion;

  /** Remembers that nothing is to be sent for a table as it is wanted and installed now. */
  AppliedRules(Netfilter installed, TableName name) {
    this.name = name;
    remember(installed);
  }

  /** Remembers that nothing is to be sent for the table as it is wanted and installed now. */
  void remember(Netfilter now) {
    forget();
    installed = now;
    installedVersion = now.version(name);
  }

  /** Is called before a chain changes. */
  void changing(WantedChain chain) {
    if (chain.noteInstalled()) {
      changed.add(chain);
    }
  }

  /** Returns the chains that were changed since, which know what is installed; a view. */
  List<WantedChain> changed() {
    return Collections.unmodifiableList(changed);
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
    for (int i = 0; i < changed.size(); i++) {
      if (!changed.get(i).isAsInstalled()) {
        return false;
      }
    }
    forget();
    return true;
  }

  /** Forgets which chains were changed. */
  private void forget() {
    for (int i = 0; i < changed.size(); i++) {
      changed.get(i).forgetInstalled();
    }
    changed.clear();
  }
}
