package org.dvrsim.kernel;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IpAddress;

/**
 * The IPv4 route tables of a namespace and what their routes share.
 *
 * <p>Models: net/ipv4/fib_trie.c:fib_table_lookup(), fib_table_flush(); net/ipv4/fib_semantics.c:
 * fib_sync_down_dev(), fib_sync_down_addr(), fib_sync_up(), fib_find_info()
 *
 * <p>As in the kernel, the tables local and main are one until the rule database is first touched:
 * a longer prefix in main then goes before a shorter one in local.
 */
final class Fib4 {
  static final int MAIN = 254;
  static final int LOCAL = 255;
  static final int DEFAULT = 253;

  /** By address, longer prefixes first, then as they stand in their prefix's list. */
  private static final Comparator<FibAlias> IN_ORDER_OF_DUMP =
      Comparator.comparing((FibAlias alias) -> alias.prefix.address())
          .thenComparing(alias -> -alias.prefix.length())
          .thenComparing(Fib4::place);

  private static final int IGNORES_LINK_DOWN =
      SysctlSchema.LINUX.conf4.index("ignore_routes_with_linkdown");

  private final Netns netns;
  private final TableHash<FibTable> tables = new TableHash<>(FibTable::new);
  private final FibIndex infos = new FibIndex();
  private boolean customRules;

  Fib4(Netns netns) {
    this.netns = netns;
  }

  /** Returns the table {@code id}, null if it was never made. */
  FibTable find(int id) {
    return tables.find(id);
  }

  /** Returns the table {@code id}, making it if it is missing. */
  FibTable table(int id) {
    if (id == LOCAL && !customRules && tables.find(id) == null) {
      tables.findOrMake(MAIN);
    }
    return tables.findOrMake(id);
  }

  /** Returns the tables in the kernel's order. */
  List<FibTable> tablesInOrder() {
    return tables.inOrder();
  }

  /** Tells whether routes over a device without a carrier are passed over. */
  static boolean ignoresLinkDown(Link link) {
    return link.netns().settings().conf4All().isOn(IGNORES_LINK_DOWN)
        || (link.ipv4 != null && link.ipv4.conf.isOn(IGNORES_LINK_DOWN));
  }

  /** Notes that the rule database decides from now on (fib_unmerge()). */
  void rulesTouched() {
    customRules = true;
  }

  boolean hasCustomRules() {
    return customRules;
  }

  /**
   * Returns the info equal to {@code fresh} that is in use, or {@code fresh} itself, now in use.
   */
  FibInfo share(FibInfo fresh) {
    FibInfo known = infos.find(fresh);
    return known != null ? known : fresh;
  }

  void insert(FibAlias alias, int index) {
    if (!alias.info.isUsed()) {
      infos.add(alias.info);
    }
    alias.table.insert(alias, index);
  }

  void remove(FibAlias alias) {
    alias.table.remove(alias);
    if (!alias.info.isUsed()) {
      infos.remove(alias.info);
    }
  }

  // Lookup.

