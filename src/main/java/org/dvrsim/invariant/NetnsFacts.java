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
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Policy;
import org.dvrsim.netfilter.Table;

/**
 * What one namespace holds, as facts in words, which do not name it. Neighbours that the kernel
 * learns and forgets by itself are left out.
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

  /** What comes before and after a device's name in the keys of its settings. */
  private static final List<DeviceSetting> DEVICE_SETTINGS =
      List.of(
          new DeviceSetting("net.ipv4.conf.", ".proxy_arp"),
          new DeviceSetting("net.ipv4.neigh.", ".proxy_delay"),
          new DeviceSetting("net.ipv6.conf.", ".accept_ra"),
          new DeviceSetting("net.ipv6.conf.", ".forwarding"));

  private record DeviceSetting(String directory, String name) {}

  private final RandomPicks picks;
  private final List<String> facts = new ArrayList<>();

  private NetnsFacts(RandomPicks picks) {
    this.picks = picks;
  }

  /** Returns the facts in alphabetical order. */
  static List<String> of(Netns netns, RandomPicks picks) {
    NetnsFacts reader = new NetnsFacts(picks);
    reader.addAll(netns);
    Collections.sort(reader.facts);
    return Collections.unmodifiableList(reader.facts);
  }

  private void addAll(Netns netns) {
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
        add(family, table);
      }
    }
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
    SETTINGS.forEach(key -> addSetting(netns, key));
    addRedirects(netns, "all");
    for (Link link : netns.links()) {
      addRedirects(netns, link.name().text());
    }
  }

  /** That redirects are sent is how the kernel begins; that they are not is a fact. */
  private void addRedirects(Netns netns, String device) {
    String key = "net.ipv4.conf." + device + HostState.REDIRECTS;
    if (netns.sysctl().read(key).equals("0")) {
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
    for (DeviceSetting setting : DEVICE_SETTINGS) {
      addSetting(link.netns(), setting.directory() + link + setting.name());
    }
  }

  private void add(Route route) {
    StringBuilder fact = new StringBuilder("route ");
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
        "rule IPv"
            + family.version()
            + " "
            + priority
            + ": "
            + RuleText.selector(rule)
            + " lookup "
            + picks.named(rule.table()));
  }

  /** Counters are no facts. */
  private void add(IpFamily family, Table table) {
    String tool = (family == IpFamily.V4 ? "iptables -t " : "ip6tables -t ") + table.name() + " ";
    for (Hook hook : table.name().hooks()) {
      Chain chain = table.baseChain(hook);
      facts.add(tool + ":" + hook.name() + " " + (chain == null ? Policy.ACCEPT : chain.policy()));
    }
    for (Chain chain : table.userChains()) {
      facts.add(tool + ":" + chain.name() + " -");
    }
    table.baseChains().forEach(chain -> addRules(tool, chain));
    table.userChains().forEach(chain -> addRules(tool, chain));
  }

  private void addRules(String tool, Chain chain) {
    for (ChainRule rule : chain.rules()) {
      facts.add(tool + rule.line());
    }
  }

  private void addSetting(Netns netns, String key) {
    try {
      facts.add(key + " = " + netns.sysctl().read(key));
    } catch (ErrnoException e) {
      facts.add(key + " is not there");
    }
  }
}
