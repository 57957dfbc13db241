package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.RoutePreference;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;
import org.dvrsim.ops.AddRoute;
import org.dvrsim.ops.DeleteRoute;

/**
 * {@code ip route add}, {@code del} and their kin.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_modify()
 */
final class RouteModify {
  /** ICMPV6_ROUTER_PREF_LOW, ICMPV6_ROUTER_PREF_HIGH. */
  private static final int LOW = 3;

  private static final int HIGH = 1;

  private static final int ECN = 3;

  private final IpSession session;
  private final CommandContext context;
  private final boolean delete;
  private AddressFamily family;
  private Optional<RouteType> type = Optional.empty();
  private PrefixWord destination;
  private Optional<TableId> table = Optional.empty();
  private boolean gatewayGiven;
  private Optional<IpAddress> gateway = Optional.empty();
  private String device = "";
  private Optional<Long> metric = Optional.empty();
  private Optional<RouteScope> scope = Optional.empty();
  private Optional<RouteProtocol> protocol = Optional.empty();
  private Optional<IpAddress> source = Optional.empty();
  private int tos;
  private final RouteMetricWords metrics;
  private RoutePreference preference = RoutePreference.MEDIUM;
  private boolean onLink;
  private List<RouteSpec.HopSpec> hops = List.of();

  RouteModify(IpSession session, boolean delete) {
    this.session = session;
    this.context = session.context();
    this.delete = delete;
    this.family = session.family();
    this.metrics = new RouteMetricWords(session);
  }

  int add(AddRoute.Mode mode, List<String> words) {
    return session.talk(new AddRoute(session.netnsName(), mode, read(words)));
  }

  int delete(List<String> words) {
    return session.talk(new DeleteRoute(session.netnsName(), read(words)));
  }

  private RouteSpec read(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    boolean hopsFollow = false;
    while (arguments.hasMore() && !hopsFollow) {
      if (arguments.is("nexthop")) {
        hopsFollow = true;
      } else {
        if (arguments.isNumber()) {
          destination(arguments); // no word that means something begins so
        } else if (arguments.is("dev", "oif")) {
          device = arguments.next(); // likewise: no word before these begins so
        } else if (!address(arguments) && !value(arguments) && !place(arguments)) {
          unmodelled(arguments);
          destination(arguments);
        }
        arguments.advance();
      }
    }
    if (destination == null) {
      throw session.usage("ip-route");
    }
    Optional<IfName> out =
        device.isEmpty() ? Optional.empty() : Optional.of(session.device(device).name());
    if (hopsFollow) {
      RouteHops reader = new RouteHops(session, family);
      hops = reader.read(arguments);
      family = reader.family();
    }
    return spec(out);
  }

  private boolean address(Arguments arguments) {
    if (arguments.is("src")) {
      PrefixWord word = session.address(arguments.next(), family);
      settle(word);
      source = word.address();
    } else if (arguments.is("as")) {
      throw new NotModelledException("ip route as");
    } else if (arguments.is("via")) {
      if (gatewayGiven) {
        throw Complaint.invalid(
            context, "use nexthop syntax to specify multiple via\n", arguments.word());
      }
      gatewayGiven = true;
      gateway(arguments);
    } else if (arguments.is("from")) {
      throw new NotModelledException("ip route from");
    } else {
      return false;
    }
    return true;
  }

  private void gateway(Arguments arguments) {
    AddressFamily own = AddressFamily.named(arguments.next());
    if (own == AddressFamily.UNSPEC) {
      own = family;
    } else {
      arguments.next();
    }
    PrefixWord word = session.address(arguments.word(), own);
    settle(word);
    gateway =
        Optional.of(word.address().orElseThrow(() -> new NotModelledException("ip route via any")));
  }

  private void settle(PrefixWord word) {
    if (family == AddressFamily.UNSPEC) {
      family = word.family();
    }
  }

