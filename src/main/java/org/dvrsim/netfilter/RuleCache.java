package org.dvrsim.netfilter;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.dvrsim.net.IpFamily;

/**
 * Parsed rules by the text they were read from, whole texts of iptables-restore likewise, and
 * sections that bring tables up to date by what is wanted, with the lines for single chains of
 * which they are made; what was not used for long is forgotten. All mean the same everywhere, so
 * namespaces may share a cache, and so may threads.
 */
public final class RuleCache {
  private static final int DEFAULT_CAPACITY = 4096;
  private static final int RESTORES = 256;

  private static final int SECTIONS = 1024;
  private static final int CHAINS = 2048;

  /** Longer texts are not kept: they hardly come twice. */
  private static final int LONGEST_RESTORE = 1 << 15;

  private final IpFamily family;
  private final int capacity;
  private final Recent<String, IptablesRule> rules;
  private final Recent<String, ParsedRestore> restores;
  private final Recent<Object, List<RestoreLine>> chains;
  private final Map<TableName, Recent<Object, RestoreSection>> sections =
      new EnumMap<>(TableName.class);

  /** Makes a cache of moderate size. */
  public RuleCache(IpFamily family) {
    this(family, DEFAULT_CAPACITY);
  }

  /** Makes a cache for {@code capacity} rules. */
  public RuleCache(IpFamily family, int capacity) {
    this.family = Objects.requireNonNull(family);
    this.capacity = capacity;
    this.rules = new Recent<>(capacity);
    this.restores = new Recent<>(RESTORES);
    this.chains = new Recent<>(CHAINS);
  }

  int capacity() {
    return capacity;
  }

  IpFamily family() {
    return family;
  }

  /** Returns the rule once read from {@code text}, null if there is none. */
  synchronized IptablesRule get(String text) {
    return rules.get(text);
  }

  synchronized void put(String text, IptablesRule rule) {
    rules.put(text, rule);
  }

  /** Returns what was once read from a whole text, null if nothing was. */
  synchronized ParsedRestore restore(String text) {
    return text.length() > LONGEST_RESTORE ? null : restores.get(text);
  }

  synchronized void put(String text, ParsedRestore parsed) {
    if (text.length() <= LONGEST_RESTORE) {
      restores.put(text, parsed);
    }
  }

  /**
   * Returns the section that brings a table up to date.
   *
   * @param what what is wanted where there is no table, or what is to be changed: immutable, and
   *     equal where the same section brings it
   * @return null if it was not kept
   */
  public synchronized RestoreSection section(TableName table, Object what) {
    Recent<Object, RestoreSection> known = sections.get(table);
    return known == null ? null : known.get(what);
  }

  /** Keeps the section that brings a table up to date. */
  public synchronized void put(Object what, RestoreSection section) {
    sections.computeIfAbsent(section.table(), name -> new Recent<>(SECTIONS)).put(what, section);
  }

  /**
   * Returns the lines that bring a chain up to date.
   *
   * @param what what is to be changed: immutable, and equal where the same lines do it
   * @return null if they were not kept
   */
  public synchronized List<RestoreLine> lines(Object what) {
    return chains.get(what);
  }

  /** Keeps the lines that bring a chain up to date; immutable. */
  public synchronized void put(Object what, List<RestoreLine> lines) {
    chains.put(what, lines);
  }
}
