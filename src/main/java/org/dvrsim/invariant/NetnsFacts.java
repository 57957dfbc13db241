package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.SysctlKey;
import org.dvrsim.kernel.Sysctls;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;

/**
 * Reads what one namespace holds, as facts. Neighbours that the kernel learns and forgets by itself
 * are left out.
 *
 * <p>What it read is kept by section, until it is told to {@link #forget} what changed in the
 * namespace, or random picks get other names.
 */
final class NetnsFacts {
  private static final long FIRST_FIP_PRIORITY = 32768;
  private static final long LAST_FIP_PRIORITY = 72767;

  private static final List<SysctlKey> SETTINGS =
      List.of(
          SysctlKey.of("net.ipv4.ip_forward"),
          SysctlKey.of("net.ipv4.ip_nonlocal_bind"),
          SysctlKey.of("net.ipv4.conf.all.arp_ignore"),
          SysctlKey.of("net.ipv4.conf.all.arp_announce"),
          SysctlKey.of("net.ipv4.conf.all.promote_secondaries"),
          SysctlKey.of("net.ipv6.conf.all.forwarding"),
          SysctlKey.of("net.netfilter.nf_conntrack_tcp_be_liberal"),
          SysctlKey.of("net.netfilter.nf_conntrack_tcp_loose"));

  private static final List<SysctlKey> DEVICE_SETTINGS =
      List.of(
          SysctlKey.ofDevices("net.ipv4.conf", "proxy_arp"),
          SysctlKey.ofDevices("net.ipv4.neigh", "proxy_delay"),
          SysctlKey.ofDevices("net.ipv6.conf", "accept_ra"),
          SysctlKey.ofDevices("net.ipv6.conf", "forwarding"));

  private static final SysctlKey ALL_REDIRECTS = SysctlKey.of("net.ipv4.conf.all.send_redirects");
  private static final SysctlKey REDIRECTS = SysctlKey.ofDevices("net.ipv4.conf", "send_redirects");

  /** What the sections hang on that are about links, routes, rules, neighbours and settings. */
  private static final int[] HANGS_ON = {
    Aspect.LINKS.bits() | Aspect.ADDRESSES.bits(),
    Aspect.ROUTES.bits() | Aspect.LINKS.bits(),
    Aspect.RULES.bits(),
    Aspect.NEIGHBOURS.bits() | Aspect.LINKS.bits(),
    Aspect.SYSCTLS.bits() | Aspect.LINKS.bits()
  };

  private static final int SETTINGS_SECTION = 4;

  private final Netns netns;
  private final FactSection[] sections = new FactSection[HANGS_ON.length];
  private final TableFacts tables4;
  private final TableFacts tables6;
  private List<FactSection> all;
  private RandomPicks picks;
  private List<Object> facts;

  /** Builds a reader that has read nothing yet. */
  NetnsFacts(Netns netns) {
    this.netns = netns;
    this.tables4 = new TableFacts(netns.netfilter(IpFamily.V4));
    this.tables6 = new TableFacts(netns.netfilter(IpFamily.V6));
  }

  /** Tells whether it is about {@code other}. */
  boolean isOf(Netns other) {
    return netns == other;
  }

  /** Forgets what hangs on {@link Aspect}s that changed, given as bits. */
  void forget(int changed) {
    for (int i = 0; i < HANGS_ON.length; i++) {
      if ((HANGS_ON[i] & changed) != 0) {
        sections[i] = null;
        all = null;
      }
    }
    if ((Aspect.NETFILTER.bits() & changed) != 0) {
      all = null;
    }
  }

  /** Returns the facts: the same object as long as nothing was forgotten and no pick changed. */
  List<FactSection> read(RandomPicks now) {
    if (!now.equals(picks)) {
      picks = now;
      for (int i = 0; i < SETTINGS_SECTION; i++) {
        sections[i] = null;
      }
      all = null;
    }
    if (all == null) {
      all = new ArrayList<>(16);
      for (int i = 0; i < sections.length; i++) {
        if (sections[i] == null) {
          facts = new ArrayList<>(20);
          addSection(i);
          sections[i] = new FactSection(Integer.toString(i), facts);
        }
        all.add(sections[i]);
      }
      tables4.addTo(all);
      tables6.addTo(all);
    }
    return all;
  }

