package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/** What holds for every set of routes. */
final class FibProperties {
  @Property(tries = 100)
  void lookup_anyRoutes_findsTheLongestThenLowestMetric(
      @ForAll("routes") List<RouteSpec> specs, @ForAll("addresses") IpAddress address) {
    Netns a = routed(specs);
    Optional<Route> best = Optional.empty();
    for (Route route : a.routes(IpFamily.V4, TableId.MAIN)) {
      if (route.destination().contains(address)
          && (best.isEmpty()
              || route.destination().length() > best.get().destination().length()
              || (route.destination().length() == best.get().destination().length()
                  && route.metric() < best.get().metric()))) {
        best = Optional.of(route);
      }
    }
    assertEquals(best, a.lookup(Flow.to(address)).route());
  }

  @Property(tries = 100)
  void addThenDelete_newRoute_restoresTheTable(
      @ForAll("routes") List<RouteSpec> specs, @ForAll("route") RouteSpec added) {
    Netns a = routed(specs);
    List<Route> before = a.routes(IpFamily.V4);
    try {
      a.requests().addRoute(RequestMode.ADD, added);
    } catch (ErrnoException e) {
      assertEquals(before, a.routes(IpFamily.V4));
      return;
    }
    a.requests().deleteRoute(added);
    assertEquals(before, a.routes(IpFamily.V4));
  }

  @Property(tries = 50)
  void deleteLink_anyRoutes_leavesNone(@ForAll("routes") List<RouteSpec> specs) {
    Netns a = routed(specs);
    a.requests().deleteLink(new IfName("v0"));
    assertEquals(List.of(), a.routes(IpFamily.V4));
    assertEquals(List.of(), a.addresses());
  }

  private static Netns routed(List<RouteSpec> specs) {
    Lab lab = Lab.connected();
    Lab.address(lab.a, "192.0.2.1/24", "v0");
    for (RouteSpec spec : specs) {
      try {
        lab.a.requests().addRoute(RequestMode.ADD, spec);
      } catch (ErrnoException e) {
        assertEquals(org.dvrsim.base.Errno.EEXIST, e.errno());
      }
    }
    return lab.a;
  }

  @Provide
  Arbitrary<List<RouteSpec>> routes() {
    return route().list().ofMaxSize(20);
  }

  @Provide
  Arbitrary<RouteSpec> route() {
    return Combinators.combine(
            Arbitraries.of(0x0a000000, 0x0a000100, 0x0a010000, 0x0a000001),
            Arbitraries.of(0, 8, 15, 16, 24, 32),
            Arbitraries.of(0L, 5L, 100L),
            Arbitraries.integers().between(2, 4))
        .as(
            (bits, length, metric, hop) ->
                RouteSpec.to(IpPrefix.of(IpAddress.v4(bits), length), TableId.MAIN)
                    .metric(metric)
                    .via(IpAddress.v4(0xc0000200 + hop))
                    .build());
  }

  @Provide
  Arbitrary<IpAddress> addresses() {
    return Arbitraries.of("10.0.0.1", "10.0.0.9", "10.0.1.1", "10.1.0.1", "11.0.0.1")
        .map(IpAddress::parse);
  }
}
