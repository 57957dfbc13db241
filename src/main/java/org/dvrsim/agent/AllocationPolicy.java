package org.dvrsim.agent;

/**
 * Says which of its free items an allocator hands out.
 *
 * <p>The real one takes whatever its hash table gives first. A replay takes what was taken then.
 */
@FunctionalInterface
public interface AllocationPolicy {
  /** Takes the lowest free item. */
  AllocationPolicy LOWEST_FREE =
      new AllocationPolicy() {
        @Override
        public <T> T pick(String stateFile, String key, ItemPool<T> free) {
          return free.lowest();
        }
      };

  /**
   * Returns one of the free items.
   *
   * @param stateFile the allocator's state file, without its directory, such as {@code
   *     fip-priorities}
   * @param key whom the item is for
   * @param free holds at least one item
   */
  <T> T pick(String stateFile, String key, ItemPool<T> free);
}
