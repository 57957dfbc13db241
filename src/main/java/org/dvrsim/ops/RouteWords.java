package org.dvrsim.ops;

import org.dvrsim.kernel.RouteMetric;
import org.dvrsim.kernel.RoutePreference;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/** Writes a route as {@code ip route} takes it. */
final class RouteWords {
  private RouteWords() {}

  static CommandWords of(CommandWords words, RouteSpec route) {
    route
        .type()
        .filter(type -> type != RouteType.UNICAST)
        .ifPresent(type -> words.add(type.toString()));
    words.add(route.destination().isDefault() ? "default" : route.destination().toString());
    if (route.tos() != 0) {
      words.add("tos", "0x" + Integer.toHexString(route.tos()));
    }
    words.add("table", route.table().toString());
    route.metric().ifPresent(metric -> words.add("metric", metric.toString()));
    route.gateway().ifPresent(via -> gateway(words, route.destination().family(), via));
    route.device().ifPresent(device -> words.add("dev", device.text()));
    route.source().ifPresent(source -> words.add("src", source.toString()));
    route.protocol().ifPresent(protocol -> words.add("proto", protocol.toString()));
    route
        .scope()
        .filter(scope -> !scope.equals(RouteScope.NOWHERE))
        .ifPresent(scope -> words.add("scope", scope.toString()));
    if (route.onLink()) {
      words.add("onlink");
    }
    route.metrics().values().forEach((metric, value) -> metric(words, route, metric, value));
    if (route.preference() != RoutePreference.MEDIUM) {
      words.add("pref", route.preference().toString());
    }
    for (RouteSpec.HopSpec hop : route.nextHops()) {
      words.add("nexthop");
      hop.gateway().ifPresent(via -> gateway(words, route.destination().family(), via));
      hop.device().ifPresent(device -> words.add("dev", device.text()));
      words.add("weight", Integer.toString(hop.weight()));
      if (hop.onLink()) {
        words.add("onlink");
      }
    }
    return words;
  }

  private static void metric(CommandWords words, RouteSpec route, RouteMetric metric, long value) {
    words.add(metric.toString());
    boolean implied = metric == RouteMetric.RTO_MIN;
    if (route.metrics().locked().contains(metric) && !implied) {
      words.add("lock");
    }
    if (metric == RouteMetric.FEATURES) {
      words.add(value == 1 ? "ecn" : "tcp_usec_ts");
    } else {
      words.add(Long.toString(value));
    }
  }

  private static void gateway(CommandWords words, IpFamily family, IpAddress via) {
    words.add("via");
    if (via.family() != family) {
      words.add("inet6");
    }
    words.add(via.toString());
  }
}
