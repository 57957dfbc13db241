package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.ToLongFunction;

/**
 * A set that is walked in the order in which CPython walks a set with the same history.
 *
 * <p>A Python set is an open-addressed table walked from slot 0 on. Where an element lands hangs on
 * its hash, on the size of the table and on what was put in before; so the same elements may come
 * in another order after another history. The real agent walks such sets in many places, and what
 * it does first is visible. This class keeps the same table, so that the simulated agent does the
 * same things first. It is as deterministic as a list.
 *
 * <p>Most sets stay so small, and are so seldom walked, that nobody learns where their elements
 * land. So the first few elements are kept as they came; they are put into a {@link PySetTable},
 * for which they must be hashed, only once the order of several is asked for or the history gets
 * longer than additions followed by removals.
 *
 * @param <E> the element, with equals() that agrees with the hash given
 */
final class PySet<E> implements Iterable<E> {
  private final ToLongFunction<? super E> hash;

  /** The elements that were ever put in, as they came; of no use once there is a table. */
  private List<E> few = List.of();

  /** A bit for each of {@link #few} that was removed again. */
  private int removed;

  /** Where the elements landed; null as long as nobody needs to know. */
  private PySetTable<E> table;

  PySet(ToLongFunction<? super E> hash) {
    this.hash = hash;
  }

  /** Returns an empty set of text. */
  static PySet<String> ofText() {
    return new PySet<>(PyHash.TEXT);
  }

  /** Returns what {@code {text for text in texts}} makes. */
  static PySet<String> ofText(Collection<String> texts) {
    PySet<String> set = ofText();
    texts.forEach(set::add);
    return set;
  }

  /** Returns the number of elements. */
  int size() {
    return table == null ? few.size() - Integer.bitCount(removed) : table.used();
  }

  boolean isEmpty() {
    return size() == 0;
  }

  boolean contains(E element) {
    return table == null
        ? isHere(few.indexOf(element))
        : !isEmpty() && table.contains(element, hash.applyAsLong(element));
  }

  /** Adds {@code element}; tells whether it is new. */
  boolean add(E element) {
    if (table == null) {
      if (contains(element)) {
        return false;
      }
      if (removed == 0 && few.size() < PySetTable.MIN_CAPACITY) {
        append(element);
        return true;
      }
    }
    return table().add(element, hash.applyAsLong(element));
  }

  /** Removes {@code element} if it is there; tells whether it was. */
  boolean discard(E element) {
    if (table != null) {
      return !isEmpty() && table.discard(element, hash.applyAsLong(element));
    }
    int at = few.indexOf(element);
    boolean isHere = isHere(at);
    if (isHere) {
      removed |= 1 << at;
    }
    return isHere;
  }

  /**
   * Removes and returns an element: the first one at or after where the last pop stopped.
   *
   * @throws NoSuchElementException from an empty set
   */
  E pop() {
    return table().pop();
  }

  /** Returns a new set with the elements that are not in {@code other}: {@code this - other}. */
  PySet<E> minus(PySet<E> other) {
    PySet<E> result = new PySet<>(hash);
    int size = size();
    if (size >> 2 > other.size()) {
      result.addAll(this);
      result.removeAll(other);
    } else if (table != null) {
      result.table = table.minus(other.table());
    } else {
      E left = null;
      int count = 0;
      for (int i = 0; i < few.size(); i++) {
        if (isHere(i) && !other.contains(few.get(i))) {
          left = few.get(i);
          count++;
        }
      }
      if (count == 1) {
        result.append(left);
      } else if (count > 1) {
        result.table = table().minus(other.table());
      }
    }
    return result;
  }

  /** Returns a new set with the elements of both: {@code this | other}. */
  PySet<E> union(PySet<E> other) {
    PySet<E> result = new PySet<>(hash);
    result.addAll(this);
    result.addAll(other);
    return result;
  }

  /** Removes the elements of {@code other}: {@code this -= other}. */
  void removeAll(PySet<E> other) {
    if (!other.isEmpty() || removed != 0 || table != null) {
      table().removeAll(other.table());
    }
  }

  private void addAll(PySet<E> other) {
    int count = other.size();
    if (count == 0) {
      return;
    }
    if (other.table == null) {
      if (table == null && few.isEmpty() && other.removed == 0) {
        few = new ArrayList<>(other.few);
        return;
      }
      if (count == 1 && table == null && few.size() < PySetTable.MIN_CAPACITY) {
        add(other.only());
        return;
      }
    }
    table().addAll(other.table());
  }

  /** Returns the elements in the order in which they are walked. */
  List<E> toList() {
    List<E> list = new ArrayList<>(size());
    forEach(list::add);
    return list;
  }

  /** Returns the elements in whatever order, for who does not care. */
  Iterable<E> inNoOrder() {
    return table == null && removed == 0 ? few : this;
  }

  /** Tells whether the element of that number, none if negative, was not removed again. */
  private boolean isHere(int at) {
    return at >= 0 && (removed >>> at & 1) == 0;
  }

  private void append(E element) {
    if (few.isEmpty()) {
      few = new ArrayList<>(PySetTable.MIN_CAPACITY);
    }
    few.add(element);
  }

  /** Returns the one element that was not removed again. */
  private E only() {
    return few.get(Integer.numberOfTrailingZeros(~removed));
  }

  /** Returns the table, into which the elements are put now if they are not yet. */
  private PySetTable<E> table() {
    if (table == null) {
      table = new PySetTable<>();
      for (E element : few) {
        table.add(element, hash.applyAsLong(element));
      }
      for (int i = 0; i < few.size(); i++) {
        if (!isHere(i)) {
          table.discard(few.get(i), hash.applyAsLong(few.get(i)));
        }
      }
    }
    return table;
  }

  /** Walks the table from its first slot; the set must not change meanwhile. */
  @Override
  public Iterator<E> iterator() {
    return switch (size()) {
      case 0 -> Collections.emptyIterator();
      case 1 -> table == null ? List.of(only()).iterator() : table.iterator();
      default -> table().iterator();
    };
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder("{");
    for (E element : this) {
      out.append(out.length() > 1 ? ", " : "").append(element);
    }
    return out.append('}').toString();
  }
}
