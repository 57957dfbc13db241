package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong on one host as a whole. A {@link HostInvariant} is asked again only when a part of
 * the host that it looks at has changed since it was asked last; one that looks at what happened
 * during the step, whenever something did. Others are asked each time; those that are judged by
 * namespace are not asked here.
 */
final class RememberedHost {
  private static final int STEP = HostPart.STEP.bitIf(true);

  private final List<Invariant> invariants;
  private final int[] parts;
  private final boolean[] concerned;
  private final boolean[] onlySettled;
  private final boolean[] known;
  private final List<List<Violation>> found;

  /** Builds the memory of a host that nothing is known of yet. */
  RememberedHost(List<Invariant> invariants) {
    this.invariants = invariants;
    this.parts = new int[invariants.size()];
    this.concerned = new boolean[invariants.size()];
    this.onlySettled = new boolean[invariants.size()];
    this.known = new boolean[invariants.size()];
    this.found = new ArrayList<>(Collections.nCopies(invariants.size(), List.of()));
    for (int i = 0; i < parts.length; i++) {
      Invariant invariant = invariants.get(i);
      parts[i] = invariant instanceof HostInvariant each ? HostPart.bits(each.parts()) : 0;
      concerned[i] = !(invariant instanceof NetnsInvariant);
      onlySettled[i] = invariant.onlyWhenSettled();
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

  /**
   * Asks all that have to be asked now, in their order, and tells whether nothing is wrong.
   *
   * @param settled whether those are asked too that need only hold then
   */
  boolean isWell(HostView view, boolean settled) {
    boolean nothingHappened = view.isStepEmpty();
    boolean well = true;
    for (int i = 0; i < parts.length; i++) {
      if (!concerned[i] || (onlySettled[i] && !settled)) {
        continue;
      }
      if ((parts[i] & STEP) != 0 && nothingHappened) {
        found.set(i, List.of());
      } else if (!known[i]) {
        known[i] = parts[i] != 0 && (parts[i] & STEP) == 0;
        found.set(i, invariants.get(i).check(view));
      }
      well &= found.get(i).isEmpty();
    }
    return well;
  }

  /** Returns what one of the invariants found that were asked last. */
  List<Violation> found(int index) {
    return found.get(index);
  }
}
