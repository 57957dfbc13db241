package org.dvrsim.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;

/**
 * The numbers by which a namespace knows others. One is given when a message about a device has to
 * say where its other end is.
 *
 * <p>Models: net/core/net_namespace.c:peernet2id_alloc(), unhash_nsid()
 */
final class NetnsIds {
  private final Map<Netns, Integer> ids = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final Rtnetlink rtnetlink;

  NetnsIds(Rtnetlink rtnetlink) {
    this.rtnetlink = rtnetlink;
  }

  /** Returns the number of a namespace, empty if it has none. */
  OptionalInt of(Netns other) {
    Integer id = ids.get(other);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Returns the number of a namespace, the lowest free one if it had none. */
  int assign(Netns other) {
    Integer id = ids.get(other);
    if (id == null) {
      id = taken.nextClearBit(0);
      taken.set(id);
      ids.put(other, id);
      rtnetlink.netnsId(false, id);
    }
    return id;
  }

  /** Frees the number of a namespace that is gone. */
  void forget(Netns gone) {
    Integer id = ids.remove(gone);
    if (id != null) {
      taken.clear(id);
      rtnetlink.netnsId(true, id);
    }
  }
}