  private boolean value(Arguments arguments) {
    if (arguments.is("tos") || arguments.begins("dsfield")) {
      String word = arguments.next();
      tos =
          NameTables.tos(word)
              .orElseThrow(() -> Complaint.invalid(context, "\"tos\" value is invalid\n", word));
    } else if (arguments.begins("metric", "priority") || arguments.is("preference")) {
      metric = Optional.of(session.u32(arguments.next(), "\"metric\" value is invalid\n"));
    } else if (arguments.is("scope")) {
      String word = arguments.next();
      scope =
          Optional.of(
              NameTables.scope(word)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "invalid \"scope\" value\n", word)));
    } else if (metrics.read(arguments)) {
      return true;
    } else if (arguments.is("expires") || arguments.begins("congctl", "realms")) {
      throw new NotModelledException("ip route " + arguments.word());
    } else if (arguments.is("onlink")) {
      onLink = true;
    } else {
      return false;
    }
    return true;
  }

  private boolean place(Arguments arguments) {
    if (arguments.is("nhid")) {
      throw new NotModelledException("ip route nhid");
    } else if (arguments.begins("protocol")) {
      String word = arguments.next();
      protocol =
          Optional.of(
              NameTables.protocol(word)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "\"protocol\" value is invalid\n", word)));
    } else if (arguments.begins("table")) {
      String word = arguments.next();
      table =
          Optional.of(
              NameTables.table(word)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "\"table\" value is invalid\n", word)));
    } else if (arguments.begins("vrf")) {
      throw new NotModelledException("ip route vrf");
    } else if (arguments.begins("pref")) {
      preference(arguments.next());
    } else {
      return false;
    }
    return true;
  }

  private void preference(String word) {
    long number =
        switch (word) {
          case "low" -> LOW;
          case "medium" -> 0;
          case "high" -> HIGH;
          default ->
              Numbers.unsigned(word, 255)
                  .orElseThrow(
                      () -> Complaint.invalid(context, "\"pref\" value is invalid\n", word));
        };
    if (number == LOW) {
      preference = RoutePreference.LOW;
    } else {
      preference = number == HIGH ? RoutePreference.HIGH : RoutePreference.MEDIUM;
    }
  }

  private static void unmodelled(Arguments arguments) {
    if (arguments.is("encap", "ttl-propagate")) {
      throw new NotModelledException("ip route " + arguments.word());
    }
  }

  private void destination(Arguments arguments) {
    if (arguments.is("to")) {
      arguments.next();
    }
    String word = arguments.word();
    if (word.isEmpty() || word.charAt(0) < '0' || word.charAt(0) > '9') {
      OptionalInt number = NameTables.routeType(word);
      if (number.isPresent()) {
        arguments.next();
        type = RouteTypes.of(number.getAsInt());
      }
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-route");
    }
    if (destination != null) {
      throw Complaint.duplicateOrGarbage(context, "to", arguments.word());
    }
    destination = session.prefix(arguments.word(), family);
    settle(destination);
  }

  private RouteSpec spec(Optional<IfName> out) {
    IpFamily ip = family.ip().orElse(IpFamily.V4);
    IpInterface given = destination.toInterface(ip);
    IpPrefix prefix = given.network();
    boolean hostBits = ip == IpFamily.V4 && !prefix.address().equals(given.address());
    boolean wrongBefore = (tos & ECN) != 0; // which the kernel looks at first
    if (hostBits && !wrongBefore) {
      context.complain("Error: Invalid prefix for given prefix length.");
      throw new CommandExit(IpSession.REFUSED);
    }
    RouteSpec.Builder route =
        RouteSpec.to(prefix, table.orElse(defaultTable()))
            .via(gateway)
            .dev(out)
            .tos(tos)
            .metrics(metrics.metrics())
            .preference(preference)
            .scope(scope.orElseGet(() -> defaultScope(ip)))
            .nextHops(hops);
    if (delete) {
      type.ifPresent(route::type);
    } else {
      route.type(type.orElse(RouteType.UNICAST));
      route.protocol(protocol.orElse(RouteProtocol.BOOT));
    }
    if (onLink) {
      route.onLink();
    }
    metric.ifPresent(route::metric);
    protocol.ifPresent(route::protocol);
    source.ifPresent(route::source);
    return route.build();
  }

  private TableId defaultTable() {
    boolean local =
        type.filter(
                given ->
                    given == RouteType.LOCAL
                        || given == RouteType.BROADCAST
                        || given == RouteType.NAT
                        || given == RouteType.ANYCAST)
            .isPresent();
    return local ? TableId.LOCAL : TableId.MAIN;
  }

  private RouteScope defaultScope(IpFamily ip) {
    if (ip == IpFamily.V6) {
      return RouteScope.GLOBAL;
    }
    RouteType given = type.orElse(RouteType.UNICAST);
    return switch (given) {
      case LOCAL, NAT -> RouteScope.HOST;
      case BROADCAST, MULTICAST, ANYCAST -> RouteScope.LINK;
      case UNICAST -> {
        if (delete) {
          yield RouteScope.NOWHERE;
        }
        yield gatewayGiven || !hops.isEmpty() ? RouteScope.GLOBAL : RouteScope.LINK;
      }
      default -> delete ? RouteScope.NOWHERE : RouteScope.GLOBAL;
    };
  }
}
