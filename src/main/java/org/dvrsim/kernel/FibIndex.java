package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.net.IpAddress;

/**
 * Finds the infos in use: one equal to another, those over a device, those that prefer a source. In
 * each chain they are in order of their coming.
 *
 * <p>An info knows its links in the chains, so that it leaves them without being looked for.
 *
 * <p>Models: net/ipv4/fib_semantics.c: fib_info_hash, fib_info_laddrhash, fib_info_devhash
 */
final class FibIndex {
  private final Map<FibInfo, FibInfo> infos = new HashMap<>();
  private final Map<IpAddress, Chain> bySource = new HashMap<>();

  /** The place of an info in a chain. */
  static final class Member {
    private final FibInfo info;
    private final Chain chain;

    /** The next place of the same info in another chain. */
    private final Member further;

    private Member previous;
    private Member next;

    Member(FibInfo info, Chain chain, Member further) {
      this.info = info;
      this.chain = chain;
      this.further = further;
    }

    /** Returns the info. */
    FibInfo info() {
      return info;
    }

    /** Returns the place after this one in the chain, null if this is the last. */
    Member next() {
      return next;
    }
  }

  /** Infos that have something in common: a device, which keeps its chain itself, or a source. */
  static final class Chain {
    private Member first;
    private Member last;

    /** Returns the first place, null if there is none. */
    Member first() {
      return first;
    }

    private Member add(FibInfo info, Member further) {
      Member member = new Member(info, this, further);
      member.previous = last;
      if (last == null) {
        first = member;
      } else {
        last.next = member;
      }
      last = member;
      return member;
    }

    private void remove(Member member) {
      if (member.previous == null) {
        first = member.next;
      } else {
        member.previous.next = member.next;
      }
      if (member.next == null) {
        last = member.previous;
      } else {
        member.next.previous = member.previous;
      }
    }
  }

  /** Returns the info equal to {@code fresh} that is in use, null if there is none. */
  FibInfo find(FibInfo fresh) {
    return infos.get(fresh);
  }

  /** Takes in an info that is used from now on. */
  void add(FibInfo info) {
    infos.put(info, info);
    Member members = null;
    for (int i = 0; i < info.hops.size(); i++) {
      Link device = info.hops.get(i).device;
      if (device != null && isFirst(info, i)) {
        members = device.infos4.add(info, members);
      }
    }
    if (info.source != null) {
      members = chain(info.source).add(info, members);
    }
    info.places = members;
  }

  /** Tells whether no hop before the one at {@code index} has the same device. */
  private static boolean isFirst(FibInfo info, int index) {
    for (int i = 0; i < index; i++) {
      if (info.hops.get(i).device == info.hops.get(index).device) {
        return false;
      }
    }
    return true;
  }

  private Chain chain(IpAddress source) {
    Chain chain = bySource.get(source);
    if (chain == null) {
      chain = new Chain();
      bySource.put(source, chain);
    }
    return chain;
  }

  /** Drops an info that is not used any more. */
  void remove(FibInfo info) {
    infos.remove(info);
    for (Member member = info.places; member != null; member = member.further) {
      member.chain.remove(member);
    }
    info.places = null;
    if (info.source != null && chain(info.source).first == null) {
      bySource.remove(info.source);
    }
  }

  /** Returns all infos, in no order. */
  Iterable<FibInfo> all() {
    return infos.values();
  }

  /** Returns the infos of a table whose only hop is over {@code device}. */
  List<FibInfo> over(Link device, int table) {
    List<FibInfo> list = new ArrayList<>();
    for (Member member = device.infos4.first; member != null; member = member.next) {
      if (member.info.table == table && member.info.hops.size() == 1) {
        list.add(member.info);
      }
    }
    return list;
  }

  /** Returns the infos that prefer {@code source}. */
  List<FibInfo> preferring(IpAddress source) {
    return list(bySource.get(source));
  }

  private static List<FibInfo> list(Chain chain) {
    if (chain == null || chain.first == null) {
      return List.of();
    }
    List<FibInfo> list = new ArrayList<>();
    for (Member member = chain.first; member != null; member = member.next) {
      list.add(member.info);
    }
    return list;
  }
}
