package org.dvrsim.netfilter;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.net.IpAddress;

/**
 * Finds the rules of a long chain that a packet can fulfil at all, when most of them ask for one
 * host, as those of floating IPs do. What it leaves out would not match, and so neither count nor
 * decide.
 *
 * <p>Linux has no such thing: it tries every rule. Here it keeps the cost of a packet independent
 * of the number of floating IPs.
 */
final class ChainIndex {
  /** Shorter chains are faster to walk. */
  private static final int MIN_RULES = 24;

  private static final int[] NONE = {};

  private final Map<IpAddress, int[]> bySource = new HashMap<>();
  private final Map<IpAddress, int[]> byDestination = new HashMap<>();
  private int[] others = NONE;
  private int otherCount;

  private ChainIndex() {}

  /** Returns the index of a chain's rules, null if walking them all is as good. */
  static ChainIndex of(List<ChainRule> rules) {
    if (rules.size() < MIN_RULES) {
      return null;
    }
    ChainIndex index = new ChainIndex();
    for (int i = 0; i < rules.size(); i++) {
      index.add(i, rules.get(i).rule().header());
      if (index.otherCount > rules.size() / 4) {
        return null;
      }
    }
    index.others = Arrays.copyOf(index.others, index.otherCount);
    return index;
  }

  private void add(int position, RuleHeader header) {
    if (header.source().isHost() && !header.sourceInverted()) {
      bySource.merge(header.source().address(), new int[] {position}, ChainIndex::joined);
    } else if (header.destination().isHost() && !header.destinationInverted()) {
      byDestination.merge(header.destination().address(), new int[] {position}, ChainIndex::joined);
    } else {
      if (otherCount == others.length) {
        others = Arrays.copyOf(others, Math.max(8, 2 * otherCount));
      }
      others[otherCount++] = position;
    }
  }

  private static int[] joined(int[] first, int[] second) {
    int[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  /**
   * Returns the position of the next rule from {@code from} on that {@code packet} may fulfil,
   * {@link Integer#MAX_VALUE} if there is none.
   */
  int next(int from, PacketView packet) {
    int next = first(others, from);
    next = Math.min(next, first(bySource.getOrDefault(packet.source(), NONE), from));
    return Math.min(next, first(byDestination.getOrDefault(packet.destination(), NONE), from));
  }

  private static int first(int[] positions, int from) {
    if (positions.length == 0 || positions[positions.length - 1] < from) {
      return Integer.MAX_VALUE;
    }
    int at = Arrays.binarySearch(positions, from);
    return positions[at < 0 ? -at - 1 : at];
  }
}
