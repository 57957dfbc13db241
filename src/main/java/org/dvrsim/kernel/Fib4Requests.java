package org.dvrsim.kernel;

import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;

/**
 * Checks, installs and deletes IPv4 routes as asked.
 *
 * <p>Models: net/ipv4/fib_trie.c:fib_table_insert(), fib_table_delete(); net/ipv4/fib_semantics.c:
 * fib_create_info(), fib_check_nh(), fib_nh_match()
 */
final class Fib4Requests {
  private static final int SCOPE_LINK = 253;
  private static final int SCOPE_HOST = 254;
  private static final int SCOPE_NOWHERE = 255;

  private final Netns netns;
  private final Fib4 fib;

  Fib4Requests(Netns netns, Fib4 fib) {
    this.netns = netns;
    this.fib = fib;
  }

  /** Installs a route for a user. */
  void add(RequestMode mode, RouteSpec spec) {
    FibConfig config = FibConfig.toAdd(spec, netns);
    FibTable table = fib.table(config.table);
    insert(table, config, mode);
  }

  /** Installs a route of the kernel itself, if it can be (fib_magic()). */
  void addOwn(RouteType type, IpPrefix prefix, Link device, IpAddress source, long metric) {
    FibTable table = fib.table(FibConfig.tableOfOwn(type));
    List<FibAlias> aliases = table.at(prefix);
    if (aliases != null && hasOwn(aliases, type, device, source, metric)) {
      return; // EEXIST, as for each address of a device that comes up
    }
    try {
      insert(table, FibConfig.own(type, prefix, device, source, metric), RequestMode.APPEND);
    } catch (ErrnoException e) {
      // As fib_magic(): nobody asked, nobody is told.
      return;
    }
  }

  /** Tells whether there is just the route that the kernel itself asks for. */
  private static boolean hasOwn(
      List<FibAlias> aliases, RouteType type, Link device, IpAddress source, long metric) {
    for (int i = 0; i < aliases.size(); i++) {
      FibAlias alias = aliases.get(i);
      if (alias.tos == 0 && alias.info.isOwn(type, device, source, metric)) {
        return true;
      }
    }
    return false;
  }

  /** Deletes a route of the kernel itself, if it is there (fib_magic()). */
  void deleteOwn(RouteType type, IpPrefix prefix, Link device, IpAddress source, long metric) {
    List<FibAlias> aliases = fib.table(FibConfig.tableOfOwn(type)).at(prefix);
    if (aliases != null) {
      FibAlias victim = victim(aliases, FibConfig.own(type, prefix, device, source, metric));
      if (victim != null) {
        remove(victim);
      }
    }
  }

  /** Deletes a route for a user. */
  void delete(RouteSpec spec) {
    FibConfig config = FibConfig.toDelete(spec, netns);
    FibTable table = fib.find(config.table);
    if (table == null) {
      throw ErrnoException.withExtack(
          Errno.ESRCH, "route del " + spec.destination(), "FIB table does not exist");
    }
    List<FibAlias> aliases = table.at(config.prefix);
    FibAlias victim = aliases == null ? null : victim(aliases, config);
    if (victim == null) {
      throw ErrnoException.of(Errno.ESRCH, "route del " + spec.destination());
    }
    remove(victim);
  }

  private void remove(FibAlias victim) {
    fib.remove(victim);
    netns.changes().routeChanged(victim, null);
    netns.rtnetlink().route(true, victim);
  }

  private void insert(FibTable table, FibConfig config, RequestMode mode) {
    FibInfo info = fib.share(create(config));
    List<FibAlias> aliases = table.at(config.prefix);
    if (aliases == null) {
      aliases = List.of();
    }
    int index = FibTable.place(aliases, config.tos, info.metric);
    if (index < aliases.size() && isAlike(aliases.get(index), config.tos, info.metric)) {
      if (mode.isExclusive()) {
        throw exists(config);
      }
      int end = index;
      int match = -1;
      while (end < aliases.size() && isAlike(aliases.get(end), config.tos, info.metric)) {
        if (aliases.get(end).info.equals(info)) {
          match = end;
          break;
        }
        end++;
      }
      if (mode.replaces()) {
        replace(table, config, info, aliases.get(index), index, match);
        return;
      }
      if (match >= 0) {
        throw exists(config);
      }
      if (mode.appends()) {
        index = end;
      }
    }
    if (!mode.creates()) {
      throw config.refused(Errno.ENOENT);
    }
    FibAlias alias = new FibAlias(table, config.prefix, config.tos, info);
    fib.insert(alias, index);
    netns.changes().routeChanged(null, alias);
    netns.rtnetlink().route(false, alias);
  }

