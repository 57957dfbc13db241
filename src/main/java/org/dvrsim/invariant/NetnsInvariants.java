package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The invariants that are judged namespace by namespace, and what each of them looks at. Sets of
 * them are bits: the lowest is the first's.
 */
final class NetnsInvariants {
  private static final NetnsInvariants ALL = new NetnsInvariants(Invariants.all());

  private final List<NetnsInvariant> all = new ArrayList<>();

  private final Lookers atAspects = new Lookers();
  private final Lookers atParts = new Lookers();
  private final Map<NetnsKind, Long> concerned = new EnumMap<>(NetnsKind.class);
  private long unsettled;

  /** Picks them out of {@code invariants}, in their order. */
  static NetnsInvariants of(List<Invariant> invariants) {
    return invariants.equals(Invariants.all()) ? ALL : new NetnsInvariants(invariants);
  }

  private NetnsInvariants(List<Invariant> invariants) {
    for (Invariant invariant : invariants) {
      if (invariant instanceof NetnsInvariant each) {
        all.add(each);
      }
    }
    if (all.size() > Long.SIZE) {
      throw new IllegalArgumentException(all.size() + " invariants are more than there are bits");
    }
    for (int i = 0; i < all.size(); i++) {
      NetnsInvariant invariant = all.get(i);
      atAspects.add(1L << i, Aspect.bits(invariant.aspects()));
      atParts.add(1L << i, WantedPart.bits(invariant.parts()));
      unsettled |= invariant.onlyWhenSettled() ? 0 : 1L << i;
      for (NetnsKind kind : NetnsKind.values()) {
        concerned.merge(kind, invariant.concerns(kind) ? 1L << i : 0, (one, other) -> one | other);
      }
    }
  }

  int size() {
    return all.size();
  }

  NetnsInvariant get(int index) {
    return all.get(index);
  }

  /** Returns which are about namespaces of {@code kind}. */
  long concerned(NetnsKind kind) {
    return concerned.getOrDefault(kind, 0L);
  }

  /** Returns which can be asked: all when everything is settled, before that only some. */
  long askable(boolean settled) {
    return settled ? -1L : unsettled;
  }

  /** Returns which look at something of what changed, given as bits. */
  long lookingAt(int changedAspects, int changedParts) {
    return atAspects.at(changedAspects) | atParts.at(changedParts);
  }
}
