package org.dvrsim.agent;

import java.util.Iterator;
import java.util.NoSuchElementException;

/**
 * The table of a {@link PySet}: open addressing, with the slots that CPython chooses.
 *
 * <p>Models: CPython 3.13 Objects/setobject.c
 *
 * @param <E> the element
 */
final class PySetTable<E> implements Iterable<E> {
  /** How many elements fit into a table of the first size. */
  static final int MIN_CAPACITY = 4;

  private static final int MIN_SIZE = 8;
  private static final int LINEAR_PROBES = 9;
  private static final int PERTURB_SHIFT = 5;
  private static final Object DUMMY = new Object();

  private Object[] keys = new Object[MIN_SIZE];
  private long[] hashes = new long[MIN_SIZE];
  private int mask = MIN_SIZE - 1;
  private int fill;
  private int used;
  private int finger;

  /** Returns the number of elements. */
  int used() {
    return used;
  }

  boolean contains(E element, long h) {
    return used != 0 && find(element, h) >= 0;
  }

  /** Adds {@code element}; tells whether it is new. */
  boolean add(E element, long h) {
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

  /** Removes {@code element} if it is there; tells whether it was. */
  boolean discard(E element, long h) {
    int at = used == 0 ? -1 : find(element, h);
    if (at < 0) {
      return false;
    }
    bury(at);
    return true;
  }

  /**
   * Removes and returns an element: the first one at or after where the last pop stopped.
   *
   * @throws NoSuchElementException from an empty table
   */
  E pop() {
    if (used == 0) {
      throw new NoSuchElementException("pop from an empty set");
    }
    int at = finger & mask;
    while (!isLive(at)) {
      at = (at + 1) & mask;
    }
    E element = key(at);
    bury(at);
    finger = at + 1;
    return element;
  }

  /** Returns a table of the elements that are not in {@code other}. */
  PySetTable<E> minus(PySetTable<E> other) {
    PySetTable<E> result = new PySetTable<>();
    for (int i = 0; i <= mask; i++) {
      if (isLive(i) && !other.contains(key(i), hashes[i])) {
        result.add(key(i), hashes[i]);
      }
    }
    return result;
  }

  /**
   * Removes the elements of {@code other}, and forgets of which slots they were if these are many.
   */
  void removeAll(PySetTable<E> other) {
    for (int i = 0; i <= other.mask; i++) {
      if (other.isLive(i)) {
        discard(other.key(i), other.hashes[i]);
      }
    }
    if (fill - used > mask / 4) {
      resize(growth());
    }
  }

  /** Adds the elements of {@code other}, which are at least one. */
  void addAll(PySetTable<E> other) {
    if ((fill + other.used) * 5 >= mask * 3) {
      resize((used + other.used) * 2);
    }
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
        add(other.key(i), other.hashes[i]);
      }
    }
  }

  private void put(int at, E element, long h) {
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
    keys = new Object[size];
    hashes = new long[size];
    mask = size - 1;
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

  /** Walks the table from its first slot; it must not change meanwhile. */
  @Override
  public Iterator<E> iterator() {
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
}