  private void replace(
      FibTable table, FibConfig config, FibInfo info, FibAlias first, int index, int match) {
    if (match == index) {
      return;
    }
    if (match >= 0) {
      throw exists(config);
    }
    FibAlias alias = new FibAlias(table, config.prefix, config.tos, info);
    fib.insert(alias, index);
    fib.remove(first);
    netns.changes().routeChanged(first, alias);
    netns.rtnetlink().route(false, alias);
  }

  private static ErrnoException exists(FibConfig config) {
    return config.refused(Errno.EEXIST);
  }

  private static boolean isAlike(FibAlias alias, int tos, long metric) {
    return alias.tos == tos && alias.info.metric == metric;
  }

  // What is asked for.

  private FibInfo create(FibConfig config) {
    if (scopeOf(config.type) > config.scope) {
      throw config.invalid("Invalid scope");
    }
    config.checkStated();
    boolean refusal = Fib4.errorOf(config.type) != null && config.type != RouteType.NAT;
    if (refusal) {
      if (config.hops.size() > 1 || config.hop().device != null || config.hop().gateway != null) {
        throw config.invalid(
            "Gateway, device and multipath can not be specified for this route type");
      }
      return info(config);
    }
    if (config.type == RouteType.NAT) {
      throw config.invalid("Invalid route type");
    }
    if (config.scope > SCOPE_HOST) {
      throw config.invalid("Invalid scope");
    }
    if (config.scope == SCOPE_HOST) {
      checkHost(config);
    } else {
      for (FibHop hop : config.hops) {
        check(config, hop);
      }
    }
    if (config.source != null && !isValidSource(config)) {
      throw config.invalid("Invalid prefsrc address");
    }
    return info(config);
  }

  private static FibInfo info(FibConfig config) {
    FibInfo info =
        new FibInfo(
            config.type,
            config.table,
            config.scope,
            config.protocol,
            config.metric,
            config.source,
            config.metrics.kept(),
            config.onLink,
            config.hops);
    info.linkDown = true;
    for (FibHop hop : config.hops) {
      info.linkDown &= hop.linkDown;
    }
    return info;
  }

  private static int scopeOf(RouteType type) {
    return switch (type) {
      case LOCAL -> SCOPE_HOST;
      case BROADCAST, ANYCAST -> SCOPE_LINK;
      case NAT -> SCOPE_NOWHERE;
      default -> 0;
    };
  }

  private void checkHost(FibConfig config) {
    if (config.hops.size() != 1) {
      throw config.invalid("Route with host scope can not have multiple nexthops");
    }
    FibHop hop = config.hop();
    if (hop.gateway != null) {
      throw config.invalid("Route with host scope can not have a gateway");
    }
    hop.scope = SCOPE_NOWHERE;
    if (hop.device == null) {
      throw config.refused(Errno.ENODEV);
    }
  }

  private boolean isValidSource(FibConfig config) {
    if (config.type == RouteType.LOCAL && config.prefix.address().equals(config.source)) {
      return true;
    }
    return netns
                .lookups()
                .addressType4(config.source, null, config.table == Fib4.MAIN ? 255 : config.table)
            == RouteType.LOCAL
        || netns.lookups().addressType4(config.source, null, Fib4.LOCAL) == RouteType.LOCAL;
  }

  private void check(FibConfig config, FibHop hop) {
    if (hop.gateway == null) {
      checkDirect(config, hop);
    } else if (!hop.gateway.isV4()) {
      hop.device = netns.fib6Requests().egress(config, hop); // whose carrier does not matter
      hop.scope = RouteScope.LINK.value();
    } else if (hop.onLink) {
      checkOnLink(config, hop);
    } else {
      checkGateway(config, hop);
    }
  }

