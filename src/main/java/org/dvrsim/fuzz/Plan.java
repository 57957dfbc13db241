package org.dvrsim.fuzz;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.dvrsim.scenario.Action;

/** What is to be done next, in order. */
final class Plan {
  private final Deque<Action> actions = new ArrayDeque<>();

  boolean isEmpty() {
    return actions.isEmpty();
  }

  /** Puts {@code more} before what is planned already. */
  void add(List<Action> more) {
    for (int i = more.size() - 1; i >= 0; i--) {
      actions.addFirst(more.get(i));
    }
  }

  /** Takes the next thing; there must be one. */
  Action next() {
    return actions.removeFirst();
  }
}
