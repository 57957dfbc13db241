package org.dvrsim.shell;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.dvrsim.base.SimTime;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteMetric;
import org.dvrsim.kernel.RouteMetrics;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;

/**
 * Prints a route as {@code ip route} does, leaving out what the filter fixes.
 *
 * <p>Models: iproute2 ip/iproute.c:print_route()
 */
final class RoutePrinter {
  /** RTAX_FEATURE_ECN, RTAX_FEATURE_TCP_USEC_TS. */
  static final int ECN = 1;

  static final int USEC_TIMESTAMPS = 16;

  private final IpOptions options;
  private final FieldPrinter printer;
  private final Optional<RouteFilter> filter;
  private final DeviceNames names;
  private final boolean withDevice;
  private final Supplier<SimTime> now;

  /** Builds the printer of {@code ip monitor}; its {@code dev} leaves the device out. */
  RoutePrinter(IpSession session, FieldPrinter printer, DeviceNames names, boolean withDevice) {
    this.options = session.options();
    this.now = session.netns()::now;
    this.printer = printer;
    this.filter = Optional.empty();
    this.names = names;
    this.withDevice = withDevice;
  }

  RoutePrinter(IpSession session, FieldPrinter printer, Optional<RouteFilter> filter) {
    this.options = session.options();
    this.now = session.netns()::now;
    this.printer = printer;
    this.filter = filter;
    this.names = DeviceNames.CURRENT;
    this.withDevice = true;
  }

  void print(Route route) {
    print(route, route.type(), route.table(), Optional.empty());
  }

  /** Prints {@code route} as of a type and of a table, asked for as for a packet from a device. */
  void print(Route route, RouteType type, TableId table, Optional<Link> incoming) {
    printer.openObject();
    type(type);
    destination(route.destination());
    if (route.tos() != 0 && !fixed(RouteFilter::fixesTos)) {
      printer.string("tos", "tos ", NameTables.tos(route.tos(), options.numeric), " ");
    }
    if (!route.isMultipath()) {
      hop(route.family(), route.hop());
    }
    table(table);
    protocolAndScope(route);
    if (route.source().isPresent() && !fixed(RouteFilter::fixesSource)) {
      String source = route.source().get().toString();
      printer.text("src ").coloured(Colour.of(route.family()), "prefsrc", source, " ");
    }
    metric(route);
    if (route.isMultipath()) {
      flags(false, route.onLink(), route.linkDown());
    } else {
      flags(route.hop());
    }
    metrics(route.metrics());
    incoming.ifPresent(link -> printer.string("iif", "iif ", link.name().text(), " "));
    route.expires().ifPresent(this::expiry);
    if (route.family() == IpFamily.V6) {
      printer.string("pref", "pref ", route.preference().toString(), "");
    }
    if (route.isMultipath()) {
      hops(route);
    }
    printer.text("\n").closeObject();
  }

  private void expiry(SimTime when) {
    long seconds = (when.nanos() - now.get().nanos()) / 1_000_000_000L;
    printer.number("expires", "expires ", seconds, "sec ");
  }

  private boolean fixed(Predicate<RouteFilter> what) {
    return filter.map(what::test).orElse(false);
  }

  /** Writes the type unless it is unicast. */
  void type(RouteType type) {
    if (type != RouteType.UNICAST || options.detailed()) {
      printer.string(
          "type", "", NameTables.routeType(RouteTypes.number(type), options.numeric), " ");
    }
  }

  private void destination(IpPrefix prefix) {
    String text =
        prefix.isDefault()
            ? "default"
            : prefix.isHost() ? prefix.address().toString() : prefix.toString();
    Colour colour = prefix.isDefault() ? Colour.NONE : Colour.of(prefix.family());
    printer.coloured(colour, "dst", text, " ");
  }

  /** Writes a hop's gateway and device. */
  void hop(IpFamily family, NextHop hop) {
    if (hop.gateway().isPresent()
        && (hop.gateway().get().family() != family || !fixed(RouteFilter::fixesGateway))) {
      gateway(family, hop.gateway().get());
    }
    if (hop.device().isPresent() && withDevice && !fixed(RouteFilter::fixesDevice)) {
      String name = names.name(hop.device().get());
      printer.text("dev ").coloured(Colour.IFNAME, "dev", name, " ");
    }
  }

