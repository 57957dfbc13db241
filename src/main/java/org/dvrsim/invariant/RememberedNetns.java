package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong in one namespace. An invariant is asked again only when a part of the namespace or
 * of what it should hold that the invariant looks at has changed since it was asked last.
 */
final class RememberedNetns {
  private final NetnsInvariants invariants;

  /** Which invariants are about namespaces of this kind. */
  private final boolean[] concerned;

  private final boolean[] known;
  private final List<List<Violation>> found;
  private NetnsView view;
  private boolean allKnown;
  private int wrong;
  private int changedAspects;
  private int changedParts;

  /** Builds the memory of a namespace that nothing is known of yet. */
  RememberedNetns(NetnsInvariants invariants, NetnsView view) {
    this.invariants = invariants;
    this.view = view;
    this.known = new boolean[invariants.size()];
    this.concerned = invariants.concerned(view.wanted().kind());
    this.found = new ArrayList<>(Collections.nCopies(invariants.size(), List.of()));
  }

  /** Tells whether it is about the same namespace, not one of the same name. */
  boolean isOf(NetnsView other) {
    return view.actual() == other.actual();
  }

  /** Takes note that what the namespace should hold is now {@code other}'s. */
  @SuppressWarnings("ReferenceEquality") // most of the time it is the same object
  void want(NetnsView other) {
    if (other.wanted() != view.wanted()) {
      changedParts |= other.wanted().changedSince(view.wanted());
      view = other;
    }
  }

  /** Takes note that something in the namespace changed: {@link Aspect}s as bits. */
  void changed(int aspects) {
    changedAspects |= aspects;
  }

  /** Tells whether all is as it should be; looks where that is not known. */
  boolean isWell(boolean settled) {
    forget();
    if (!allKnown) {
      boolean all = true;
      for (int i = 0; i < known.length; i++) {
        if (concerned[i] && !known[i]) {
          NetnsInvariant invariant = invariants.get(i);
          if (settled || !invariant.onlyWhenSettled()) {
            known[i] = true;
            put(i, invariant.check(view));
          } else {
            all = false;
          }
        }
      }
      allKnown = all;
    }
    return wrong == 0;
  }

  /** Forgets what hangs on what changed. */
  private void forget() {
    if (changedAspects == 0 && changedParts == 0) {
      return;
    }
    for (int i = 0; i < known.length; i++) {
      if (known[i] && invariants.looksAt(i, changedAspects, changedParts)) {
        known[i] = false;
        allKnown = false;
        put(i, List.of());
      }
    }
    changedAspects = 0;
    changedParts = 0;
  }

  private void put(int index, List<Violation> violations) {
    List<Violation> before = found.set(index, violations);
    wrong += (violations.isEmpty() ? 0 : 1) - (before.isEmpty() ? 0 : 1);
  }

  /** Returns what one of the invariants found. */
  List<Violation> found(int index) {
    return found.get(index);
  }
}