  private void addSection(int section) {
    switch (section) {
      case 0 -> addLinks();
      case 1 -> addRoutes();
      case 2 -> addRules();
      case 3 -> addNeighbours();
      default -> addSettings();
    }
  }

  private void addLinks() {
    for (Link link : netns.links()) {
      if (!link.isLoopback()) {
        facts.add(
            new NetnsFact.Device(
                link.name(),
                link.kind(),
                link.mtu(),
                link.isUp(),
                picks.named(link.mac()),
                link.peer().map(peer -> new NetnsFact.End(peer.netns().name(), peer.name()))));
        for (IfAddress address : link.addresses()) {
          facts.add(
              new NetnsFact.Address(
                  picks.named(address.local()),
                  address.prefixLength(),
                  link.name(),
                  address.scope()));
        }
      }
    }
  }

  private void addRoutes() {
    for (IpFamily family : IpFamily.values()) {
      for (List<Route> routes : netns.routesByTable(family)) {
        if (!routes.get(0).table().equals(TableId.LOCAL)) {
          for (int i = 0; i < routes.size(); i++) {
            facts.add(way(routes.get(i)));
          }
        }
      }
    }
  }

  private NetnsFact way(Route route) {
    IpAddress destination = route.destination().address();
    List<NetnsFact.Hop> hops = new ArrayList<>(route.hops().size());
    for (NextHop hop : route.hops()) {
      hops.add(
          new NetnsFact.Hop(
              hop.gateway().map(picks::named), hop.device().map(Link::name), hop.dead()));
    }
    return new NetnsFact.Way(
        route.type(),
        picks.isPick(destination) ? picks.named(destination) : route.destination(),
        hops,
        picks.named(route.table()),
        route.protocol(),
        route.metric());
  }

  private void addRules() {
    for (IpFamily family : IpFamily.values()) {
      for (IpRule rule : netns.rules(family)) {
        facts.add(
            new NetnsFact.Lookup(
                family,
                priority(rule),
                rule.from(),
                rule.to(),
                rule.iif(),
                picks.named(rule.table())));
      }
    }
  }

  private Object priority(IpRule rule) {
    if (rule.table().equals(Names.FIP_TABLE)
        && rule.priority() >= FIRST_FIP_PRIORITY
        && rule.priority() <= LAST_FIP_PRIORITY) {
      return "priority(fip)";
    }
    return picks.isPick(rule.table()) ? picks.named(rule.table()) : rule.priority();
  }

  private void addNeighbours() {
    for (Neighbour neighbour : netns.neighbours()) {
      if (neighbour.state() == NudState.PERMANENT) {
        facts.add(
            new NetnsFact.Entry(
                picks.named(neighbour.address()),
                neighbour.device().name(),
                neighbour.mac().map(picks::named)));
      }
    }
  }

  private void addSettings() {
    Sysctls sysctl = netns.sysctl();
    for (SysctlKey key : SETTINGS) {
      facts.add(new NetnsFact.Setting(key, sysctl.read(key)));
    }
    // That redirects are sent is how the kernel begins; that they are not is a fact.
    if (sysctl.read(ALL_REDIRECTS).equals("0")) {
      facts.add(new NetnsFact.Setting(ALL_REDIRECTS, "0"));
    }
    for (Link link : netns.links()) {
      if (sysctl.read(REDIRECTS, link).equals("0")) {
        facts.add(new NetnsFact.DeviceSetting(REDIRECTS, link.name(), Optional.of("0")));
      }
      if (!link.isLoopback()) {
        for (SysctlKey key : DEVICE_SETTINGS) {
          facts.add(new NetnsFact.DeviceSetting(key, link.name(), value(key, link)));
        }
      }
    }
  }

  private Optional<String> value(SysctlKey key, Link link) {
    try {
      return Optional.of(netns.sysctl().read(key, link));
    } catch (ErrnoException e) {
      return Optional.empty();
    }
  }
}