  /** Looks a flow up in one table; null if nothing fits. */
  FibResult lookup(FibTable table, Flow flow, boolean ignoreLinkState) {
    for (PrefixTrie.Node<List<FibAlias>> node = table.trie.longest(flow.destination());
        node != null;
        node = node.shorter()) {
      FibResult result = match(node.value, flow, ignoreLinkState);
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  /** Looks a flow up in the merged tables local and main; null if nothing fits. */
  FibResult lookupMerged(Flow flow, boolean ignoreLinkState) {
    PrefixTrie.Node<List<FibAlias>> here = longest(tables.find(LOCAL), flow.destination());
    PrefixTrie.Node<List<FibAlias>> there = longest(tables.find(MAIN), flow.destination());
    while (here != null || there != null) {
      FibResult result;
      if (there == null || (here != null && here.length >= there.length)) {
        result = match(here.value, flow, ignoreLinkState);
        here = here.shorter();
      } else {
        result = match(there.value, flow, ignoreLinkState);
        there = there.shorter();
      }
      if (result != null) {
        return result;
      }
    }
    return null;
  }

  private static PrefixTrie.Node<List<FibAlias>> longest(FibTable table, IpAddress address) {
    return table == null ? null : table.trie.longest(address);
  }

  private FibResult match(List<FibAlias> aliases, Flow flow, boolean ignoreLinkState) {
    for (int i = 0; i < aliases.size(); i++) {
      FibAlias alias = aliases.get(i);
      FibInfo info = alias.info;
      if ((alias.tos != 0 && !flow.hasTos(alias.tos)) || info.scope < flow.scope()) {
        continue;
      }
      Errno error = errorOf(info.type);
      if (error != null) {
        return FibResult.failed(error, alias.route());
      }
      if (info.dead) {
        continue;
      }
      for (int h = 0; h < info.hops.size(); h++) {
        if (isGood(info.hops.get(h), flow, ignoreLinkState)) {
          return FibResult.found(alias.route(), h);
        }
      }
    }
    return null;
  }

  private boolean isGood(FibHop hop, Flow flow, boolean ignoreLinkState) {
    if (hop.dead) {
      return false;
    }
    if (hop.linkDown && !ignoreLinkState && ignoresLinkDown(hop.device)) {
      return false;
    }
    return flow.oif() == 0 || (hop.device != null && hop.device.ifindex() == flow.oif());
  }

  /** Returns what a route of {@code type} answers; null if it sends packets. */
  static Errno errorOf(RouteType type) {
    return switch (type) {
      case BLACKHOLE, NAT -> Errno.EINVAL;
      case UNREACHABLE -> Errno.EHOSTUNREACH;
      case PROHIBIT -> Errno.EACCES;
      case THROW -> Errno.EAGAIN;
      default -> null;
    };
  }

  // Devices and addresses that change.

  /** What happens to a device on which hops depend. */
  enum DeviceEvent {
    /** It lost its carrier. */
    CHANGE,
    /** It goes down. */
    DOWN,
    /** It lost its last address, and IPv4 with it. */
    LAST_ADDRESS,
    /** It goes away. */
    UNREGISTER
  }

  /** Forgets how hops were shown: a setting of their devices changed. */
  void showAnew() {
    infos.all().forEach(FibInfo::hopsChanged);
  }

  /** Marks the hops over {@code device} and drops the routes that have none left. */
  void deviceLost(Link device, DeviceEvent event) {
    boolean all = event == DeviceEvent.UNREGISTER || event == DeviceEvent.LAST_ADDRESS;
    int spared = all ? -1 : 255;
    List<FibInfo> dead = List.of();
    for (FibIndex.Member each = device.infos4.first(); each != null; each = each.next()) {
      FibInfo info = each.info();
      if (netns.changes().isWatched()) {
        // Who is told of a lost route is told what it was like before.
        for (FibAlias user = info.firstUser(); user != null; user = user.later) {
          user.route();
        }
      }
      int gone = 0;
      for (FibHop hop : info.hops) {
        if (hop.dead) {
          gone++;
        } else if (hop.device == device && hop.scope != spared) {
          hop.dead = event != DeviceEvent.CHANGE;
          hop.linkDown = true;
          gone++;
        }
        if (event == DeviceEvent.UNREGISTER && hop.device == device) {
          gone = info.hops.size();
          break;
        }
      }
      if (gone == info.hops.size()) {
        info.dead |= event != DeviceEvent.CHANGE;
        info.linkDown = true;
        if (info.dead) {
          dead = dead.isEmpty() ? new ArrayList<>() : dead;
          dead.add(info);
        }
      }
      if (!info.dead) {
        info.hopsChanged();
      }
    }
    flush(dead);
  }

  /** Takes the marks off hops over {@code device}, which came up or got its carrier. */
  void deviceBack(Link device, boolean wasDead) {
    boolean alsoLinkDown = !wasDead || device.hasCarrier();
    for (FibIndex.Member each = device.infos4.first(); each != null; each = each.next()) {
      FibInfo info = each.info();
      int alive = 0;
      boolean changed = false;
      for (FibHop hop : info.hops) {
        boolean marked = (wasDead && hop.dead) || (alsoLinkDown && hop.linkDown);
        if (!marked) {
          alive++;
        } else if (hop.device == device && device.isUp()) {
          alive++;
          changed = true;
          hop.dead &= !wasDead;
          hop.linkDown &= !alsoLinkDown;
        }
      }
      if (alive > 0) {
        changed |= (wasDead && info.dead) || (alsoLinkDown && info.linkDown);
        info.dead &= !wasDead;
        info.linkDown &= !alsoLinkDown;
      }
      if (changed) {
        // only then, as there may be many routes
        info.hopsChanged();
      }
    }
  }

  /**
   * Returns the routes of a table that have {@code device} as their only hop, in the order of dump;
   * without walking those that have not.
   */
  List<Route> routesOver(Link device, int table) {
    List<FibAlias> aliases = new ArrayList<>();
    for (FibInfo info : infos.over(device, table)) {
      addUsers(info, aliases);
    }
    aliases.sort(IN_ORDER_OF_DUMP);
    List<Route> routes = new ArrayList<>(aliases.size());
    for (FibAlias alias : aliases) {
      routes.add(alias.route());
    }
    return routes;
  }

  private static int place(FibAlias alias) {
    return alias.table.at(alias.prefix).indexOf(alias);
  }

  /**
   * Drops the routes of table main that prefer the source {@code local}, which is gone; unlike
   * others that are lost, they are told of.
   *
   * <p>Models: net/ipv4/fib_semantics.c:fib_sync_down_addr(), net/ipv4/fib_trie.c:fib_table_flush()
   */
  void sourceLost(IpAddress local) {
    List<FibInfo> dead = new ArrayList<>();
    for (FibInfo info : infos.preferring(local)) {
      if (info.table == MAIN) {
        info.dead = true;
        dead.add(info);
      }
    }
    if (netns.rtnetlink().isHeard()) {
      List<FibAlias> aliases = new ArrayList<>();
      for (FibInfo info : dead) {
        addUsers(info, aliases);
      }
      aliases.sort(IN_ORDER_OF_DUMP);
      aliases.forEach(alias -> netns.rtnetlink().route(true, alias));
    }
    flush(dead);
  }

  private static void addUsers(FibInfo info, List<FibAlias> aliases) {
    for (FibAlias user = info.firstUser(); user != null; user = user.later) {
      aliases.add(user);
    }
  }

  private void flush(Collection<FibInfo> dead) {
    for (FibInfo info : dead) {
      if (errorOf(info.type) != null) {
        continue;
      }
      FibAlias alias = info.firstUser();
      while (alias != null) {
        FibAlias next = alias.later;
        remove(alias);
        netns.changes().routeChanged(alias, null);
        alias = next;
      }
    }
  }
}