  private static void checkDirect(FibConfig config, FibHop hop) {
    if (hop.onLink) {
      throw config.invalid("Invalid flags for nexthop - PERVASIVE and ONLINK can not be set");
    }
    if (hop.device == null || !hop.device.hasIpv4()) {
      throw config.refused(Errno.ENODEV);
    }
    if (!hop.device.isUp()) {
      throw config.refused(Errno.ENETDOWN, "Device for nexthop is not up");
    }
    hop.scope = SCOPE_HOST;
    hop.linkDown = !hop.device.hasCarrier();
  }

  private void checkOnLink(FibConfig config, FibHop hop) {
    if (config.scope >= SCOPE_LINK) {
      throw config.invalid("Nexthop has invalid scope");
    }
    if (hop.device == null) {
      throw config.refused(Errno.ENODEV, "Nexthop device required for onlink");
    }
    if (!hop.device.isUp()) {
      throw config.refused(Errno.ENETDOWN, "Nexthop device is not up");
    }
    if (netns.lookups().addressType4(hop.gateway, null, Fib4.LOCAL) != RouteType.UNICAST) {
      throw config.invalid("Nexthop has invalid gateway");
    }
    hop.linkDown = !hop.device.hasCarrier();
    hop.scope = SCOPE_LINK;
  }

  private void checkGateway(FibConfig config, FibHop hop) {
    int scope = Math.max(config.scope + 1, SCOPE_LINK);
    Flow flow =
        new Flow(
            hop.gateway,
            IpAddress.ANY_V4,
            Flow.LOOPBACK,
            hop.device == null ? 0 : hop.device.ifindex(),
            0,
            0,
            scope);
    FibResult result = null;
    if (config.table != Fib4.MAIN) {
      FibTable table = fib.find(config.table);
      if (table != null) {
        // Until the rules are touched, local stands for the merged tables.
        result =
            config.table == Fib4.LOCAL && !fib.hasCustomRules()
                ? fib.lookupMerged(flow, true)
                : fib.lookup(table, flow, true);
      }
    }
    if (result == null || !result.isFound()) {
      result = netns.lookups().lookup4(flow, true);
    }
    if (!result.isFound()) {
      throw config.refused(result.error().orElseThrow(), "Nexthop has invalid gateway");
    }
    if (result.type() != RouteType.UNICAST && result.type() != RouteType.LOCAL) {
      throw config.invalid("Nexthop has invalid gateway");
    }
    Link device = result.hop().device().orElse(null);
    if (device == null) {
      throw config.invalid("No egress device for nexthop gateway");
    }
    hop.scope = result.route().orElseThrow().scope().value();
    hop.device = device;
    hop.linkDown = !device.hasCarrier();
    if (!device.isUp()) {
      throw config.refused(Errno.ENETDOWN);
    }
  }

  // Deletion.

  private static FibAlias victim(List<FibAlias> aliases, FibConfig config) {
    for (int i = FibTable.place(aliases, config.tos, 0); i < aliases.size(); i++) {
      FibAlias alias = aliases.get(i);
      if (alias.tos != config.tos) {
        return null;
      }
      FibInfo info = alias.info;
      if ((config.type == null || info.type == config.type)
          && (config.scope == SCOPE_NOWHERE || info.scope == config.scope)
          && (config.source == null || config.source.equals(info.source))
          && (config.protocol == 0 || info.protocol == config.protocol)
          && hopsMatch(config, info)
          && config.metrics.fits(info.metrics)) {
        return alias;
      }
    }
    return null;
  }

  private static boolean hopsMatch(FibConfig config, FibInfo info) {
    if (config.metric != 0 && config.metric != info.metric) {
      return false;
    }
    if (config.multipath && (config.stated.device != null || config.stated.gateway != null)) {
      return hopMatches(config.stated, info.hop());
    }
    if (config.multipath) {
      if (config.viaNothing || config.hops.size() > info.hops.size()) {
        return false;
      }
      for (int i = 0; i < info.hops.size(); i++) {
        if (i >= config.hops.size() || !hopMatches(config.hops.get(i), info.hops.get(i))) {
          return false;
        }
      }
      return true;
    }
    return hopMatches(config.hop(), info.hop());
  }

  private static boolean hopMatches(FibHop wanted, FibHop hop) {
    return (wanted.device == null || wanted.device == hop.device)
        && (wanted.gateway == null || wanted.gateway.equals(hop.gateway));
  }
}
