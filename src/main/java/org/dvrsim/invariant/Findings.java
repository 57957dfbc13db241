package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dvrsim.net.NetnsName;

/** Gathers what one invariant finds wrong. */
final class Findings {
  private final Invariant invariant;
  private List<Violation> found = Collections.emptyList();

  Findings(Invariant invariant) {
    this.invariant = invariant;
  }

  /** Notes that the objects, most important first, are as {@code detail} says. */
  void add(NetnsName netns, String detail, Object... objects) {
    if (found.isEmpty()) {
      found = new ArrayList<>();
    }
    List<String> names = new ArrayList<>();
    for (Object object : objects) {
      names.add(object.toString());
    }
    found.add(new Violation(invariant.name(), netns, names, detail));
  }

  List<Violation> list() {
    return found;
  }
}
