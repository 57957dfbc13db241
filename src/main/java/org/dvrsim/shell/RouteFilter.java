package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/**
 * Which routes {@code ip route list} and {@code ip route flush} are about.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_list_flush_or_save(), filter_nlmsg();
 * net/ipv4/fib_trie.c:fn_trie_dump_leaf()
 */
final class RouteFilter {
  private final IpSession session;
  private final CommandContext context;
  private AddressFamily family;
  private Optional<TableId> table = Optional.of(TableId.MAIN);
  private boolean cached;
  private Optional<Integer> tos = Optional.empty();
  private Optional<RouteProtocol> protocol = Optional.empty();
  private Optional<RouteScope> scope = Optional.empty();
  private Optional<RouteType> type = Optional.empty();
  private Optional<Link> device = Optional.empty();
  private boolean incomingDevice;
  private Optional<Long> metric = Optional.empty();
  private Optional<PrefixWord> gateway = Optional.empty();
  private Optional<PrefixWord> source = Optional.empty();
  private Optional<PrefixWord> root = Optional.empty();
  private Optional<PrefixWord> match = Optional.empty();
  private String deviceWord = "";
  private String incomingWord = "";

  RouteFilter(IpSession session, List<String> words) {
    this.session = session;
    this.context = session.context();
    this.family = session.family();
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!table(arguments) && !attribute(arguments) && !place(arguments)) {
        destination(arguments);
      }
      arguments.advance();
    }
    if (family == AddressFamily.UNSPEC && table.isPresent()) {
      family = AddressFamily.INET;
    }
    if (!incomingWord.isEmpty()) {
      session.device(incomingWord);
      incomingDevice = true;
    }
    if (!deviceWord.isEmpty()) {
      device = Optional.of(session.device(deviceWord));
    }
  }

  private boolean table(Arguments arguments) {
    if (arguments.begins("table")) {
      String word = arguments.next();
      Optional<TableId> id = NameTables.table(word);
      if (id.isPresent()) {
        table = id.filter(given -> !given.equals(TableId.UNSPEC));
      } else if (word.equals("all")) {
        table = Optional.empty();
      } else if (word.equals("cache")) {
        cached = true;
      } else if (word.equals("help")) {
        throw session.usage("ip-route");
      } else {
        throw Complaint.invalid(context, "table id value is invalid\n", word);
      }
    } else if (arguments.begins("vrf")) {
      throw new NotModelledException("ip route list vrf");
    } else if (arguments.begins("cached", "cloned")) {
      cached = true;
    } else {
      return false;
    }
    return true;
  }

  private boolean attribute(Arguments arguments) {
    if (arguments.is("tos") || arguments.begins("dsfield")) {
      String word = arguments.next();
      tos =
          Optional.of(
              NameTables.tos(word)
                  .orElseThrow(() -> Complaint.invalid(context, "TOS value is invalid\n", word)));
    } else if (arguments.begins("protocol")) {
      String word = arguments.next();
      protocol = NameTables.protocol(word);
      if (protocol.isEmpty() && !word.equals("all")) {
        throw Complaint.invalid(context, "invalid \"protocol\"\n", word);
      }
    } else if (arguments.begins("scope")) {
      String word = arguments.next();
      scope = NameTables.scope(word);
      if (scope.isEmpty() && !word.equals("all")) {
        throw Complaint.invalid(context, "invalid \"scope\"\n", word);
      }
    } else if (arguments.begins("type")) {
      String word = arguments.next();
      type =
          RouteTypes.of(
              NameTables.routeType(word)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "node type value is invalid\n", word)));
    } else {
      return false;
    }
    return true;
  }

  private boolean place(Arguments arguments) {
    if (arguments.is("dev", "oif")) {
      deviceWord = arguments.next();
    } else if (arguments.is("iif")) {
      incomingWord = arguments.next();
    } else if (arguments.is("mark")) {
      throw new NotModelledException("ip route list mark");
    } else if (arguments.begins("metric", "priority") || arguments.is("preference")) {
      metric = Optional.of(session.u32(arguments.next(), "\"metric\" value is invalid\n"));
    } else if (arguments.is("via")) {
      AddressFamily own = AddressFamily.named(arguments.next());
      if (own == AddressFamily.UNSPEC) {
        own = family;
      } else {
        arguments.next();
      }
      gateway = Optional.of(session.prefix(arguments.word(), own));
    } else if (arguments.is("src")) {
      source = Optional.of(session.prefix(arguments.next(), family));
    } else if (arguments.begins("realms") || arguments.begins("from")) {
      throw new NotModelledException("ip route list " + arguments.word());
    } else {
      return false;
    }
    return true;
  }

  private void destination(Arguments arguments) {
    if (arguments.begins("to")) {
      arguments.next();
    }
    if (arguments.begins("root")) {
      root = Optional.of(session.prefix(arguments.next(), family));
    } else if (arguments.begins("match")) {
      match = Optional.of(session.prefix(arguments.next(), family));
    } else {
      if (arguments.begins("exact")) {
        arguments.next();
      }
      match = Optional.of(session.prefix(arguments.word(), family));
      root = match;
    }
  }

  /** Returns the family of the routes, {@link AddressFamily#UNSPEC} for both. */
  AddressFamily family() {
    return family;
  }

  /** Returns the table asked for; empty: all. */
  Optional<TableId> table() {
    return table;
  }

  /** Returns the device asked for. */
  Optional<Link> device() {
    return device;
  }

  /** Returns the prefix that is asked for exactly. */
  Optional<PrefixWord> exact() {
    return root.isPresent() && root.equals(match) ? root : Optional.empty();
  }

  /** Tells whether nothing is asked for but a table, a device and an exact prefix. */
  boolean isPlain() {
    return !cached
        && !incomingDevice
        && tos.isEmpty()
        && protocol.isEmpty()
        && scope.isEmpty()
        && type.isEmpty()
        && metric.isEmpty()
        && gateway.isEmpty()
        && source.isEmpty()
        && root.equals(match);
  }

  /** Tells whether only cached routes are asked for. */
  boolean isCached() {
    return cached;
  }

  boolean fixesTable() {
    return table.isPresent();
  }

  boolean fixesTos() {
    return tos.isPresent();
  }

  boolean fixesProtocol() {
    return protocol.isPresent();
  }

  boolean fixesScope() {
    return scope.isPresent();
  }

  boolean fixesDevice() {
    return device.isPresent();
  }

  boolean fixesMetric() {
    return metric.isPresent();
  }

  boolean fixesGateway() {
    return gateway.map(RouteFilter::isWhole).orElse(false);
  }

  boolean fixesSource() {
    return source.map(RouteFilter::isWhole).orElse(false);
  }

  private static boolean isWhole(PrefixWord word) {
    return word.length() == word.family().bits();
  }

  /** Tells whether {@code route} is meant. */
  boolean shows(Route route) {
    return !cached
        && !incomingDevice
        && table.map(wanted -> isIn(wanted, route)).orElse(true)
        && tos.map(wanted -> wanted == route.tos()).orElse(true)
        && protocol.map(wanted -> sameProtocol(wanted, route)).orElse(true)
        && scope.map(wanted -> wanted.equals(route.scope())).orElse(true)
        && type.map(wanted -> wanted == route.type()).orElse(true)
        && metric.map(wanted -> wanted == route.metric()).orElse(true)
        && device.map(wanted -> uses(route, wanted)).orElse(true)
        && gateway.map(wanted -> via(wanted, route)).orElse(true)
        && source.map(wanted -> from(wanted, route)).orElse(true)
        && root.map(wanted -> within(wanted, route)).orElse(true)
        && match.map(wanted -> around(wanted, route)).orElse(true);
  }

  /** IPv6 routes of type local are taken not to be in main (ip/iproute.c:filter_nlmsg()). */
  private static boolean isIn(TableId wanted, Route route) {
    boolean hidden =
        route.family() == IpFamily.V6
            && route.type() == RouteType.LOCAL
            && wanted.equals(TableId.MAIN);
    return wanted.equals(route.table()) && !hidden;
  }

  private static boolean sameProtocol(RouteProtocol wanted, Route route) {
    return wanted.equals(route.protocol());
  }

  private static boolean uses(Route route, Link wanted) {
    for (NextHop hop : route.hops()) {
      if (hop.device().filter(link -> link == wanted).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private static boolean sameFamily(PrefixWord wanted, IpFamily own) {
    return wanted.family() == AddressFamily.UNSPEC || wanted.family() == AddressFamily.of(own);
  }

  /** A multipath route has no gateway of its own. */
  private static boolean via(PrefixWord wanted, Route route) {
    Optional<IpAddress> own = route.isMultipath() ? Optional.empty() : route.gateway();
    IpAddress address = own.orElse(IpAddress.any(route.family()));
    return sameFamily(wanted, address.family()) && matches(wanted, address, wanted.length());
  }

  private static boolean from(PrefixWord wanted, Route route) {
    return sameFamily(wanted, route.family())
        && matches(wanted, route.source().orElse(IpAddress.any(route.family())), wanted.length());
  }

  private static boolean within(PrefixWord wanted, Route route) {
    return sameFamily(wanted, route.family())
        && wanted.length() <= route.destination().length()
        && matches(wanted, route.destination().address(), wanted.length());
  }

  private static boolean around(PrefixWord wanted, Route route) {
    boolean known = wanted.family() != AddressFamily.UNSPEC || wanted.lengthGiven();
    return !known
        || (sameFamily(wanted, route.family())
            && wanted.length() >= route.destination().length()
            && matches(wanted, route.destination().address(), route.destination().length()));
  }

  private static boolean matches(PrefixWord wanted, IpAddress own, int length) {
    IpAddress address = wanted.address().orElse(IpAddress.any(own.family()));
    return address.family() == own.family() && address.matches(own, length);
  }
}
