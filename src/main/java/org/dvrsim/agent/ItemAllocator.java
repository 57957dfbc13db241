package org.dvrsim.agent;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Hands out items of a pool to keys, and remembers over restarts of the agent who has which.
 *
 * <p>The state file has a line {@code KEY,ITEM} for each. What it says when the agent starts is
 * <em>remembered</em>: such an item is not free, becomes an <em>allocation</em> once its key is
 * looked up, and is given up when the pool runs dry.
 *
 * <p>Models: neutron/agent/l3/item_allocator.py:ItemAllocator
 *
 * @param <T> the item; its text is what the file holds
 */
class ItemAllocator<T> {
  private final StateFile stateFile;
  private final String itemClass;
  private final ItemPool<T> pool;
  private final AllocationPolicy policy;
  private final Map<String, T> allocations = new LinkedHashMap<>();
  private final Map<String, T> remembered = new LinkedHashMap<>();
  private StringBuilder written;

  /**
   * Reads the state file, if there is one. If a line is no pair, or its item is none, the file is
   * written anew without it.
   *
   * @param itemClass the name of the item's class, for error texts
   * @param pool reads items too; a text for which it throws {@link ValueError} is skipped
   * @throws AgentError what it throws besides
   */
  ItemAllocator(
      HostAccess host,
      Path stateFile,
      String itemClass,
      ItemPool<T> pool,
      AllocationPolicy policy) {
    this.stateFile = new StateFile(host, stateFile);
    this.itemClass = itemClass;
    this.pool = pool;
    this.policy = policy;
    boolean readError = false;
    for (String line : linesOf(this.stateFile)) {
      List<String> fields = List.of(line.strip().split(",", -1));
      try {
        if (fields.size() != 2) {
          throw new ValueError("expected 2 values, got " + fields.size());
        }
        remembered.put(fields.get(0), pool.parse(fields.get(1)));
      } catch (ValueError e) {
        malformed(e);
        readError = true;
      }
    }
    remembered.values().forEach(pool::discard);
    if (readError) {
      writeAllocations();
    }
  }

  /** Passes over a line that is none. */
  void malformed(ValueError error) {}

  /** Returns what the state file holds when the agent starts. */
  List<String> linesOf(StateFile file) {
    return file.read();
  }

  /** Returns the item that a key has or is remembered to have, empty if there is none. */
  final Optional<T> lookup(String key) {
    T item = allocations.get(key);
    if (item == null) {
      item = remembered.remove(key);
      if (item != null) {
        allocations.put(key, item);
        written = null;
      }
    }
    return Optional.ofNullable(item);
  }

  /**
   * Returns the item of a key, a fresh one if it has none.
   *
   * @throws AgentRuntimeError if none is left, with nothing changed but what was remembered
   */
  final T allocate(String key) {
    Optional<T> entry = lookup(key);
    if (entry.isPresent()) {
      return entry.get();
    }
    if (pool.isEmpty()) {
      remembered.values().forEach(pool::add);
      remembered.clear();
      written = null;
      if (pool.isEmpty()) {
        throw new AgentRuntimeError(
            "Cannot allocate item of type: " + itemClass + " from pool using file " + stateFile);
      }
    }
    T item = policy.pick(stateFile.name(), key, pool);
    pool.discard(item);
    allocations.put(key, item);
    if (written != null && remembered.isEmpty()) {
      line(written, key, item);
      stateFile.write(written);
    } else {
      writeAllocations();
    }
    return item;
  }

  /** Makes a key's item free; a key without one is no error. */
  final void release(String key) {
    if (lookup(key).isPresent()) {
      pool.add(allocations.remove(key));
      writeAllocations();
    }
  }

  private void writeAllocations() {
    written = new StringBuilder();
    allocations.forEach((key, item) -> line(written, key, item));
    remembered.forEach((key, item) -> line(written, key, item));
    stateFile.write(written);
  }

  private static void line(StringBuilder out, String key, Object item) {
    out.append(key).append(',').append(item).append('\n');
  }
}
