package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.datapath.Ip6SourceAddress;
import org.dvrsim.datapath.RouteDecision;
import org.dvrsim.datapath.RouteException;
import org.dvrsim.datapath.RouteQuery;
import org.dvrsim.kernel.FibResult;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteMetric;
import org.dvrsim.kernel.RouteMetrics;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/**
 * {@code ip route get}.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_get(); net/ipv4/route.c:inet_rtm_getroute(),
 * rt_fill_info()
 */
final class RouteGet {
  private static final int BIG_MARK = 16;
  private static final long NANOS = 1_000_000_000L;

  private final IpSession session;
  private final CommandContext context;
  private final RouteQuestion question;

  RouteGet(IpSession session, List<String> words) {
    this.session = session;
    this.context = session.context();
    this.question = new RouteQuestion(session, words);
  }

  int run() {
    if (!question.hasDestination()) {
      context.complain("need at least a destination address");
      return 1;
    }
    Optional<Link> in = question.incoming();
    Optional<Link> out = question.outgoing();
    try {
      if (question.family() == IpFamily.V6) {
        answer6(in, out);
      } else {
        answer(in, out);
      }
      return 0;
    } catch (ErrnoException e) {
      Complaint.netlink(context, e);
      return IpSession.REFUSED;
    }
  }

  /** A packet that is received goes where its route says: {@code oif} then means nothing. */
  private void answer(Optional<Link> in, Optional<Link> out) {
    Flow flow = question.flow(in, in.isPresent() ? Optional.empty() : out);
    IpAddress to = flow.destination();
    RouteQuery router = new RouteQuery(session.netns());
    RouteDecision decision = in.isPresent() ? router.input(flow, in.get()) : router.output(flow);
    if (question.wantsRoute() && decision.route().isEmpty()) {
      throw ErrnoException.of(Errno.EHOSTUNREACH, "route to " + to);
    }
    FieldPrinter printer = session.printer();
    RoutePrinter routes = new RoutePrinter(session, printer, Optional.empty());
    printer.begin();
    if (question.wantsRoute() && decision.route().isPresent()) {
      Route route = decision.route().get();
      routes.print(route, decision.type(), decision.table(), Optional.empty());
    } else {
      print(printer, routes, to, decision, in);
    }
    printer.end();
  }

  /** Models: net/ipv6/route.c:inet6_rtm_getroute(), rt6_fill_node() */
  private void answer6(Optional<Link> in, Optional<Link> out) {
    Flow flow = question.flow(in, out);
    IpAddress to = flow.destination();
    FibResult result = session.netns().lookup(flow);
    if (!result.isFound()) {
      throw ErrnoException.of(result.error().orElseThrow(), "route to " + to);
    }
    Route route = result.route().orElseThrow();
    IpAddress shown = question.wantsRoute() ? route.destination().address() : to;
    if (in.isPresent() && shown.isMulticast()) {
      throw ErrnoException.of(Errno.EMSGSIZE, "route to " + to); // no multicast router answers
    }
    FieldPrinter printer = session.printer();
    RoutePrinter routes = new RoutePrinter(session, printer, Optional.empty());
    printer.begin();
    if (question.wantsRoute()) {
      routes.print(route, route.type(), route.table(), in);
    } else {
      NextHop hop = result.hop();
      Link by = hop.device().orElseThrow();
      Link device =
          route.type() == RouteType.LOCAL ? session.netns().link(Flow.LOOPBACK).orElseThrow() : by;
      Optional<IpAddress> chosen =
          in.isPresent()
              ? route.source()
              : route.source().or(() -> Ip6SourceAddress.select(session.netns(), by, to));
      printer.openObject();
      routes.type(route.type());
      printer.coloured(Colour.of(to.family()), "dst", to.toString(), " ");
      printer.coloured(Colour.of(to.family()), "from", "from ", flow.source().toString(), " ");
      hop.gateway().ifPresent(gateway -> routes.gateway(to.family(), gateway));
      printer.text("dev ").coloured(Colour.IFNAME, "dev", device.name().text(), " ");
      routes.table(route.table());
      routes.protocolAndScope(route);
      chosen.ifPresent(
          own ->
              printer
                  .text("src ")
                  .coloured(Colour.of(to.family()), "prefsrc", own.toString(), " "));
      printer.number("metric", "metric ", route.metric(), " ");
      printer.openList("flags").closeList();
      Optional<RouteException> learnt =
          context.host().datapath().exception(session.netns(), result.route(), to);
      learnt.ifPresent(exception -> printExpiry(printer, exception));
      routes.metrics(metrics(route, learnt));
      in.ifPresent(link -> printer.string("iif", "iif ", link.name().text(), " "));
      printer.string("pref", "pref ", route.preference().toString(), "");
      printer.text("\n").closeObject();
    }
    printer.end();
  }

