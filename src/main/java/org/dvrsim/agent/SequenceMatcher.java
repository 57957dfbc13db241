package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;

/**
 * Finds the blocks that two sequences of symbols have in common, in the way that Python's difflib
 * does, so that what is built upon it makes the same choices.
 *
 * <p>The idea (Ratcliff and Obershelp, "gestalt pattern matching"): take the longest run that
 * occurs in both, the first of equals, and do the same with what lies left and right of it. Symbols
 * that are junk start no run but may lengthen one; in a second sequence of 200 or more, symbols
 * that make up more than one percent start none either. That is quadratic on average and not
 * minimal, and both show in what the agent sends to the host.
 *
 * <p>Models: Python 3.13 Lib/difflib.py:SequenceMatcher
 */
final class SequenceMatcher {
  private static final int POPULAR_FROM_LENGTH = 200;

  /** How many numbers tell two ranges to be searched: their bounds in either sequence. */
  private static final int RANGE = 4;

  private final IntPredicate junk;
  private int[] a = {};
  private int[] b = {};

  /** For each symbol its last place in the second sequence where a run may begin, -1 for none. */
  private int[] lastOf = {};

  /** For each place the one before it that has the same symbol, -1 for none. */
  private int[] previousOf = {};

  /**
   * How long the run is that ends at each place of the second sequence, and the row that this was
   * found in: one for each step through the first sequence, counted on from search to search.
   */
  private int[] lengths = {};

  private int[] rows = {};
  private int row;

  /** The run that was found last: where it begins in either sequence, and how long it is. */
  private int inA;

  private int inB;
  private int size;

  /** Starts with two empty sequences. */
  SequenceMatcher(IntPredicate junk) {
    this.junk = junk;
  }

  /** Sets the first sequence; symbols are small non-negative numbers. */
  void setFirst(int[] a) {
    this.a = a;
  }

  /** Sets the second sequence and indexes it; symbols are small non-negative numbers. */
  void setSecond(int[] b) {
    this.b = b;
    int symbols = 0;
    for (int symbol : b) {
      symbols = Math.max(symbols, symbol + 1);
    }
    lastOf = new int[symbols];
    Arrays.fill(lastOf, -1);
    if (lengths.length < b.length) {
      previousOf = new int[b.length];
      lengths = new int[b.length];
      rows = new int[b.length];
    }
    int[] count = new int[symbols];
    for (int j = 0; j < b.length; j++) {
      previousOf[j] = lastOf[b[j]];
      lastOf[b[j]] = j;
      count[b[j]]++;
    }
    int popular = b.length >= POPULAR_FROM_LENGTH ? b.length / 100 + 1 : Integer.MAX_VALUE;
    for (int symbol = 0; symbol < symbols; symbol++) {
      if (count[symbol] > popular || junk.test(symbol)) {
        lastOf[symbol] = -1;
      }
    }
  }

  /**
   * A run of {@code size} equal symbols, at {@code a} in the first and {@code b} in the second
   * sequence.
   */
  record Match(int a, int b, int size) {}

  /** Is told of common runs. */
  @FunctionalInterface
  private interface Runs {
    void found(int atA, int atB, int length);
  }

  /** Returns the common runs in order, none touching the next in both sequences. */
  List<Match> matchingBlocks() {
    List<Match> found = new ArrayList<>();
    matched((atA, atB, length) -> found.add(new Match(atA, atB, length)));
    found.sort(Comparator.comparingInt(Match::a).thenComparingInt(Match::b));
    return joined(found);
  }

