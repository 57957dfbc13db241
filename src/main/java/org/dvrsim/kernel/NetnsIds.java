package org.dvrsim.kernel;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;

/**
 * The numbers by which a namespace knows others. One is given when a message about a device has to
 * say where its other end is.
 *
 * <p>Models: net/core/net_namespace.c:peernet2id_alloc(), unhash_nsid()
 */
public final class NetnsIds {
  private final Map<Netns, Integer> ids = new HashMap<>();
  private final BitSet taken = new BitSet();
  private final Rtnetlink rtnetlink;

  NetnsIds(Rtnetlink rtnetlink) {
    this.rtnetlink = rtnetlink;
  }

  /** Returns the number of a namespace, empty if it has none. */
  public OptionalInt of(Netns other) {
    Integer id = ids.get(other);
    return id == null ? OptionalInt.empty() : OptionalInt.of(id);
  }

  /** Returns the number of a namespace, the lowest free one if it had none. */
  public int assign(Netns other) {
    Integer id = ids.get(other);
    if (id == null) {
      id = firstFree();
      taken.set(id);
      ids.put(other, id);
      rtnetlink.netnsId(false, id);
    }
    return id;
  }

  /**
   * Gives a namespace a number that somebody asks for.
   *
   * <p>Models: net/core/net_namespace.c:rtnl_net_newid()
   *
   * @param wanted the lowest free one if empty
   * @throws ErrnoException EEXIST if it has one, or another has this one
   */
  public void assign(Netns other, OptionalInt wanted) {
    int id = wanted.orElse(firstFree());
    if (ids.containsKey(other)) {
      throw refused("Peer netns already has a nsid assigned");
    } else if (taken.get(id)) {
      throw refused("The specified nsid is already used");
    }
    taken.set(id);
    ids.put(other, id);
    rtnetlink.netnsId(false, id);
  }

  private static ErrnoException refused(String extack) {
    return ErrnoException.withExtack(Errno.EEXIST, "netns set", extack);
  }

  /** Returns the lowest number that nobody has. */
  private int firstFree() {
    return taken.nextClearBit(0);
  }

  /** Returns the namespaces that have a number, by that. */
  public SortedMap<Integer, Netns> byNumber() {
    SortedMap<Integer, Netns> sorted = new TreeMap<>();
    ids.forEach((netns, id) -> sorted.put(id, netns));
    return sorted;
  }

  /** Gives the namespace of a device's other end a number, if that is in another one. */
  void assignPeerOf(Link link) {
    Link peer = link.peer;
    if (peer != null && peer.netns != link.netns) {
      assign(peer.netns);
    }
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
