package org.dvrsim.agent;

import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
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
  private final Function<String, T> parse;
  private final BitSet taken = new BitSet();
  private final Set<T> foreign = new LinkedHashSet<>();

  /**
   * Starts with all items of a range free.
   *
   * @param itemAt gives the item of each index below {@code size}
   * @param indexOf gives an item's index, -1 for one that is not of the range
   * @param parse reads an item; throws an {@link AgentError} for a text that is none
   */
  ItemPool(int size, IntFunction<T> itemAt, ToIntFunction<T> indexOf, Function<String, T> parse) {
    this.size = size;
    this.itemAt = itemAt;
    this.indexOf = indexOf;
    this.parse = parse;
  }

  /** Reads an item. */
  T parse(String text) {
    return parse.apply(text);
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
    int index;
    try {
      index = indexOf.applyAsInt(parse.apply(text));
    } catch (AgentError e) {
      return Optional.empty();
    }
    if (index >= 0) {
      T item = itemAt.apply(index);
      return !taken.get(index) && item.toString().equals(text)
          ? Optional.of(item)
          : Optional.empty();
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
