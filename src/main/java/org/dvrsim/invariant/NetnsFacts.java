package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
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
 * Reads what one namespace holds, as facts in words, which do not name it. Neighbours that the
 * kernel learns and forgets by itself are left out.
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
  private List<String> facts;

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
          sections[i] = new FactSection(Integer.toString(i), "", facts);
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
        add(link);
      }
    }
  }

  private void addRoutes() {
    for (IpFamily family : IpFamily.values()) {
      for (List<Route> routes : netns.routesByTable(family)) {
        if (!routes.get(0).table().equals(TableId.LOCAL)) {
          for (int i = 0; i < routes.size(); i++) {
            add(routes.get(i));
          }
        }
      }
    }
  }

  private void addRules() {
    for (IpFamily family : IpFamily.values()) {
      for (IpRule rule : netns.rules(family)) {
        add(family, rule);
      }
    }
  }

  private void addNeighbours() {
    for (Neighbour neighbour : netns.neighbours()) {
      if (neighbour.state() != NudState.PERMANENT) {
        continue;
      }
      facts.add(
          "neigh "
              + picks.named(neighbour.address())
              + " dev "
              + neighbour.device()
              + neighbour.mac().map(mac -> " lladdr " + picks.named(mac)).orElse("")
              + " "
              + neighbour.state());
    }
  }

  private void addSettings() {
    Sysctls sysctl = netns.sysctl();
    for (SysctlKey key : SETTINGS) {
      facts.add(key + " = " + sysctl.read(key));
    }
    addRedirects(ALL_REDIRECTS.toString(), sysctl.read(ALL_REDIRECTS));
    for (Link link : netns.links()) {
      addRedirects(REDIRECTS.of(link), sysctl.read(REDIRECTS, link));
      if (!link.isLoopback()) {
        for (SysctlKey key : DEVICE_SETTINGS) {
          addSetting(key, link);
        }
      }
    }
  }

  private void addSetting(SysctlKey key, Link link) {
    try {
      facts.add(key.of(link) + " = " + netns.sysctl().read(key, link));
    } catch (ErrnoException e) {
      facts.add(key.of(link) + " is not there");
    }
  }

  /** That redirects are sent is how the kernel begins; that they are not is a fact. */
  private void addRedirects(String key, String value) {
    if (value.equals("0")) {
      facts.add(key + " = 0");
    }
  }

  private void add(Link link) {
    facts.add(
        "link "
            + link
            + " "
            + link.kind()
            + " mtu "
            + link.mtu()
            + (link.isUp() ? " up" : " down")
            + " address "
            + picks.named(link.mac())
            + link.peer().map(peer -> " peer " + peer.netns().name() + "/" + peer).orElse(""));
    for (IfAddress address : link.addresses()) {
      facts.add(
          "addr "
              + picks.named(address.local())
              + "/"
              + address.prefixLength()
              + " dev "
              + link
              + " scope "
              + address.scope());
    }
  }

  private void add(Route route) {
    StringBuilder fact = new StringBuilder("route ");
    fact.append(route.type()).append(' ');
    IpAddress destination = route.destination().address();
    fact.append(
        picks.isPick(destination) ? picks.named(destination) : route.destination().toString());
    if (route.hops().size() == 1) {
      add(route.hops().get(0), fact);
    } else {
      route.hops().stream().map(this::hop).sorted().forEach(fact::append);
    }
    fact.append(" table ")
        .append(picks.named(route.table()))
        .append(" proto ")
        .append(route.protocol());
    facts.add(fact.append(" metric ").append(route.metric()).toString());
  }

  private String hop(NextHop hop) {
    StringBuilder text = new StringBuilder();
    add(hop, text);
    return text.toString();
  }

  private void add(NextHop hop, StringBuilder fact) {
    hop.gateway().ifPresent(gateway -> fact.append(" via ").append(picks.named(gateway)));
    hop.device().ifPresent(device -> fact.append(" dev ").append(device));
    if (hop.dead()) {
      fact.append(" dead");
    }
  }

  private void add(IpFamily family, IpRule rule) {
    String priority = Long.toString(rule.priority());
    if (rule.table().equals(Names.FIP_TABLE)
        && rule.priority() >= FIRST_FIP_PRIORITY
        && rule.priority() <= LAST_FIP_PRIORITY) {
      priority = "priority(fip)";
    } else if (picks.isPick(rule.table())) {
      priority = picks.named(rule.table());
    }
    facts.add(
        "rule IPv"
            + family.version()
            + " "
            + priority
            + ": "
            + RuleText.selector(rule)
            + " lookup "
            + picks.named(rule.table()));
  }
}
