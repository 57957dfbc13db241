package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.dvrsim.kernel.IfAddress;
import org.dvrsim.kernel.IpRule;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.kernel.Neighbour;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.NextHop;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * Writes what DVR code leaves on a host in the form of the recordings' {@code state}: the router,
 * fip and snat namespaces with links, addresses, routes, rules, permanent neighbours, packet
 * filters and sysctls, the allocators' state files and the integration bridge's ports.
 *
 * <p>Models: the snapshot of the tool that makes the recordings, which takes most of it from {@code
 * ip -j -d}. That tool finds a veth's peer by the peer's ifindex alone, in the first namespace in
 * order of name that has a veth of that index, so that the recordings name a stranger where indexes
 * collide; we repeat that.
 */
public final class StateRecorder {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** The state files that the agent keeps, by name. */
  private static final ImmutableList<String> FILES =
      ImmutableList.of("fip-priorities", "fip-linklocal-networks");

  private static final ImmutableList<String> PLAIN_SYSCTLS =
      ImmutableList.of(
          "net.ipv4.ip_forward",
          "net.ipv4.ip_nonlocal_bind",
          "net.ipv6.ip_nonlocal_bind",
          "net.netfilter.nf_conntrack_tcp_loose",
          "net.netfilter.nf_conntrack_tcp_be_liberal");

  private static final ImmutableList<String> IPV4_CONF =
      ImmutableList.of(
          "arp_ignore",
          "arp_announce",
          "send_redirects",
          "rp_filter",
          "proxy_arp",
          "forwarding",
          "promote_secondaries");

  private static final ImmutableList<String> IPV6_CONF =
      ImmutableList.of("forwarding", "disable_ipv6", "accept_ra", "addr_gen_mode", "proxy_ndp");

  private static final ImmutableSet<String> NOT_DEVICES = ImmutableSet.of("all", "default");

  private StateRecorder() {}

  /**
   * Returns the state of a host.
   *
   * @param statePath the agent's state_path on the host's disk
   * @param routers the ids that the agent believes to have
   */
  public static ObjectNode record(Host host, Path statePath, Iterable<String> routers) {
    List<Netns> namespaces = new ArrayList<>();
    for (NetnsName name : host.kernel().names()) {
      if (isRouters(name.text())) {
        namespaces.add(host.kernel().netns(name));
      }
    }
    ObjectNode state = JSON.objectNode();
    ObjectNode byName = state.putObject("namespaces");
    Peers peers = new Peers(namespaces);
    for (Netns netns : namespaces) {
      byName.set(netns.name().text(), namespace(netns, peers));
    }
    state.set("files", files(statePath));
    ArrayNode ports = state.putArray("bridge_ports");
    host.bridgePorts().names().forEach(port -> ports.add(port.text()));
    List<String> ids = new ArrayList<>();
    routers.forEach(ids::add);
    Collections.sort(ids);
    ArrayNode routerIds = state.putArray("routers");
    ids.forEach(routerIds::add);
    return state;
  }

  static boolean isRouters(String name) {
    return name.startsWith("qrouter-") || name.startsWith("fip-") || name.startsWith("snat-");
  }

