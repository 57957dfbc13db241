package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.DeleteRoute;
import org.dvrsim.ops.FlushRoutes;

/**
 * {@code ip route list} and {@code ip route flush}.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_list_flush_or_save(), iproute_flush()
 */
final class RouteList {
  private static final String FLUSHED = "*** Flush is complete after 1 round ***";

  private final IpSession session;
  private final CommandContext context;

  RouteList(IpSession session) {
    this.session = session;
    this.context = session.context();
  }

  int show(List<String> words) {
    RouteFilter filter = new RouteFilter(session, words);
    FieldPrinter printer = session.printer();
    RoutePrinter routes = new RoutePrinter(session, printer, Optional.of(filter));
    boolean mainMissing = false;
    if (!filter.isCached() && isMissing(filter)) {
      mainMissing = filter.table().filter(TableId.MAIN::equals).isPresent();
      if (!mainMissing) {
        complain(filter);
        context.complain("Dump terminated");
        printer.begin();
        printer.end();
        return IpSession.REFUSED;
      }
    }
    printer.begin();
    if (!mainMissing) {
      selected(filter).forEach(routes::print);
    }
    printer.end();
    return 0;
  }

  private void complain(RouteFilter filter) {
    String family = filter.family() == AddressFamily.INET6 ? "ipv6" : "ipv4";
    Complaint.netlink(
        context,
        ErrnoException.withExtack(
            Errno.ENOENT, "route list", family + ": FIB table does not exist"));
  }

  private boolean isMissing(RouteFilter filter) {
    Optional<IpFamily> family = filter.family().ip();
    return filter.table().isPresent()
        && family.isPresent()
        && !session.netns().hasTable(family.get(), filter.table().get());
  }

  private List<Route> selected(RouteFilter filter) {
    List<Route> selected = new ArrayList<>();
    for (IpFamily family : IpFamily.values()) {
      if (filter.family() == AddressFamily.UNSPEC || filter.family() == AddressFamily.of(family)) {
        for (Route route : listed(filter, family)) {
          if (filter.shows(route)) {
            selected.add(route);
          }
        }
      }
    }
    return selected;
  }

  private List<Route> listed(RouteFilter filter, IpFamily family) {
    return filter
        .table()
        .map(table -> session.netns().routes(family, table))
        .orElseGet(() -> session.netns().routes(family));
  }

  int flush(List<String> words) {
    if (words.isEmpty()) {
      new RouteFilter(session, words);
      context.complain("\"ip route flush\" requires arguments.");
      return 1;
    }
    RouteFilter filter = new RouteFilter(session, words);
    int verbosity = session.options().statistics;
    if (filter.isCached()) {
      if (verbosity > 0) {
        context.println("*** IPv4 routing cache is flushed.");
      }
      return 0;
    }
    if (isMissing(filter)) {
      complain(filter);
      context.complain("Flush terminated");
      return IpSession.REFUSED;
    }
    List<Route> doomed = selected(filter);
    if (verbosity > 1) {
      RoutePrinter routes =
          new RoutePrinter(
              session, new FieldPrinter(context.out(), false, false, false), Optional.of(filter));
      doomed.forEach(routes::print);
    }
    remove(filter, doomed);
    if (verbosity > 0) {
      context.println(
          doomed.isEmpty()
              ? "Nothing to flush."
              : "\n*** Round 1, deleting " + doomed.size() + " entries ***\n" + FLUSHED);
    }
    return 0;
  }

  private void remove(RouteFilter filter, List<Route> doomed) {
    Optional<IpFamily> family = filter.family().ip();
    if (filter.isPlain() && family.isPresent()) {
      Optional<IpPrefix> prefix = filter.exact().map(word -> word.toNetwork(family.get()));
      context.execute(
          new FlushRoutes(
              session.netnsName(),
              family.get(),
              filter.table(),
              filter.device().map(link -> link.name()),
              prefix));
      return;
    }
    for (Route route : doomed) {
      try {
        context.execute(new DeleteRoute(session.netnsName(), RouteSpec.of(route)));
      } catch (ErrnoException e) {
        if (e.errno() != Errno.ESRCH) {
          throw e;
        }
      }
    }
  }
}
