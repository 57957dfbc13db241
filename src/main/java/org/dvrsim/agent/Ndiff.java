package org.dvrsim.agent;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Compares two lists of lines as Python's {@code difflib.ndiff} does: which lines go, which come,
 * and in what order the two are told where lines were replaced by similar ones.
 *
 * <p>The order matters because the agent turns it into {@code -D} and {@code -I} commands with
 * positions. Where a block of lines was replaced, ndiff looks for the pair of most similar lines
 * (at least 75 percent), tells that pair next to each other and does the same with what is above
 * and below it.
 *
 * <p>Models: Python 3.13 Lib/difflib.py:Differ.compare, without the lines starting with {@code ?}.
 */
final class Ndiff {
  private static final double CUTOFF = 0.75;

  /** Of ranges no longer than this, each line is compared with each. */
  private static final int FEW = 8;

  private final List<String> a;
  private final List<String> b;
  private final List<Step> steps = new ArrayList<>();

  private Ndiff(List<String> a, List<String> b) {
    this.a = a;
    this.b = b;
  }

  /** What happens to a line. */
  enum Kind {
    /** It stays. */
    KEEP,
    /** It goes. */
    DELETE,
    /** It comes. */
    INSERT
  }

  /** One line of the difference. */
  record Step(Kind kind, String line) {}

  /** Returns the steps from {@code a} to {@code b}. */
  static List<Step> compare(List<String> a, List<String> b) {
    Ndiff diff = new Ndiff(a, b);
    if (a.isEmpty() || b.isEmpty()) {
      diff.dumpBoth(0, a.size(), 0, b.size());
      return diff.steps;
    }
    int head = 0;
    int tail = 0;
    // Lines that occur once in either list pair up with themselves alone; then a common start and
    // end are runs of their own, whatever lies between.
    if (!ChainState.hasEqual(a) && !ChainState.hasEqual(b)) {
      int shorter = Math.min(a.size(), b.size());
      while (head < shorter && a.get(head).equals(b.get(head))) {
        head++;
      }
      while (tail < shorter - head
          && a.get(a.size() - 1 - tail).equals(b.get(b.size() - 1 - tail))) {
        tail++;
      }
    }
    diff.dump(Kind.KEEP, a, 0, head);
    diff.compareRange(head, a.size() - tail, head, b.size() - tail);
    diff.dump(Kind.KEEP, a, a.size() - tail, a.size());
    return diff.steps;
  }

  private void compareRange(int alo, int ahi, int blo, int bhi) {
    if (alo == ahi || blo == bhi) {
      dumpBoth(alo, ahi, blo, bhi);
      return;
    }
    if (ahi - alo <= FEW && bhi - blo <= FEW && !haveCommon(alo, ahi, blo, bhi)) {
      helper(alo, ahi, blo, bhi);
      return;
    }
    Map<String, Integer> symbols = new HashMap<>();
    SequenceMatcher lines = new SequenceMatcher(line -> false);
    lines.setSecond(symbols(b.subList(blo, bhi), symbols));
    lines.setFirst(symbols(a.subList(alo, ahi), symbols));
    int i = alo;
    int j = blo;
    for (SequenceMatcher.Match m : lines.matchingBlocks()) {
      helper(i, alo + m.a(), j, blo + m.b());
      i = alo + m.a() + m.size();
      j = blo + m.b() + m.size();
      dump(Kind.KEEP, a, i - m.size(), i);
    }
    helper(i, ahi, j, bhi);
  }

  /** Tells whether some line is in both ranges. */
  private boolean haveCommon(int alo, int ahi, int blo, int bhi) {
    for (int i = alo; i < ahi; i++) {
      for (int j = blo; j < bhi; j++) {
        if (a.get(i).equals(b.get(j))) {
          return true;
        }
      }
    }
    return false;
  }

  private static int[] symbols(List<String> lines, Map<String, Integer> symbols) {
    int[] result = new int[lines.size()];
    for (int i = 0; i < result.length; i++) {
      Integer next = symbols.size();
      Integer known = symbols.putIfAbsent(lines.get(i), next);
      result[i] = known == null ? next : known;
    }
    return result;
  }

  private void helper(int alo, int ahi, int blo, int bhi) {
    if (alo < ahi && blo < bhi) {
      fancyReplace(alo, ahi, blo, bhi);
    } else {
      dumpBoth(alo, ahi, blo, bhi);
    }
  }

  private void fancyReplace(int alo, int ahi, int blo, int bhi) {
    if (ahi - alo == 1 && bhi - blo == 1 && !a.get(alo).equals(b.get(blo))) {
      // Similar or not, one line for one is told alike.
      dumpBoth(alo, ahi, blo, bhi);
      return;
    }
    SequenceMatcher cruncher = new SequenceMatcher(c -> c == ' ' || c == '\t');
    int[][] charactersOfA = new int[ahi - alo][];
    for (int i = alo; i < ahi; i++) {
      charactersOfA[i - alo] = characters(a.get(i));
    }
    double bestRatio = 0.74;
    int besti = -1;
    int bestj = -1;
    int equali = -1;
    int equalj = -1;
    for (int j = blo; j < bhi; j++) {
      cruncher.setSecond(characters(b.get(j)));
      for (int i = alo; i < ahi; i++) {
        if (a.get(i).equals(b.get(j))) {
          if (equali < 0) {
            equali = i;
            equalj = j;
          }
          continue;
        }
        cruncher.setFirst(charactersOfA[i - alo]);
        if (cruncher.realQuickRatio() > bestRatio && cruncher.quickRatio() > bestRatio) {
          double ratio = cruncher.ratio();
          if (ratio > bestRatio) {
            bestRatio = ratio;
            besti = i;
            bestj = j;
          }
        }
      }
    }
    if (bestRatio >= CUTOFF) {
      helper(alo, besti, blo, bestj);
      steps.add(new Step(Kind.DELETE, a.get(besti)));
      steps.add(new Step(Kind.INSERT, b.get(bestj)));
      helper(besti + 1, ahi, bestj + 1, bhi);
    } else if (equali >= 0) {
      helper(alo, equali, blo, equalj);
      steps.add(new Step(Kind.KEEP, a.get(equali)));
      helper(equali + 1, ahi, equalj + 1, bhi);
    } else {
      plainReplace(alo, ahi, blo, bhi);
    }
  }

  /** Tells the shorter block first. */
  private void plainReplace(int alo, int ahi, int blo, int bhi) {
    if (bhi - blo < ahi - alo) {
      dump(Kind.INSERT, b, blo, bhi);
      dump(Kind.DELETE, a, alo, ahi);
    } else {
      dumpBoth(alo, ahi, blo, bhi);
    }
  }

  private void dumpBoth(int alo, int ahi, int blo, int bhi) {
    dump(Kind.DELETE, a, alo, ahi);
    dump(Kind.INSERT, b, blo, bhi);
  }

  private void dump(Kind kind, List<String> lines, int from, int to) {
    for (int i = from; i < to; i++) {
      steps.add(new Step(kind, lines.get(i)));
    }
  }

  private static int[] characters(String line) {
    int[] result = new int[line.length()];
    for (int i = 0; i < result.length; i++) {
      result[i] = line.charAt(i);
    }
    return result;
  }
}
