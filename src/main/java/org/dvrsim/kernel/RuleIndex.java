package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpInterface;

/**
 * Tells which rules of a database can select a flow at all, so that a long one need not be walked.
 *
 * <p>A rule that wants one source address, one destination or one incoming device is found by that;
 * all others are candidates for every flow. Candidates come in the order of the database.
 */
final class RuleIndex {
  private static final int[] NONE = {};

  private final Map<IpAddress, int[]> bySource = new HashMap<>();
  private final Map<IpAddress, int[]> byDestination = new HashMap<>();
  private final Map<IfName, int[]> byDevice = new HashMap<>();
  private final int[] others;

  RuleIndex(List<IpRule> rules) {
    List<Integer> rest = new ArrayList<>();
    for (int i = 0; i < rules.size(); i++) {
      IpRule rule = rules.get(i);
      if (rule.not()) {
        rest.add(i);
      } else if (isHost(rule.from())) {
        add(bySource, rule.from().get().address(), i);
      } else if (isHost(rule.to())) {
        add(byDestination, rule.to().get().address(), i);
      } else if (rule.iif().isPresent()) {
        add(byDevice, rule.iif().get(), i);
      } else {
        rest.add(i);
      }
    }
    others = rest.stream().mapToInt(Integer::intValue).toArray();
  }

  private static boolean isHost(Optional<IpInterface> prefix) {
    return prefix.isPresent() && prefix.get().length() == prefix.get().family().bits();
  }

  private static <K> void add(Map<K, int[]> map, K key, int index) {
    int[] old = map.getOrDefault(key, NONE);
    int[] longer = Arrays.copyOf(old, old.length + 1);
    longer[old.length] = index;
    map.put(key, longer);
  }

  /**
   * Returns the candidates for {@code flow}, which came in by {@code incoming}, null if unknown.
   */
  Candidates candidates(Flow flow, IfName incoming) {
    return new Candidates(
        bySource.getOrDefault(flow.source(), NONE),
        byDestination.getOrDefault(flow.destination(), NONE),
        incoming == null ? NONE : byDevice.getOrDefault(incoming, NONE),
        others);
  }

  /** The places of the rules that can select one flow. */
  static final class Candidates {
    private final int[][] lists;
    private final int[] heads = new int[4];

    private Candidates(int[]... lists) {
      this.lists = lists;
    }

    /** Returns the first place from {@code from} on, -1 if there is none; only ever goes ahead. */
    int next(int from) {
      int best = Integer.MAX_VALUE;
      for (int i = 0; i < lists.length; i++) {
        int[] list = lists[i];
        while (heads[i] < list.length && list[heads[i]] < from) {
          heads[i]++;
        }
        if (heads[i] < list.length) {
          best = Math.min(best, list[heads[i]]);
        }
      }
      return best == Integer.MAX_VALUE ? -1 : best;
    }
  }
}