  /** Finds the common runs, in no order; returns how many symbols they have. */
  private int matched(Runs runs) {
    int sum = 0;
    int[] ranges = new int[4 * RANGE];
    int top = push(ranges, 0, 0, a.length, 0, b.length);
    while (top > 0) {
      top -= RANGE;
      int alo = ranges[top];
      int ahi = ranges[top + 1];
      int blo = ranges[top + 2];
      int bhi = ranges[top + 3];
      findLongestMatch(alo, ahi, blo, bhi);
      if (size == 0) {
        continue;
      }
      sum += size;
      runs.found(inA, inB, size);
      int endA = inA + size;
      int endB = inB + size;
      if (top + 2 * RANGE > ranges.length) {
        ranges = Arrays.copyOf(ranges, 2 * ranges.length);
      }
      if (alo < inA && blo < inB) {
        top = push(ranges, top, alo, inA, blo, inB);
      }
      if (endA < ahi && endB < bhi) {
        top = push(ranges, top, endA, ahi, endB, bhi);
      }
    }
    return sum;
  }

  private static int push(int[] ranges, int top, int alo, int ahi, int blo, int bhi) {
    ranges[top] = alo;
    ranges[top + 1] = ahi;
    ranges[top + 2] = blo;
    ranges[top + 3] = bhi;
    return top + RANGE;
  }

  private static List<Match> joined(List<Match> found) {
    List<Match> result = new ArrayList<>(found.size());
    for (Match m : found) {
      Match last = result.isEmpty() ? null : result.get(result.size() - 1);
      if (last != null && last.a + last.size == m.a && last.b + last.size == m.b) {
        result.set(result.size() - 1, new Match(last.a, last.b, last.size + m.size));
      } else {
        result.add(m);
      }
    }
    return result;
  }

  /** Finds the longest common run of two ranges; the first of equals. */
  private void findLongestMatch(int alo, int ahi, int blo, int bhi) {
    inA = alo;
    inB = blo;
    size = 0;
    row++;
    for (int i = alo; i < ahi; i++) {
      row++;
      int before = size;
      // From the last place to the first, so that the row before is still there to the left.
      int j = lastOf(a[i]);
      while (j >= bhi) {
        j = previousOf[j];
      }
      for (; j >= blo; j = previousOf[j]) {
        int length = j > blo && rows[j - 1] == row - 1 ? lengths[j - 1] + 1 : 1;
        lengths[j] = length;
        rows[j] = row;
        if (length > before && length >= size) {
          inA = i - length + 1;
          inB = j - length + 1;
          size = length;
        }
      }
    }
    lengthen(false, alo, ahi, blo, bhi);
    lengthen(true, alo, ahi, blo, bhi);
  }

  private int lastOf(int symbol) {
    return symbol < lastOf.length ? lastOf[symbol] : -1;
  }

  /** Lengthens the run by equal symbols that could not start one, plain or junk. */
  private void lengthen(boolean byJunk, int alo, int ahi, int blo, int bhi) {
    while (inA > alo && inB > blo && a[inA - 1] == b[inB - 1] && junk.test(b[inB - 1]) == byJunk) {
      inA--;
      inB--;
      size++;
    }
    while (inA + size < ahi
        && inB + size < bhi
        && a[inA + size] == b[inB + size]
        && junk.test(b[inB + size]) == byJunk) {
      size++;
    }
  }

  /** Returns how alike the sequences are, from 0 to 1. */
  double ratio() {
    return ratio(matched((atA, atB, length) -> {}));
  }

  /** Returns an upper bound of {@link #ratio}: what the symbols allow whatever their order. */
  double quickRatio() {
    int[] available = new int[lastOf.length];
    for (int symbol : b) {
      available[symbol]++;
    }
    int matches = 0;
    for (int symbol : a) {
      if (symbol < available.length && available[symbol]-- > 0) {
        matches++;
      }
    }
    return ratio(matches);
  }

  /** Returns an upper bound of {@link #quickRatio}: what the lengths allow. */
  double realQuickRatio() {
    return ratio(Math.min(a.length, b.length));
  }

  private double ratio(int matches) {
    int length = a.length + b.length;
    return length == 0 ? 1.0 : 2.0 * matches / length;
  }
}
