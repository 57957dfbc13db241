package org.dvrsim.agent;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.ToIntFunction;

/**
 * The free items of an allocator: some of a numbered range, and items from elsewhere that a state
 * file brought in.
 *
 * @param <T> the item, with equals() as the real allocator compares items
 */
public final class ItemPool<T> {
  private final int size;
  private final IntFunction<T> itemAt;
  private final ToIntFunction<T> indexOf;
  private final BitSet taken = new BitSet();
  private final Set<T> foreign = new LinkedHashSet<>();

  /**
   * Starts with all items of a range free.
   *
   * @param itemAt gives the item of each index below {@code size}
   * @param indexOf gives an item's index, -1 for one that is not of the range
   */
  ItemPool(int size, IntFunction<T> itemAt, ToIntFunction<T> indexOf) {
    this.size = size;
    this.itemAt = itemAt;
    this.indexOf = indexOf;
  }

  /** Tells whether nothing is free. */
  public boolean isEmpty() {
    return foreign.isEmpty() && taken.nextClearBit(0) >= size;
  }

  /**
   * Returns the lowest free item of the range, or where that is used up, the foreign item that was
   * released first.
   *
   * @throws java.util.NoSuchElementException if nothing is free
   */
  public T lowest() {
    int index = taken.nextClearBit(0);
    return index < size ? itemAt.apply(index) : foreign.iterator().next();
  }

  /** Returns the free item that is written {@code text}, empty if there is none. */
  public Optional<T> find(String text) {
    for (int i = taken.nextClearBit(0); i < size; i = taken.nextClearBit(i + 1)) {
      T item = itemAt.apply(i);
      if (item.toString().equals(text)) {
        return Optional.of(item);
      }
    }
    return foreign.stream().filter(item -> item.toString().equals(text)).findFirst();
  }

  /** Makes an item free. */
  void add(T item) {
    int index = indexOf.applyAsInt(item);
    if (index >= 0) {
      taken.clear(index);
    } else {
      foreign.add(item);
    }
  }

  /** Takes an item; one that isn't free is no error. */
  void discard(T item) {
    int index = indexOf.applyAsInt(item);
    if (index >= 0) {
      taken.set(index);
    } else {
      foreign.remove(item);
    }
  }
}
