package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.dvrsim.kernel.Netns;

/**
 * What is wrong in one namespace. An invariant is asked again only when a part of the namespace or
 * of what it should hold that the invariant looks at has changed since it was asked last.
 */
final class RememberedNetns {
  private final NetnsInvariants invariants;

  /** Which invariants are about namespaces of this kind, as {@link NetnsInvariants} says sets. */
  private final long concerned;

  private final List<List<Violation>> found;
  private final Netns actual;
  private WantedNetns wanted;

  /** Of which invariants it is known whether they hold, and which of those do not. */
  private long known;

  private long wrong;
  private int changedAspects;
  private int changedParts;

  /** Builds the memory of a namespace that nothing is known of yet. */
  RememberedNetns(NetnsInvariants invariants, Netns actual, WantedNetns wanted) {
    this.invariants = invariants;
    this.actual = actual;
    this.wanted = wanted;
    this.concerned = invariants.concerned(wanted.kind());
    this.found = new ArrayList<>(Collections.nCopies(invariants.size(), List.of()));
  }

  /** Tells whether it is about the same namespace, not one of the same name. */
  boolean isOf(Netns other) {
    return actual == other;
  }

  /** Takes note of what the namespace should hold now. */
  @SuppressWarnings("ReferenceEquality") // most of the time it is the same object
  void want(WantedNetns now) {
    if (now != wanted) {
      changedParts |= now.changedSince(wanted);
      wanted = now;
    }
  }

  /** Takes note that something in the namespace changed: {@link Aspect}s as bits. */
  void changed(int aspects) {
    changedAspects |= aspects;
  }

  /** Tells whether all is as it should be; looks where that is not known. */
  boolean isWell(boolean settled) {
    forget();
    long asked = concerned & ~known & invariants.askable(settled);
    if (asked != 0) {
      ask(asked);
    }
    return wrong == 0;
  }

  private void ask(long asked) {
    NetnsView view = new NetnsView(actual, wanted);
    for (long rest = asked; rest != 0; rest &= rest - 1) {
      int index = Long.numberOfTrailingZeros(rest);
      List<Violation> violations = invariants.get(index).check(view);
      if (!violations.isEmpty()) {
        found.set(index, violations);
        wrong |= 1L << index;
      }
    }
    known |= asked;
  }

  /** Forgets what hangs on what changed. */
  private void forget() {
    if (changedAspects == 0 && changedParts == 0) {
      return;
    }
    long forgotten = known & invariants.lookingAt(changedAspects, changedParts);
    for (long rest = forgotten & wrong; rest != 0; rest &= rest - 1) {
      found.set(Long.numberOfTrailingZeros(rest), List.of());
    }
    known &= ~forgotten;
    wrong &= ~forgotten;
    changedAspects = 0;
    changedParts = 0;
  }

  /** Tells whether nothing was wrong when it was looked at last. */
  boolean holdsNothingWrong() {
    return wrong == 0;
  }

  /** Returns what one of the invariants found. */
  List<Violation> found(int index) {
    return found.get(index);
  }
}
