package org.dvrsim.netfilter;

import java.util.HashMap;
import java.util.Map;

/**
 * Remembers what was used of late: at least the last so many keys, at most twice as many.
 *
 * <p>There are two generations. What is used is in the younger one or gets there; when that is
 * full, it becomes the older one, and the older one is forgotten as a whole. So to find what was
 * used lately is to find it in a hash map, and changes nothing.
 */
final class Recent<K, V> {
  private final int capacity;
  private Map<K, V> younger = new HashMap<>();
  private Map<K, V> older = new HashMap<>();

  /** Remembers nothing yet; {@code capacity} keys make a generation. */
  Recent(int capacity) {
    this.capacity = capacity;
  }

  /** Returns the value of {@code key}, null if it was forgotten or never put in. */
  V get(K key) {
    V found = younger.get(key);
    if (found == null) {
      found = older.get(key);
      if (found != null) {
        put(key, found);
      }
    }
    return found;
  }

  /** Remembers {@code value}. */
  void put(K key, V value) {
    if (younger.size() >= capacity) {
      older = younger;
      younger = new HashMap<>();
    }
    younger.put(key, value);
  }
}
