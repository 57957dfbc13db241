package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong on one host as a whole. A {@link HostInvariant} is asked again only when a part of
 * the host that it looks at has changed since it was asked last; one that looks at what happened
 * during the step, whenever something did. Others are asked each time.
 */
final class RememberedHost {
  private static final int STEP = HostPart.STEP.bitIf(true);

  private final List<Invariant> invariants;
  private final int[] parts;
  private final boolean[] known;
  private final List<List<Violation>> found;

  /** Builds the memory of a host that nothing is known of yet. */
  RememberedHost(List<Invariant> invariants) {
    this.invariants = invariants;
    this.parts = new int[invariants.size()];
    this.known = new boolean[invariants.size()];
    this.found = new ArrayList<>(Collections.nCopies(invariants.size(), List.of()));
    for (int i = 0; i < parts.length; i++) {
      parts[i] = invariants.get(i) instanceof HostInvariant each ? HostPart.bits(each.parts()) : 0;
    }
  }

  /** Takes note that something of the host changed: {@link HostPart}s as bits. */
  void changed(int changedParts) {
    if (changedParts != 0) {
      for (int i = 0; i < known.length; i++) {
        known[i] &= (parts[i] & changedParts) == 0;
      }
    }
  }

  /** Returns what one of the invariants finds now. */
  List<Violation> find(int index, HostView view) {
    if (parts[index] == 0) {
      return invariants.get(index).check(view);
    }
    if ((parts[index] & STEP) != 0) {
      return view.isStepEmpty() ? List.of() : invariants.get(index).check(view);
    }
    if (!known[index]) {
      known[index] = true;
      found.set(index, invariants.get(index).check(view));
    }
    return found.get(index);
  }
}
