package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** The invariants that are judged namespace by namespace, and what each of them looks at. */
final class NetnsInvariants {
  private static final NetnsInvariants ALL = new NetnsInvariants(Invariants.all());

  private final List<NetnsInvariant> all = new ArrayList<>();
  private final int[] aspects;
  private final int[] parts;
  private final Map<NetnsKind, boolean[]> concerned = new EnumMap<>(NetnsKind.class);

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
    aspects = new int[all.size()];
    parts = new int[all.size()];
    for (int i = 0; i < all.size(); i++) {
      aspects[i] = Aspect.bits(all.get(i).aspects());
      parts[i] = WantedPart.bits(all.get(i).parts());
    }
    for (NetnsKind kind : NetnsKind.values()) {
      boolean[] ofKind = new boolean[all.size()];
      for (int i = 0; i < ofKind.length; i++) {
        ofKind[i] = all.get(i).concerns(kind);
      }
      concerned.put(kind, ofKind);
    }
  }

  int size() {
    return all.size();
  }

  NetnsInvariant get(int index) {
    return all.get(index);
  }

  /** Returns which are about namespaces of {@code kind}; not to be changed. */
  boolean[] concerned(NetnsKind kind) {
    return concerned.get(kind);
  }

  /** Tells whether one looks at something of what changed, given as bits. */
  boolean looksAt(int index, int changedAspects, int changedParts) {
    return (aspects[index] & changedAspects) != 0 || (parts[index] & changedParts) != 0;
  }
}
