package org.dvrsim.netfilter;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.dvrsim.net.IpFamily;

/**
 * Parsed rules by the text they were read from, the least recently used being forgotten. Rules are
 * immutable, so namespaces may share a cache.
 */
public final class RuleCache {
  private static final int DEFAULT_CAPACITY = 4096;

  private final IpFamily family;
  private final int capacity;
  private final Map<String, IptablesRule> rules;

  /** Makes a cache of moderate size. */
  public RuleCache(IpFamily family) {
    this(family, DEFAULT_CAPACITY);
  }

  /** Makes a cache for {@code capacity} rules. */
  public RuleCache(IpFamily family, int capacity) {
    this.family = Objects.requireNonNull(family);
    this.capacity = capacity;
    this.rules =
        new LinkedHashMap<>(64, 0.75f, true) {
          private static final long serialVersionUID = 1L;

          @Override
          protected boolean removeEldestEntry(Map.Entry<String, IptablesRule> eldest) {
            return size() > capacity;
          }
        };
  }

  int capacity() {
    return capacity;
  }

  IpFamily family() {
    return family;
  }

  /** Returns the rule once read from {@code text}, null if there is none. */
  IptablesRule get(String text) {
    return rules.get(text);
  }

  void put(String text, IptablesRule rule) {
    rules.put(text, rule);
  }
}