  private static ObjectNode files(Path statePath) {
    ObjectNode files = JSON.objectNode();
    for (String name : FILES) {
      Path file = statePath.resolve(name);
      if (Files.exists(file)) {
        try {
          List<String> words =
              new ArrayList<>(List.of(Files.readString(file).strip().split("\\s+")));
          words.removeIf(String::isEmpty);
          Collections.sort(words);
          ArrayNode content = files.putArray(name);
          words.forEach(content::add);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      }
    }
    return files;
  }

  private static ObjectNode namespace(Netns netns, Peers peers) {
    ObjectNode node = JSON.objectNode();
    ArrayNode links = node.putArray("links");
    ArrayNode addresses = node.putArray("addresses");
    List<Link> byName = new ArrayList<>(netns.links());
    byName.sort(Comparator.comparing(Link::name));
    byName.forEach(link -> links.add(link(netns, link, peers)));
    for (Link link : netns.links()) {
      netns.addresses(link).forEach(address -> addresses.add(address(address)));
    }
    ObjectNode routes = node.putObject("routes");
    ObjectNode rules = node.putObject("rules");
    for (IpFamily family : IpFamily.values()) {
      ArrayNode routeList = routes.putArray("v" + family.version());
      netns.routes(family).forEach(route -> routeList.add(route(route)));
      ArrayNode ruleList = rules.putArray("v" + family.version());
      netns.rules(family).forEach(rule -> ruleList.add(rule(netns, rule)));
    }
    ArrayNode neighbours = node.putArray("neighbours");
    netns.neighbours().stream()
        .filter(each -> each.state() == NudState.PERMANENT)
        .sorted(
            Comparator.comparing((Neighbour n) -> n.device().name().text())
                .thenComparing(n -> n.address().toString()))
        .forEach(each -> neighbours.add(neighbour(each)));
    node.set("iptables", packetFilter(netns, IpFamily.V4));
    node.set("ip6tables", packetFilter(netns, IpFamily.V6));
    node.set("sysctl", sysctls(netns));
    return node;
  }

  private static ObjectNode link(Netns netns, Link link, Peers peers) {
    ObjectNode node =
        JSON.objectNode()
            .put("name", link.name().text())
            .put("mac", link.mac().toString())
            .put("mtu", link.mtu())
            .put("up", link.isUp())
            .put("kind", kind(link.kind()));
    if (link.kind() == LinkKind.VETH) {
      node.put("peer", peers.nameFor(netns, link));
    }
    return node;
  }

  private static String kind(LinkKind kind) {
    return switch (kind) {
      case LOOPBACK -> "loopback";
      case VETH -> "veth";
      case INTERNAL -> "internal";
    };
  }

  private static ObjectNode address(IfAddress address) {
    return JSON.objectNode()
        .put("dev", address.device().name().text())
        .put("cidr", address.cidr().toString())
        .put("scope", address.scope().toString())
        .put("broadcast", address.broadcast().map(IpAddress::toString).orElse(null))
        .put("secondary", address.isSecondary());
  }

  private static ObjectNode route(Route route) {
    ObjectNode node =
        JSON.objectNode()
            .put("type", route.type().toString())
            .put("dst", destination(route.destination()));
    if (!route.isMultipath()) {
      route.gateway().ifPresent(via -> gateway(node, route.family(), via));
      route.device().ifPresent(device -> node.put("dev", device.name().text()));
    }
    node.put("table", route.table().toString())
        .put("protocol", route.protocol().toString())
        .put("scope", route.scope().toString());
    route.source().ifPresent(source -> node.put("prefsrc", source.toString()));
    if (route.family() == IpFamily.V6 || route.metric() != 0) {
      node.put("metric", route.metric());
    }
    if (route.tos() != 0) {
      node.put("tos", route.tos());
    }
    if (route.isMultipath()) {
      ArrayNode hops = node.putArray("nexthops");
      for (NextHop hop : route.hops()) {
        ObjectNode each = hops.addObject();
        hop.gateway().ifPresent(via -> gateway(each, route.family(), via));
        hop.device().ifPresent(device -> each.put("dev", device.name().text()));
        each.put("weight", hop.weight());
        flags(each.putArray("flags"), hop);
      }
    } else {
      ArrayNode flags = JSON.arrayNode();
      flags(flags, route.hop());
      if (!flags.isEmpty()) {
        node.set("flags", flags);
      }
    }
    if (route.family() == IpFamily.V6) {
      node.put("pref", "medium");
    }
    return node;
  }

  private static void gateway(ObjectNode node, IpFamily family, IpAddress via) {
    if (via.family() == family) {
      node.put("gateway", via.toString());
    } else {
      node.putObject("via").put("family", "inet6").put("host", via.toString());
    }
  }

  private static void flags(ArrayNode flags, NextHop hop) {
    if (hop.dead()) {
      flags.add("dead");
    }
    if (hop.onLink()) {
      flags.add("onlink");
    }
    if (hop.linkDown()) {
      flags.add("linkdown");
    }
  }

  private static String destination(IpPrefix prefix) {
    if (prefix.isDefault()) {
      return "default";
    }
    return prefix.isHost() ? prefix.address().toString() : prefix.toString();
  }

  private static ObjectNode rule(Netns netns, IpRule rule) {
    ObjectNode node = JSON.objectNode().put("priority", rule.priority());
    if (rule.not()) {
      node.putNull("not");
    }
    selector(node, "src", rule.from(), true);
    selector(node, "dst", rule.to(), false);
    if (rule.tos() != 0) {
      node.put("tos", rule.tos());
    }
    if (rule.mark().isPresent()) {
      Fwmark mark = rule.mark().get();
      node.put("fwmark", "0x" + Integer.toHexString(mark.value()));
      if (mark.mask() != Fwmark.ALL_BITS) {
        node.put("fwmask", "0x" + Integer.toHexString(mark.mask()));
      }
    }
    rule.iif()
        .ifPresent(
            iif -> {
              node.put("iif", iif.text());
              if (netns.link(iif).isEmpty()) {
                node.putNull("iif_detached");
              }
            });
    rule.oif()
        .ifPresent(
            oif -> {
              node.put("oif", oif.text());
              if (netns.link(oif).isEmpty()) {
                node.putNull("oif_detached");
              }
            });
    if (rule.action() == RuleAction.TO_TABLE) {
      node.put("table", rule.table().toString());
    } else {
      node.put("action", rule.action().toString());
      rule.gotoPriority().ifPresent(priority -> node.put("goto", priority));
    }
    return node;
  }

  private static void selector(
      ObjectNode node, String key, Optional<IpInterface> selector, boolean always) {
    if (selector.isEmpty()) {
      if (always) {
        node.put(key, "all");
      }
      return;
    }
    IpInterface cidr = selector.get();
    node.put(key, cidr.address().toString());
    if (cidr.length() != cidr.family().bits()) {
      node.put(key + "len", cidr.length());
    }
  }

  private static ObjectNode neighbour(Neighbour neighbour) {
    return JSON.objectNode()
        .put("dev", neighbour.device().name().text())
        .put("ip", neighbour.address().toString())
        .put("mac", neighbour.mac().map(Object::toString).orElse(null));
  }

  private static ObjectNode packetFilter(Netns netns, IpFamily family) {
    ObjectNode tables = JSON.objectNode();
    netns
        .netfilter(family)
        .saveLines()
        .forEach(
            (table, lines) -> {
              ArrayNode list = tables.putArray(table.toString());
              lines.forEach(line -> list.add(withoutCounters(line)));
            });
    return tables;
  }

  private static String withoutCounters(String line) {
    int bracket = line.startsWith(":") ? line.lastIndexOf(" [") : -1;
    return bracket < 0 ? line : line.substring(0, bracket);
  }

  private static ObjectNode sysctls(Netns netns) {
    Map<String, String> values = new LinkedHashMap<>();
    PLAIN_SYSCTLS.forEach(key -> sysctl(netns, key, values));
    List<String> devices = new ArrayList<>(NOT_DEVICES);
    netns.links().forEach(link -> devices.add(link.name().text()));
    for (String device : devices) {
      IPV4_CONF.forEach(key -> sysctl(netns, "net.ipv4.conf." + device + "." + key, values));
      IPV6_CONF.forEach(key -> sysctl(netns, "net.ipv6.conf." + device + "." + key, values));
      sysctl(netns, "net.ipv4.neigh." + device + ".proxy_delay", values);
    }
    ObjectNode node = JSON.objectNode();
    values.forEach(node::put);
    return node;
  }

  private static void sysctl(Netns netns, String key, Map<String, String> values) {
    if (netns.sysctl().exists(key)) {
      values.put(key, netns.sysctl().read(key));
    }
  }

  /** The veth ends of all namespaces, in order of namespace and index. */
  private static final class Peers {
    private record End(String name, int index) {}

    private final List<End> ends = new ArrayList<>();

    Peers(List<Netns> namespaces) {
      for (Netns netns : namespaces) {
        for (Link link : netns.links()) {
          if (link.kind() == LinkKind.VETH) {
            ends.add(new End(end(netns, link), link.ifindex()));
          }
        }
      }
    }

    String nameFor(Netns netns, Link link) {
      String own = end(netns, link);
      int peer = link.peer().map(Link::ifindex).orElse(0);
      return ends.stream()
          .filter(each -> each.index == peer && !each.name.equals(own))
          .findFirst()
          .map(End::name)
          .orElse("?");
    }

    private static String end(Netns netns, Link link) {
      return netns.name() + "/" + link.name();
    }
  }
}
