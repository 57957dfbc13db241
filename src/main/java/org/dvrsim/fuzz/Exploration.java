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
  private final List<String> tried = new ArrayList<>();
  private final List<Integer> goneOnFrom = new ArrayList<>();
  private long plays;
  private long refused;
  private long seenBefore;
  private long failed;

  Exploration(String what, Checks checks) {
    this.what = what;
    this.found = new Distinct(checks);
  }

  /** Returns what was explored, in words. */
  public String what() {
    return what;
  }

  /** Returns how many sequences were tried, those included that the API refused. */
  public long plays() {
    return plays;
  }

  /** Returns how many crash points, fault points, schedules or sequences were covered. */
  public long covered() {
    return plays - refused;
  }

  /** Returns how many sequences were left because the API refuses a step of them. */
  public long refused() {
    return refused;
  }

  /** Returns how many of those covered led to a state that another one had led to before. */
  public long seenBefore() {
    return seenBefore;
  }

  /** Returns how many of those covered violate something. */
  public long failed() {
    return failed;
  }

  /**
   * Returns how many states were gone on from after the first step, the second and so on; empty if
   * that is not how it was explored.
   */
  public List<Integer> goneOnFrom() {
    return Collections.unmodifiableList(goneOnFrom);
  }

  /** Returns what was made to go wrong, and at how many points, for each kind of fault and host. */
  public List<String> tried() {
    return Collections.unmodifiableList(tried);
  }

  /** Returns what was left out, a sentence each. */
  public List<String> bounds() {
    return Collections.unmodifiableList(bounds);
  }

  /** Returns the distinct failures that are new, in the order in which they were found. */
  public List<Distinct.Kind> found() {
    return found.kinds();
  }

  /** Returns the failures that are the aftermath of known ones. */
  public List<Distinct.Kind> aftermaths() {
    return found.aftermaths();
  }

  void bound(String sentence) {
    if (!bounds.contains(sentence)) {
      bounds.add(sentence);
    }
  }

  void tried(String what, long points) {
    tried.add(what + ", at " + points + (points == 1 ? " point" : " points"));
  }

  void goesOnFrom(int states) {
    goneOnFrom.add(states);
  }

  void count(Visits.Visit visit) {
    plays++;
    if (visit.refused()) {
      refused++;
    }
    if (visit.seenBefore()) {
      seenBefore++;
    }
    if (visit.found().isPresent()) {
      failed++;
      found.add(visit.found().get());
    }
  }
}
