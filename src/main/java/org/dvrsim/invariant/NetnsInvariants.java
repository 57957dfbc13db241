package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;

/** The invariants that are judged namespace by namespace, and what each of them looks at. */
final class NetnsInvariants {
  private final List<NetnsInvariant> all = new ArrayList<>();
  private final int[] aspects;
  private final int[] parts;

  /** Picks them out of {@code invariants}, in their order. */
  NetnsInvariants(List<Invariant> invariants) {
    for (Invariant invariant : invariants) {
      if (invariant instanceof NetnsInvariant each) {
        all.add(each);
      }
    }
    aspects = new int[all.size()];
    parts = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      aspects[i] = Aspect.bits(all.get(i).aspects());
      parts[i] = WantedPart.bits(all.get(i).parts());
    }
  }

  int size() {
    return all.size();
  }

  NetnsInvariant get(int index) {
    return all.get(index);
  }

  /** Tells whether one is about namespaces of {@code kind}. */
  boolean concerns(int index, NetnsKind kind) {
    return all.get(index).concerns(kind);
  }

  /** Tells whether one looks at something of what changed, given as bits. */
  boolean looksAt(int index, int changedAspects, int changedParts) {
    return (aspects[index] & changedAspects) != 0 || (parts[index] & changedParts) != 0;
  }
}