  /** Writes a gateway, of whichever family. */
  void gateway(IpFamily family, IpAddress gateway) {
    if (gateway.family() == family) {
      Colour colour = Colour.of(gateway.family());
      printer.text("via ").coloured(colour, "gateway", gateway.toString(), " ");
    } else {
      String word = AddressFamily.of(gateway.family()).toString();
      printer.openObject("via");
      printer.string("family", "via ", word, " ");
      printer.coloured(Colour.of(gateway.family()), "host", gateway.toString(), " ");
      printer.closeObject();
    }
  }

  /** Writes the table unless it is main. */
  void table(TableId table) {
    boolean hidden = table.equals(TableId.MAIN) && !options.detailed();
    if (!hidden && !fixed(RouteFilter::fixesTable)) {
      printer.string("table", "table ", NameTables.table(table, options.numeric), " ");
    }
  }

  /** Writes who installed the route, and its scope. */
  void protocolAndScope(Route route) {
    boolean boot = route.protocol().equals(RouteProtocol.BOOT) && !options.detailed();
    if (!boot && !fixed(RouteFilter::fixesProtocol)) {
      printer.string(
          "protocol", "proto ", NameTables.protocol(route.protocol(), options.numeric), " ");
    }
    boolean global = route.scope().equals(RouteScope.GLOBAL) && !options.detailed();
    if (!global && !fixed(RouteFilter::fixesScope)) {
      printer.string("scope", "scope ", NameTables.scope(route.scope(), options.numeric), " ");
    }
  }

  /** IPv6 sends its metric always, IPv4 only one that is not 0. */
  private void metric(Route route) {
    boolean sent = route.metric() != 0 || route.family() == IpFamily.V6;
    if (sent && !fixed(RouteFilter::fixesMetric)) {
      printer.number("metric", "metric ", route.metric(), " ");
    }
  }

  private void flags(NextHop hop) {
    flags(hop.dead(), hop.onLink(), hop.linkDown());
  }

  private void flags(boolean dead, boolean onLink, boolean linkDown) {
    printer.openList("flags");
    if (dead) {
      printer.element("", "dead", " ");
    }
    if (onLink) {
      printer.element("", "onlink", " ");
    }
    if (linkDown) {
      printer.element("", "linkdown", " ");
    }
    printer.closeList();
  }

  /** Writes the metrics of a route. */
  void metrics(RouteMetrics metrics) {
    if (metrics.isEmpty()) {
      return;
    }
    printer.openList("metrics").openObject();
    for (RouteMetric metric : RouteMetric.values()) {
      boolean locked = metrics.locked().contains(metric);
      if (locked || metrics.get(metric) != 0) {
        printer.text(metric + " " + (locked ? "lock " : ""));
        metric(metric, metrics.get(metric));
      }
    }
    printer.closeObject().closeList();
  }

  private void metric(RouteMetric metric, long value) {
    switch (metric) {
      case FEATURES -> {
        if ((value & ECN) != 0) {
          printer.mark("ecn", "ecn ");
        }
        if ((value & USEC_TIMESTAMPS) != 0) {
          printer.mark("tcp_usec_ts", "tcp_usec_ts ");
        }
      }
      case RTT -> time(metric, value / 8);
      case RTTVAR -> time(metric, value / 4);
      case RTO_MIN -> time(metric, value);
      default -> printer.number(metric.toString(), "", value, " ");
    }
  }

  private void time(RouteMetric metric, long milliseconds) {
    if (printer.json()) {
      printer.jsonNumber(metric.toString(), milliseconds);
    } else if (milliseconds >= 1000) {
      printer.text(seconds(milliseconds) + "s ");
    } else {
      printer.text(milliseconds + "ms ");
    }
  }

  /** Writes seconds as C's %g does: six digits at most, no zeros at the end. */
  private static String seconds(long milliseconds) {
    BigDecimal exact = BigDecimal.valueOf(milliseconds, 3).round(new MathContext(6));
    return exact.stripTrailingZeros().toPlainString();
  }

  private void hops(Route route) {
    printer.openList("nexthops");
    for (NextHop hop : route.hops()) {
      printer.openObject().text(options.lineBreak() + "\tnexthop ");
      hop.gateway().ifPresent(gateway -> gateway(route.family(), gateway));
      if (hop.device().isPresent()) {
        printer.string("dev", "dev ", names.name(hop.device().get()), " ");
      }
      printer.number("weight", "weight ", hop.weight(), " ");
      flags(hop);
      printer.closeObject();
    }
    printer.closeList();
  }
}
