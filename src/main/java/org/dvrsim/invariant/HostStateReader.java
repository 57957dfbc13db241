package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.Route;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.dvrsim.netfilter.Table;
import org.dvrsim.ops.Host;

/** Reads a host's state, with what was picked at random named after what it was picked for. */
public final class HostStateReader {
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

  private final Host host;
  private final List<String> facts = new ArrayList<>();
  private final Map<IpAddress, String> addresses = new HashMap<>();
  private final Map<MacAddress, String> macs = new HashMap<>();
  private final Map<TableId, String> tables = new HashMap<>();

  private HostStateReader(Host host) {
    this.host = host;
  }

  /**
   * Returns the state of a host's namespaces, bridge, helper daemons and state files.
   *
   * @param statePath where on the host's disk the agent keeps its state files
   */
  public static HostState read(Host host, String statePath) {
    HostStateReader reader = new HostStateReader(host);
    reader.addAll(statePath);
    return new HostState(reader.facts);
  }

  private void addAll(String statePath) {
    List<Netns> namespaces = new ArrayList<>();
    for (NetnsName name : host.kernel().names()) {
      host.kernel().find(name).ifPresent(namespaces::add);
    }
    namespaces.forEach(this::nameRandomPicks);
    namespaces.forEach(this::add);
    host.bridgePorts().names().forEach(port -> facts.add("bridge port " + port));
    host.processes().running().forEach(p -> facts.add(p.netns() + ": process " + p.service()));
    StateFiles files = StateFiles.of(host, statePath);
    files.priorities().keySet().forEach(key -> facts.add("fip-priorities: " + key));
    files.pairs().keySet().forEach(key -> facts.add("fip-linklocal-networks: " + key));
  }

  private void nameRandomPicks(Netns netns) {
    for (Link link : netns.links()) {
      if (link.kind() == LinkKind.VETH) {
        macs.put(link.mac(), "mac(" + link + ")");
        for (IfAddress address : link.addresses(IpFamily.V6)) {
          if (address.local().isLinkLocal()) {
            addresses.put(address.local(), "link-local(" + link + ")");
          }
        }
        LinkLocalPair.of(link).ifPresent(pair -> name(pair, link));
      }
    }
  }

  private void name(LinkLocalPair pair, Link link) {
    String router = link.name().text().replaceFirst("^(rfp|fpr)-", "");
    addresses.put(pair.routerEnd(), "pair(" + router + ").router");
    addresses.put(pair.fipEnd(), "pair(" + router + ").fip");
    addresses.put(pair.network().address(), "pair(" + router + ").router");
    tables.put(pair.table(), "table(" + router + ")");
  }

  private void add(Netns netns) {
    String in = netns.name() + ": ";
    facts.add("netns " + netns.name());
    for (Link link : netns.links()) {
      if (!link.isLoopback()) {
        add(in, link);
      }
    }
    for (IpFamily family : IpFamily.values()) {
      for (Route route : netns.routes(family)) {
        if (!route.table().equals(TableId.LOCAL)) {
          add(in, route);
        }
      }
      for (IpRule rule : netns.rules(family)) {
        add(in, family, rule);
      }
      for (Table table : netns.netfilter(family).tables()) {
        add(in, netns, family, table);
      }
    }
    for (Neighbour neighbour : netns.neighbours()) {
      if (neighbour.state() == NudState.PERMANENT) {
        addNeighbour(in, neighbour);
      }
    }
    SETTINGS.forEach(key -> addSetting(in, netns, key));
  }

  /** What the kernel found out by itself comes and goes with packets. */
  private void addNeighbour(String in, Neighbour neighbour) {
    facts.add(
        in
            + "neigh "
            + named(neighbour.address())
            + " dev "
            + neighbour.device()
            + neighbour.mac().map(mac -> " lladdr " + named(mac)).orElse(""));
  }

  private void add(String in, Link link) {
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
            + named(link.mac())
            + link.peer().map(peer -> " peer " + peer.netns().name() + "/" + peer).orElse(""));
    for (IfAddress address : link.addresses()) {
      facts.add(
          in
              + "addr "
              + named(address.local())
              + "/"
              + address.prefixLength()
              + " dev "
              + link
              + " scope "
              + address.scope());
    }
    for (String pattern : DEVICE_SETTINGS) {
      addSetting(in, link.netns(), String.format(pattern, link));
    }
  }

  private void add(String in, Route route) {
    StringBuilder fact = new StringBuilder(in).append("route ");
    fact.append(route.type()).append(' ');
    String destination = addresses.get(route.destination().address());
    fact.append(destination == null ? route.destination().toString() : destination);
    for (NextHop hop : route.hops()) {
      hop.gateway().ifPresent(gateway -> fact.append(" via ").append(named(gateway)));
      hop.device().ifPresent(device -> fact.append(" dev ").append(device));
      if (hop.dead()) {
        fact.append(" dead");
      }
    }
    fact.append(" table ").append(named(route.table())).append(" proto ").append(route.protocol());
    facts.add(fact.append(" metric ").append(route.metric()).toString());
  }

  private void add(String in, IpFamily family, IpRule rule) {
    String priority = Long.toString(rule.priority());
    if (rule.table().equals(Names.FIP_TABLE)
        && rule.priority() >= FIRST_FIP_PRIORITY
        && rule.priority() <= LAST_FIP_PRIORITY) {
      priority = "priority(fip)";
    } else if (tables.containsKey(rule.table())) {
      priority = tables.get(rule.table());
    }
    facts.add(
        in
            + "rule IPv"
            + family.version()
            + " "
            + priority
            + ": "
            + RuleText.of(rule).replaceFirst("^[0-9]+: ", "").replaceFirst("[^ ]+$", "")
            + named(rule.table()));
  }

  private void add(String in, Netns netns, IpFamily family, Table table) {
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

  private void addSetting(String in, Netns netns, String key) {
    try {
      facts.add(in + key + " = " + netns.sysctl().read(key));
    } catch (ErrnoException e) {
      facts.add(in + key + " is not there");
    }
  }

  private String named(IpAddress address) {
    String name = addresses.get(address);
    return name == null ? address.toString() : name;
  }

  private String named(MacAddress mac) {
    String name = macs.get(mac);
    return name == null ? mac.toString() : name;
  }

  private String named(TableId table) {
    String name = tables.get(table);
    return name == null ? table.toString() : name;
  }
}
