package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * What is wrong on one host as a whole. A {@link HostInvariant} is asked again only when a part of
 * the host that it looks at has changed since it was asked last; one that looks at what happened
 * during the step, whenever such a thing did. Others are asked each time; those that are judged by
 * namespace are not asked here.
 *
 * <p>Sets of invariants are bits: the lowest is the first's.
 */
final class RememberedHost {
  private final List<Invariant> invariants;

  private final Lookers atParts = new Lookers();

  private long ofStep;
  private long askedAlways;
  private long askedUnsettled;
  private long all;

  /** Of which invariants it is known whether they hold, and which do not. */
  private long known;

  private long wrong;
  private final List<List<Violation>> found;

  /** Builds the memory of a host that nothing is known of yet. */
  RememberedHost(List<Invariant> invariants) {
    if (invariants.size() > Long.SIZE) {
      throw new IllegalArgumentException(invariants.size() + " are more than there are bits");
    }
    this.invariants = invariants;
    this.found = new ArrayList<>(Collections.nCopies(invariants.size(), List.of()));
    for (int i = 0; i < invariants.size(); i++) {
      if (!(invariants.get(i) instanceof NetnsInvariant)) {
        add(invariants.get(i), 1L << i);
      }
    }
  }

  private void add(Invariant invariant, long bit) {
    all |= bit;
    askedUnsettled |= invariant.onlyWhenSettled() ? 0 : bit;
    if (invariant instanceof HostInvariant each) {
      int parts = HostPart.bits(each.parts());
      ofStep |= (parts & HostPart.OF_STEP) == 0 ? 0 : bit;
      atParts.add(bit, parts);
    } else {
      askedAlways |= bit;
    }
  }

  /** Takes note that something of the host changed: {@link HostPart}s as bits. */
  void changed(int changedParts) {
    known &= ~atParts.at(changedParts);
  }

  /**
   * Asks all that have to be asked now, in their order, and tells whether nothing is wrong.
   *
   * @param settled whether those are asked too that need only hold then
   */
  boolean isWell(HostView view, boolean settled) {
    long concerned = settled ? all : askedUnsettled;
    forget(wrong & ofStep);
    long asked = concerned & (askedAlways | atParts.at(view.happened()) | ~(known | ofStep));
    for (long rest = asked; rest != 0; rest &= rest - 1) {
      ask(Long.numberOfTrailingZeros(rest), view);
    }
    known |= asked;
    return (wrong & concerned) == 0;
  }

  private void forget(long invariants) {
    wrong &= ~invariants;
    for (long rest = invariants; rest != 0; rest &= rest - 1) {
      found.set(Long.numberOfTrailingZeros(rest), List.of());
    }
  }

  private void ask(int index, HostView view) {
    List<Violation> violations = invariants.get(index).check(view);
    long bit = 1L << index;
    if (violations.isEmpty()) {
      forget(wrong & bit);
    } else {
      found.set(index, violations);
      wrong |= bit;
    }
  }

  /** Returns what one of the invariants found that were asked last. */
  List<Violation> found(int index) {
    return found.get(index);
  }
}
