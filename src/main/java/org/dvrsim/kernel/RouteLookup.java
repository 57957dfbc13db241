package org.dvrsim.kernel;

import org.dvrsim.base.Errno;
import org.dvrsim.net.IpAddress;

/**
 * Finds the route for a flow, and what an address is to a namespace.
 *
 * <p>Models: include/net/ip_fib.h:fib_lookup(), net/ipv6/fib6_rules.c:fib6_rule_lookup()
 */
final class RouteLookup {
  private final Fib4 fib4;
  private final Rpdb rules4;
  private final Fib6 fib6;
  private final Rpdb rules6;
  private final Rpdb.TableLookup tables4 = this::lookupTable4;
  private final Rpdb.TableLookup tables6 = this::lookupTable6;

  RouteLookup(Fib4 fib4, Rpdb rules4, Fib6 fib6, Rpdb rules6) {
    this.fib4 = fib4;
    this.rules4 = rules4;
    this.fib6 = fib6;
    this.rules6 = rules6;
  }

  /** Looks up an IPv4 route: local, main and default in one trie where there are no own rules. */
  FibResult lookup4(Flow flow, boolean ignoreLinkState) {
    if (fib4.hasCustomRules()) {
      return rules4.lookup(flow, ignoreLinkState, tables4);
    }
    FibResult result = fib4.lookupMerged(flow, ignoreLinkState);
    if (isOpen(result)) {
      FibTable last = fib4.find(Fib4.DEFAULT);
      result = last == null ? null : fib4.lookup(last, flow, ignoreLinkState);
    }
    return isOpen(result) ? FibResult.UNREACHABLE : result;
  }

  /** Tells whether a table gave no answer, or was left by a throw route. */
  private static boolean isOpen(FibResult result) {
    return result == null || (!result.isFound() && result.error().get() == Errno.EAGAIN);
  }

  private FibResult lookupTable4(int id, Flow flow, boolean ignoreLinkState) {
    FibTable table = fib4.find(id);
    return table == null ? null : fib4.lookup(table, flow, ignoreLinkState);
  }

  /** Looks up an IPv6 route by the rules. */
  FibResult lookup6(Flow flow, boolean ignoreLinkState) {
    return rules6.lookup(flow, ignoreLinkState, tables6);
  }

  /**
   * Looks up by which route a new route's gateway is reached. One to throw ends that, while a
   * packet's lookup would go on to the next rule.
   *
   * <p>Models: net/ipv6/fib6_rules.c:fib6_lookup(), fib6_rule_action_alt()
   */
  FibResult lookupGateway6(Flow flow) {
    return rules6.lookup(
        flow,
        false,
        (id, asked, ignoreLinkState) -> {
          FibResult result = lookupTable6(id, asked, ignoreLinkState);
          return result != null && isOpen(result) ? FibResult.UNREACHABLE : result;
        });
  }

  /**
   * A packet received prefers a route by the device it came from; one made here must take the
   * device it is bound to, unless it has a source.
   *
   * <p>Models: net/ipv6/route.c:ip6_route_output_flags(), ip6_route_input_lookup()
   */
  private FibResult lookupTable6(int id, Flow flow, boolean ignoreLinkState) {
    Fib6Table table = fib6.find(id);
    if (table == null) {
      return null;
    }
    IpAddress to = flow.destination();
    boolean strict = to.isMulticast() || to.isLinkLocal() || to.isLoopback();
    if (flow.iif() != Flow.LOOPBACK) {
      return fib6.lookup(table, flow.withOif(flow.iif()), ignoreLinkState, strict);
    }
    strict |= flow.oif() != 0 && flow.source().isUnspecified();
    return fib6.lookup(table, flow, ignoreLinkState, strict);
  }

  /**
   * Returns what an address is as a table sees it, for {@code device} if one is given.
   *
   * <p>Models: net/ipv4/fib_frontend.c:__inet_dev_addr_type()
   */
  RouteType addressType4(IpAddress address, Link device, int tableId) {
    if (address.isUnspecified() || address.isLimitedBroadcast()) {
      return RouteType.BROADCAST;
    }
    if (address.isMulticast()) {
      return RouteType.MULTICAST;
    }
    FibTable table = fib4.find(tableId);
    if (table == null) {
      return RouteType.BROADCAST;
    }
    Flow flow = new Flow(address, IpAddress.ANY_V4, 0, 0, 0, 0, 0);
    boolean merged = !fib4.hasCustomRules() && (tableId == Fib4.LOCAL || tableId == Fib4.MAIN);
    FibResult result = merged ? fib4.lookupMerged(flow, false) : fib4.lookup(table, flow, false);
    if (result != null
        && result.isFound()
        && (device == null || result.route().orElseThrow().hop().device().orElse(null) == device)) {
      return result.type();
    }
    return RouteType.UNICAST;
  }

  /**
   * Returns what an IPv6 address is: LOCAL, ANYCAST, MULTICAST or UNICAST.
   *
   * <p>Models: net/ipv6/addrconf_core.c:__ipv6_addr_type(), net/ipv6/addrconf.c:ipv6_chk_addr()
   */
  RouteType addressType6(IpAddress address) {
    if (address.isMulticast()) {
      return RouteType.MULTICAST;
    }
    Fib6Table table = fib6.table(Fib4.LOCAL);
    FibResult result = fib6.lookup(table, Flow.to(address), true);
    return result != null && result.isFound() ? result.type() : RouteType.UNICAST;
  }
}
