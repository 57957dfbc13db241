package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
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
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.TableId;
import org.dvrsim.netfilter.Table;

/**
 * What one namespace holds, as facts in words. Neighbours that the kernel learns and forgets by
 * itself are left out.
 */
final class NetnsFacts {
  private static final long FIRST_FIP_PRIORITY = 32768;
  private static final long LAST_FIP_PRIORITY = 72767;

  private static final List<String> SETTINGS =
      List.of(
          "net.ipv4.ip_forward",
          "net.ipv4.ip_nonlocal_bind",
          "net.ipv4.conf.all.arp_ignore",
          "net.ipv4.conf.all.arp_announce",
          "net.ipv4.conf.all.promote_secondaries",
          "net.ipv6.conf.all.forwarding",
          "net.netfilter.nf_conntrack_tcp_be_liberal",
          "net.netfilter.nf_conntrack_tcp_loose");

  private static final List<String> DEVICE_SETTINGS =
      List.of(
          "net.ipv4.conf.%s.proxy_arp",
          "net.ipv4.neigh.%s.proxy_delay",
          "net.ipv6.conf.%s.accept_ra",
          "net.ipv6.conf.%s.forwarding");

  private final String in;
  private final RandomPicks picks;
  private final List<String> facts = new ArrayList<>();

  private NetnsFacts(Netns netns, RandomPicks picks) {
    this.in = netns.name() + ": ";
    this.picks = picks;
  }

  /** Returns the facts in alphabetical order. */
  static List<String> of(Netns netns, RandomPicks picks) {
    NetnsFacts reader = new NetnsFacts(netns, picks);
    reader.addAll(netns);
    Collections.sort(reader.facts);
    return Collections.unmodifiableList(reader.facts);
  }

  private void addAll(Netns netns) {
    facts.add("netns " + netns.name());
    for (Link link : netns.links()) {
      if (!link.isLoopback()) {
        add(link);
      }
    }
    for (IpFamily family : IpFamily.values()) {
      for (Route route : netns.routes(family)) {
        if (!route.table().equals(TableId.LOCAL)) {
          add(route);
        }
      }
      for (IpRule rule : netns.rules(family)) {
        add(family, rule);
      }
      for (Table table : netns.netfilter(family).tables()) {
        add(netns, family, table);
      }
    }
    for (Neighbour neighbour : netns.neighbours()) {
      if (neighbour.state() != NudState.PERMANENT) {
        continue;
      }
      facts.add(
          in
              + "neigh "
              + picks.named(neighbour.address())
              + " dev "
              + neighbour.device()
              + neighbour.mac().map(mac -> " lladdr " + picks.named(mac)).orElse("")
              + " "
              + neighbour.state());
    }
    SETTINGS.forEach(key -> addSetting(netns, key));
  }

  private void add(Link link) {
    facts.add(
        in
            + "link "
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
          in
              + "addr "
              + picks.named(address.local())
              + "/"
              + address.prefixLength()
              + " dev "
              + link
              + " scope "
              + address.scope());
    }
    for (String pattern : DEVICE_SETTINGS) {
      addSetting(link.netns(), String.format(pattern, link));
    }
  }

  private void add(Route route) {
    StringBuilder fact = new StringBuilder(in).append("route ");
    fact.append(route.type()).append(' ');
    IpAddress destination = route.destination().address();
    fact.append(
        picks.isPick(destination) ? picks.named(destination) : route.destination().toString());
    for (NextHop hop : route.hops()) {
      hop.gateway().ifPresent(gateway -> fact.append(" via ").append(picks.named(gateway)));
      hop.device().ifPresent(device -> fact.append(" dev ").append(device));
      if (hop.dead()) {
        fact.append(" dead");
      }
    }
    fact.append(" table ")
        .append(picks.named(route.table()))
        .append(" proto ")
        .append(route.protocol());
    facts.add(fact.append(" metric ").append(route.metric()).toString());
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
        in
            + "rule IPv"
            + family.version()
            + " "
            + priority
            + ": "
            + RuleText.of(rule).replaceFirst("^[0-9]+: ", "").replaceFirst("[^ ]+$", "")
            + picks.named(rule.table()));
  }

  private void add(Netns netns, IpFamily family, Table table) {
    String tool = in + (family == IpFamily.V4 ? "iptables -t " : "ip6tables -t ");
    for (String line : netns.netfilter(family).save(table.name())) {
      int counters = line.indexOf(" [");
      facts.add(
          tool
              + table.name()
              + " "
              + (line.startsWith(":") && counters > 0 ? line.substring(0, counters) : line));
    }
  }

  private void addSetting(Netns netns, String key) {
    try {
      facts.add(in + key + " = " + netns.sysctl().read(key));
    } catch (ErrnoException e) {
      facts.add(in + key + " is not there");
    }
  }
}
