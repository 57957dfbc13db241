package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What an exploration covered, what it left out, and what it found.
 *
 * @see Explorer
 */
public final class Exploration {
  private final String what;
  private final Distinct found;
  private final List<String> bounds = new ArrayList<>();
  private long plays;
  private long covered;
  private long seenBefore;

  Exploration(String what, Checks checks) {
    this.what = what;
    this.found = new Distinct(checks);
  }

  /** Returns what was explored, in words. */
  public String what() {
    return what;
  }

  /** Returns how many sequences were played. */
  public long plays() {
    return plays;
  }

  /** Returns how many crash points, fault points, schedules or sequences were covered. */
  public long covered() {
    return covered;
  }

  /** Returns how many of them led to a state that another one had led to before. */
  public long seenBefore() {
    return seenBefore;
  }

  /** Returns what was left out, a sentence each. */
  public List<String> bounds() {
    return Collections.unmodifiableList(bounds);
  }

  /** Returns the distinct failures, in the order in which they were found. */
  public List<Distinct.Kind> found() {
    return found.kinds();
  }

  void bound(String sentence) {
    if (!bounds.contains(sentence)) {
      bounds.add(sentence);
    }
  }

  void count(Explorer.Visit visit) {
    plays++;
    covered++;
    if (visit.seenBefore()) {
      seenBefore++;
    }
    visit.found().ifPresent(found::add);
  }
}