  private void print(
      FieldPrinter printer,
      RoutePrinter routes,
      IpAddress to,
      RouteDecision decision,
      Optional<Link> in) {
    printer.openObject();
    routes.type(decision.type());
    printer.coloured(Colour.of(to.family()), "dst", to.toString(), " ");
    question
        .source()
        .ifPresent(
            from ->
                printer.coloured(Colour.of(from.family()), "from", "from ", from.toString(), " "));
    int matched = decision.route().map(Route::tos).orElse(0);
    if (matched != 0) {
      printer.string("tos", "tos ", NameTables.tos(matched, session.options().numeric), " ");
    }
    Optional<RouteException> learnt = learnt(decision, to);
    learnt
        .flatMap(RouteException::gateway)
        .or(decision::gateway)
        .ifPresent(gateway -> routes.gateway(to.family(), gateway));
    printer.text("dev ").coloured(Colour.IFNAME, "dev", decision.device().name().text(), " ");
    if (!decision.table().equals(TableId.UNSPEC)) {
      routes.table(decision.table());
    }
    if (in.isEmpty() && question.source().isEmpty() && !decision.source().isUnspecified()) {
      printer
          .text("src ")
          .coloured(Colour.of(to.family()), "prefsrc", decision.source().toString(), " ");
    }
    printer.openList("flags");
    if (decision.type() == RouteType.MULTICAST) {
      printer.element("", "rt_offload_failed", " "); // shares its bit with RTCF_MULTICAST
    }
    printer.closeList();
    printMark(printer);
    if (in.isEmpty() || question.uid().isPresent()) {
      printer.number("uid", "uid ", question.uid().orElse(0), " ");
    }
    List<String> flags = flags(decision, to, in.isPresent());
    if (learnt.flatMap(RouteException::gateway).isPresent()) {
      flags.add(0, "redirected");
    }
    cache(printer, flags);
    learnt.ifPresent(exception -> printExpiry(printer, exception));
    decision
        .route()
        .filter(route -> decision.type() == RouteType.UNICAST)
        .ifPresent(route -> routes.metrics(metrics(route, learnt)));
    in.ifPresent(link -> printer.string("iif", "iif ", link.name().text(), " "));
    printer.text("\n").closeObject();
  }

  /** Returns the route's metrics with what was learnt since. */
  private static RouteMetrics metrics(Route route, Optional<RouteException> learnt) {
    return learnt
        .filter(exception -> exception.mtu() != 0)
        .map(e -> route.metrics().with(RouteMetric.MTU, e.mtu(), e.locked()))
        .orElse(route.metrics());
  }

  private Optional<RouteException> learnt(RouteDecision decision, IpAddress to) {
    return decision.type() == RouteType.UNICAST
        ? context.host().datapath().exception(session.netns(), decision.route(), to)
        : Optional.empty();
  }

  private void printExpiry(FieldPrinter printer, RouteException exception) {
    long nanos = exception.expires().nanos() - context.host().datapath().clock().now().nanos();
    printer.number("expires", "expires ", nanos / NANOS, "sec ");
  }

  private void printMark(FieldPrinter printer) {
    int mark = question.mark();
    if (mark != 0) {
      if (printer.json()) {
        printer.jsonNumber("mark", mark & Numbers.MAX_U32);
      } else if (mark < 0 || mark >= BIG_MARK) {
        printer.text("mark 0x" + Integer.toHexString(mark) + " ");
      } else {
        printer.text("mark " + mark + " ");
      }
    }
  }

  private static List<String> flags(RouteDecision decision, IpAddress to, boolean received) {
    List<String> flags = new ArrayList<>();
    boolean here =
        decision.type() == RouteType.LOCAL
            || decision.type() == RouteType.BROADCAST
            || (decision.type() == RouteType.MULTICAST && RouteQuery.isJoined(to))
            || (decision.type() == RouteType.UNICAST
                && !received
                && decision.device().isLoopback());
    if (here) {
      flags.add("local");
    }
    if (decision.type() == RouteType.MULTICAST) {
      flags.add("mc");
    }
    if (decision.type() == RouteType.BROADCAST) {
      flags.add("brd");
    }
    if (decision.redirect()) {
      flags.add("redirect");
    }
    return flags;
  }

  private void cache(FieldPrinter printer, List<String> flags) {
    if (printer.json()) {
      printer.openArray("cache");
      flags.forEach(flag -> printer.element("", flag, ""));
      printer.closeArray();
    } else {
      printer.text(session.options().lineBreak() + "    cache ");
      printer.text(flags.isEmpty() ? "" : "<" + String.join(",", flags) + "> ");
    }
  }
}
