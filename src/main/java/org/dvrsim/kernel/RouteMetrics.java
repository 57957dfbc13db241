package org.dvrsim.kernel;

import com.google.common.collect.ImmutableMap;
import com.google.common.collect.ImmutableSet;
import com.google.common.collect.Maps;
import com.google.common.collect.Sets;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/**
 * The metrics of a route.
 *
 * <p>Models: net/ipv4/metrics.c:ip_metrics_convert(); net/core/rtnetlink.c:rtnetlink_put_metrics()
 *
 * @param values by metric, in its order; 0 to 2^32 - 1
 * @param locked those that must not be learnt otherwise
 */
public record RouteMetrics(Map<RouteMetric, Long> values, Set<RouteMetric> locked) {
  /** There are none. */
  public static final RouteMetrics NONE = new RouteMetrics(Map.of(), Set.of());

  /** Orders the metrics. */
  public RouteMetrics {
    values = Maps.immutableEnumMap(values);
    locked = Sets.immutableEnumSet(locked);
  }

  /** Returns the path MTU alone, nothing if it is 0. */
  public static RouteMetrics ofMtu(int mtu) {
    return mtu == 0 ? NONE : NONE.with(RouteMetric.MTU, mtu, false);
  }

  /** Returns these with another; of one that is given twice the last value counts. */
  public RouteMetrics with(RouteMetric metric, long value, boolean lock) {
    Map<RouteMetric, Long> more = new EnumMap<>(RouteMetric.class);
    more.putAll(values);
    more.put(metric, value);
    Set<RouteMetric> locks = EnumSet.noneOf(RouteMetric.class);
    locks.addAll(locked);
    if (lock) {
      locks.add(metric);
    }
    return new RouteMetrics(more, locks);
  }

  /** Tells whether there is nothing to show. */
  public boolean isEmpty() {
    return values.isEmpty() && locked.isEmpty();
  }

  /** Returns the value of a metric, 0 if it is not set. */
  public long get(RouteMetric metric) {
    return values.getOrDefault(metric, 0L);
  }

  /** Returns what the kernel keeps of these: what is 0 is not set. */
  RouteMetrics kept() {
    if (values.isEmpty()) {
      return NONE;
    }
    ImmutableMap.Builder<RouteMetric, Long> kept = ImmutableMap.builder();
    values.forEach(
        (metric, value) -> {
          if (value != 0) {
            kept.put(metric, metric.kept(value));
          }
        });
    return new RouteMetrics(kept.buildOrThrow(), ImmutableSet.copyOf(locked));
  }

  /**
   * Tells whether {@code route}'s metrics are these, as far as these say anything.
   *
   * <p>Models: net/ipv4/fib_semantics.c:fib_metrics_match()
   */
  boolean fits(RouteMetrics route) {
    if (!locked.isEmpty() && !locked.equals(route.locked)) {
      return false;
    }
    for (Map.Entry<RouteMetric, Long> entry : values.entrySet()) {
      if (route.get(entry.getKey()) != entry.getValue()) {
        return false;
      }
    }
    return true;
  }
}
