package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Collection;
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
 * <p>Models: CPython 3.13 Objects/setobject.c
 *
 * @param <E> the element, with equals() that agrees with the hash given
 */
final class PySet<E> implements Iterable<E> {
  private static final int MIN_SIZE = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;
  private static final Object DUMMY = new Object();

  /** The table of every set in which nothing was ever; never written to. */
  private static final Object[] NO_KEYS = new Object[MIN_SIZE];

  private static final long[] NO_HASHES = new long[MIN_SIZE];

  private final ToLongFunction<? super E> hash;

  /**
   * The one element that was ever put in, as long as nobody needs to know where it lands; null
   * otherwise. Most sets hold one element at most, and need not hash it.
   */
  private E first;

  private Object[] keys = NO_KEYS;
  private long[] hashes = NO_HASHES;
  private int mask = MIN_SIZE - 1;
  private int fill;
  private int used;
  private int finger;

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
    return used;
  }

  boolean isEmpty() {
    return used == 0;
  }

  boolean contains(E element) {
    if (used == 0 || first != null) {
      return used != 0 && first.equals(element);
    }
    return find(element, hash.applyAsLong(element)) >= 0;
  }

  /** Adds {@code element}; tells whether it is new. */
  boolean add(E element) {
    if (isUntouched()) {
      first = element;
      fill = 1;
      used = 1;
      return true;
    }
    if (first != null && used != 0 && first.equals(element)) {
      return false;
    }
    settle();
    return insert(element, hash.applyAsLong(element));
  }

  /** Tells whether nothing was ever put in. */
  private boolean isUntouched() {
    return first == null && keys == NO_KEYS;
  }

  /** Puts the first element where it lands, even if it was removed since. */
  private void settle() {
    if (first == null) {
      return;
    }
    E element = first;
    first = null;
    allocate(MIN_SIZE);
    long h = hash.applyAsLong(element);
    insertClean(element, h);
    if (used == 0) {
      used = 1;
      bury(find(element, h));
    }
  }

  /** Removes {@code element} if it is there; tells whether it was. */
  boolean discard(E element) {
    if (first != null) {
      boolean isHere = contains(element);
      used -= isHere ? 1 : 0;
      return isHere;
    }
    int at = used == 0 ? -1 : find(element, hash.applyAsLong(element));
    if (at < 0) {
      return false;
    }
    bury(at);
    return true;
  }

  /**
   * Removes and returns an element: the first one at or after where the last pop stopped.
   *
   * @throws NoSuchElementException from an empty set
   */
  E pop() {
    if (used == 0) {
      throw new NoSuchElementException("pop from an empty set");
    }
    settle();
    int at = finger & mask;
    while (keys[at] == null || keys[at] == DUMMY) {
      at = (at + 1) & mask;
    }
    E element = key(at);
    bury(at);
    finger = at + 1;
    return element;
  }

  /** Returns a new set with the elements that are not in {@code other}: {@code this - other}. */
  PySet<E> minus(PySet<E> other) {
    if (used >> 2 > other.used) {
      PySet<E> result = copy();
      result.removeAll(other);
      return result;
    }
    PySet<E> result = new PySet<>(hash);
    if (first != null) {
      if (used != 0 && !other.contains(first)) {
        result.add(first);
      }
      return result;
    }
    other.settle();
    for (int i = 0; i <= mask; i++) {
      if (isLive(i) && (other.used == 0 || other.find(key(i), hashes[i]) < 0)) {
        result.insert(key(i), hashes[i]);
      }
    }
    return result;
  }

  /** Returns a new set with the elements of both: {@code this | other}. */
  PySet<E> union(PySet<E> other) {
    PySet<E> result = copy();
    result.merge(other);
    return result;
  }

  /** Removes the elements of {@code other}: {@code this -= other}. */
  void removeAll(PySet<E> other) {
    for (E element : other) {
      discard(element);
    }
    if (fill - used > mask / 4) {
      resize(growth());
    }
  }

  /** Returns the elements in the order in which they are walked. */
  List<E> toList() {
    List<E> list = new ArrayList<>(used);
    forEach(list::add);
    return list;
  }

  private PySet<E> copy() {
    PySet<E> result = new PySet<>(hash);
    result.merge(this);
    return result;
  }

  private void merge(PySet<E> other) {
    if (other == this || other.used == 0) {
      return;
    }
    if (other.first != null && isUntouched()) {
      add(other.first);
      return;
    }
    settle();
    other.settle();
    if ((fill + other.used) * 5 >= mask * 3) {
      resize((used + other.used) * 2);
    }
    needTable();
    if (fill == 0 && mask == other.mask && other.fill == other.used) {
      System.arraycopy(other.keys, 0, keys, 0, keys.length);
      System.arraycopy(other.hashes, 0, hashes, 0, hashes.length);
      fill = other.fill;
      used = other.used;
      return;
    }
    boolean clean = fill == 0;
    for (int i = 0; i <= other.mask; i++) {
      if (!other.isLive(i)) {
        continue;
      }
      if (clean) {
        insertClean(other.keys[i], other.hashes[i]);
        fill++;
        used++;
      } else {
        insert(other.key(i), other.hashes[i]);
      }
    }
  }

  private boolean insert(E element, long h) {
    int i = (int) h & mask;
    long perturb = h;
    int free = -1;
    while (true) {
      int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int at = i; at <= i + probes; at++) {
        if (keys[at] == null) {
          put(free >= 0 ? free : at, element, h);
          return true;
        }
        if (hashes[at] == h && element.equals(keys[at])) {
          return false;
        }
        if (keys[at] == DUMMY) {
          free = at;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & mask;
    }
  }

  private void put(int at, E element, long h) {
    needTable();
    boolean fresh = keys[at] == null;
    keys[at] = element;
    hashes[at] = h;
    used++;
    if (fresh && ++fill * 5L >= mask * 3L) {
      resize(growth());
    }
  }

  private int growth() {
    return used > 50_000 ? used * 2 : used * 4;
  }

  private int find(E element, long h) {
    int i = (int) h & mask;
    long perturb = h;
    while (true) {
      int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int at = i; at <= i + probes; at++) {
        if (keys[at] == null) {
          return -1;
        }
        if (hashes[at] == h && element.equals(keys[at])) {
          return at;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & mask;
    }
  }

  private void resize(int minUsed) {
    int size = MIN_SIZE;
    while (size <= minUsed) {
      size <<= 1;
    }
    Object[] oldKeys = keys;
    long[] oldHashes = hashes;
    allocate(size);
    fill = used;
    for (int i = 0; i < oldKeys.length; i++) {
      if (oldKeys[i] != null && oldKeys[i] != DUMMY) {
        insertClean(oldKeys[i], oldHashes[i]);
      }
    }
  }

  private void insertClean(Object element, long h) {
    int i = (int) h & mask;
    long perturb = h;
    while (true) {
      int probes = i + LINEAR_PROBES <= mask ? LINEAR_PROBES : 0;
      for (int at = i; at <= i + probes; at++) {
        if (keys[at] == null) {
          keys[at] = element;
          hashes[at] = h;
          return;
        }
      }
      perturb >>>= PERTURB_SHIFT;
      i = (int) (i * 5L + 1 + perturb) & mask;
    }
  }

  private void allocate(int size) {
    keys = new Object[size];
    hashes = new long[size];
    mask = size - 1;
  }

  /** Makes a table of this set's own before something is put in for the first time. */
  private void needTable() {
    if (keys == NO_KEYS) {
      allocate(MIN_SIZE);
    }
  }

  private void bury(int at) {
    keys[at] = DUMMY;
    hashes[at] = -1;
    used--;
  }

  private boolean isLive(int at) {
    return keys[at] != null && keys[at] != DUMMY;
  }

  @SuppressWarnings("unchecked") // only E and DUMMY are put in, and callers have ruled out DUMMY
  private E key(int at) {
    return (E) keys[at];
  }

  /** Walks the table from its first slot; the set must not change meanwhile. */
  @Override
  public Iterator<E> iterator() {
    if (first != null) {
      return (used == 0 ? List.<E>of() : List.of(first)).iterator();
    }
    return new Iterator<>() {
      private int next = advance(0);

      @Override
      public boolean hasNext() {
        return next <= mask;
      }

      @Override
      public E next() {
        if (next > mask) {
          throw new NoSuchElementException();
        }
        E element = key(next);
        next = advance(next + 1);
        return element;
      }

      private int advance(int from) {
        int at = from;
        while (at <= mask && !isLive(at)) {
          at++;
        }
        return at;
      }
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
