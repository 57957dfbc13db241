package org.dvrsim.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.AddrGenMode;
import org.dvrsim.kernel.AddressLifetime;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.PortRange;
import org.dvrsim.kernel.RouteProtocol;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.kernel.UidRange;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/** Reads ops back from the form that {@link OpJson} writes and the recordings hold. */
public final class OpJsonReader {
  private final OpArguments arguments;

  private OpJsonReader(OpArguments arguments) {
    this.arguments = arguments;
  }

  /**
   * Returns the op of a recorded name and its arguments.
   *
   * @throws NotModelledException if no op has that name, or an argument that is not modelled is set
   * @throws IllegalArgumentException if an argument is missing or malformed; the message names it
   */
  public static Op read(String name, JsonNode arguments) {
    return new OpJsonReader(new OpArguments(name, arguments)).read();
  }

  private Op read() {
    return switch (arguments.name()) {
      case "create_netns" -> new CreateNetns(new NetnsName(arguments.text("name")));
      case "remove_netns" -> new RemoveNetns(new NetnsName(arguments.text("name")));
      case "create_interface" -> veth();
      case "delete_interface" -> new DeleteLink(arguments.netns(), arguments.device("ifname"));
      case "set_link_attribute" -> setLink();
      case "add_alternative_names", "delete_alternative_names" -> altNames();
      case "add_ip_address" ->
          new AddAddress(
              arguments.netns(), arguments.device("device"), address(), arguments.flag("replace"));
      case "delete_ip_address" ->
          new DeleteAddress(arguments.netns(), arguments.device("device"), address());
      case "flush_ip_addresses" ->
          new FlushAddresses(
              arguments.netns(),
              arguments.device("device"),
              arguments.number("ip_version").map(v -> IpFamily.ofVersion(v.intValue())),
              arguments.optional("scope", RouteScope::parse));
      case "add_ip_route" -> new AddRoute(arguments.netns(), routeMode(), route(), spelling());
      case "delete_ip_route" -> new DeleteRoute(arguments.netns(), route(), spelling());
      case "flush_ip_routes" ->
          new FlushRoutes(
              arguments.netns(),
              arguments.family(),
              arguments.number("table").map(TableId::of),
              arguments.optional("device", IfName::new),
              arguments.optional("cidr", IpPrefix::parse));
      case "add_ip_rule" -> new AddRule(arguments.netns(), rule());
      case "delete_ip_rule" -> new DeleteRule(arguments.netns(), rule());
      case "flush_ip_rules" -> new FlushRules(arguments.netns(), arguments.afFamily());
      case "add_neigh_entry" ->
          new AddNeighbour(
              arguments.netns(),
              arguments
                  .optional("mode", m -> AddNeighbour.Mode.valueOf(m.toUpperCase(Locale.ROOT)))
                  .orElse(AddNeighbour.Mode.REPLACE),
              arguments.device("device"),
              neighbour(),
              arguments.flag("proxy"));
      case "delete_neigh_entry" ->
          new DeleteNeighbour(
              arguments.netns(),
              arguments.device("device"),
              IpAddress.parse(arguments.text("ip_address")),
              arguments.optional("mac_address", MacAddress::parse),
              arguments.flag("proxy"));
      case "flush_neigh_entries" ->
          new FlushNeighbours(
              arguments.netns(),
              arguments.number("ip_version").map(v -> IpFamily.ofVersion(v.intValue())),
              arguments.optional("device", IfName::new));
      case "sysctl" -> sysctl();
      case "iptables-restore", "ip6tables-restore" ->
          new RestoreIptables(
              arguments.netns(),
              arguments.toolFamily("ip6tables-restore"),
              arguments.argv().contains("-n"),
              arguments.text("input"),
              arguments.argv().contains("-w")
                  ? Integer.parseInt(arguments.argv().get(arguments.argv().indexOf("-w") + 1))
                  : 0);
      case "iptables", "ip6tables" ->
          new ChangeIptables(
              arguments.netns(),
              arguments.toolFamily("ip6tables"),
              arguments.argv().subList(1, arguments.argv().size()));
      case "replace_port" -> new AddBridgePort(arguments.device("port"));
      case "delete_port" -> new DeleteBridgePort(arguments.device("port"));
      case "conntrack" -> conntrack();
      case "announce" ->
          new Announce(
              arguments.netns(),
              arguments.device("device"),
              IpAddress.parse(arguments.text("address")));
      case "process_enable" -> new EnableProcess(arguments.netns(), arguments.text("service"));
      case "process_disable" -> new DisableProcess(arguments.netns(), arguments.text("service"));
      default -> throw new NotModelledException("operation " + arguments.name());
    };
  }

  private Op veth() {
    if (!arguments.text("kind").equals("veth")) {
      throw new NotModelledException("device kind " + arguments.text("kind"));
    }
    JsonNode peer = arguments.node().path("peer");
    return new CreateVeth(
        arguments.netns(),
        linkEnd(arguments.node()),
        OpArguments.netns(peer.path("net_ns_fd")),
        linkEnd(peer));
  }

  private static LinkSpec linkEnd(JsonNode node) {
    return new LinkSpec(
        OpArguments.given(node, "ifname").map(name -> new IfName(name.asText())),
        OpArguments.given(node, "index").map(JsonNode::asInt),
        attributes(node).build());
  }

  /** Reads what a device may be given both when it is created and later. */
  private static LinkChange.Builder attributes(JsonNode node) {
    LinkChange.Builder change =
        LinkChange.builder()
            .mac(OpArguments.given(node, "address").map(mac -> MacAddress.parse(mac.asText())))
            .broadcast(
                OpArguments.given(node, "broadcast").map(mac -> MacAddress.parse(mac.asText())))
            .mtu(OpArguments.given(node, "mtu").map(OpArguments::integer))
            .up(OpArguments.given(node, "state").map(state -> state.asText().equals("up")));
    OpArguments.given(node, "arp").ifPresent(on -> change.arp(on.asBoolean()));
    OpArguments.given(node, "multicast").ifPresent(on -> change.multicast(on.asBoolean()));
    OpArguments.given(node, "allmulti").ifPresent(on -> change.allMulticast(on.asBoolean()));
    OpArguments.given(node, "promisc").ifPresent(on -> change.promiscuous(on.asBoolean()));
    OpArguments.given(node, "txqlen")
        .ifPresent(length -> change.txQueueLength(OpArguments.integer(length)));
    OpArguments.given(node, "group").ifPresent(group -> change.group(OpArguments.integer(group)));
    return change;
  }

  private Op setLink() {
    arguments
        .node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              switch (key) {
                case "device", "namespace", "net_ns_fd", "ifname", "address", "mtu", "state" -> {}
                case "arp", "multicast", "allmulti", "promisc", "txqlen", "alias", "group" -> {}
                case "addrgenmode", "broadcast" -> {}
                default -> throw new NotModelledException("set_link_attribute " + key);
              }
            });
    LinkChange.Builder change =
        attributes(arguments.node())
            .netns(
                arguments.node().has("net_ns_fd")
                    ? Optional.of(OpArguments.netns(arguments.node().get("net_ns_fd")))
                    : Optional.empty())
            .name(arguments.optional("ifname", IfName::new));
    arguments.given("alias").ifPresent(node -> change.alias(node.asText()));
    arguments
        .given("addrgenmode")
        .ifPresent(
            node ->
                change.addrGenMode(AddrGenMode.valueOf(node.asText().toUpperCase(Locale.ROOT))));
    return new SetLink(arguments.netns(), arguments.device("device"), change.build());
  }

  private AddressSpec address() {
    int flags = 0;
    for (AddressFlag flag : AddressFlag.values()) {
      flags |= arguments.flag(flag.toString()) ? flag.bit() : 0;
    }
    return new AddressSpec(
        new IpInterface(
            IpAddress.parse(arguments.text("ip")),
            arguments
                .number("prefixlen")
                .orElseThrow(() -> arguments.missing("prefixlen"))
                .intValue()),
        arguments.optional("peer", IpAddress::parse),
        arguments.optional("broadcast", IpAddress::parse),
        arguments.optional("scope", RouteScope::parse),
        arguments.optional("label", Function.identity()).orElse(""),
        flags,
        new AddressLifetime(
            arguments.number("valid_lft").orElse(AddressLifetime.FOREVER),
            arguments.number("preferred_lft").orElse(AddressLifetime.FOREVER)),
        arguments.number("metric"),
        arguments.number("proto").orElse(0L).intValue(),
        false);
  }

  private NeighbourSpec neighbour() {
    return new NeighbourSpec(
        IpAddress.parse(arguments.text("ip_address")),
        arguments.optional("mac_address", MacAddress::parse),
        NudState.valueOf(arguments.text("nud_state").toUpperCase(Locale.ROOT)),
        arguments.flag("router"),
        arguments.flag("extern_learn"),
        arguments.optional("proto", RouteProtocol::parse));
  }

  private AddRoute.Mode routeMode() {
    return arguments
        .optional("mode", m -> AddRoute.Mode.valueOf(m.toUpperCase(Locale.ROOT)))
        .orElse(AddRoute.Mode.REPLACE);
  }

  private RouteSpelling spelling() {
    String cidr = arguments.node().path("cidr").asText("");
    boolean otherDestination = cidr.endsWith("/0") || (!cidr.isEmpty() && cidr.indexOf('/') < 0);
    return new RouteSpelling(otherDestination, arguments.node().path("table").isTextual());
  }

  private RouteSpec route() {
    IpPrefix to =
        arguments
            .optional("cidr", OpJsonReader::network)
            .orElseGet(() -> IpPrefix.defaultOf(arguments.family()));
    TableId table = arguments.number("table").map(TableId::of).orElse(TableId.MAIN);
    RouteSpec.Builder route =
        RouteSpec.to(to, table).dev(arguments.optional("device", IfName::new));
    JsonNode via = arguments.node().path("via");
    if (via.isArray()) {
      List<RouteSpec.HopSpec> hops = new ArrayList<>();
      via.forEach(
          hop ->
              hops.add(
                  new RouteSpec.HopSpec(
                      hop.hasNonNull("via")
                          ? Optional.of(IpAddress.parse(hop.get("via").asText()))
                          : Optional.empty(),
                      hop.hasNonNull("device")
                          ? Optional.of(new IfName(hop.get("device").asText()))
                          : Optional.empty(),
                      hop.path("weight").asInt(1),
                      hop.path("onlink").asBoolean(false))));
      route.nextHops(hops);
    } else {
      route.via(arguments.optional("via", IpAddress::parse));
    }
    arguments.number("metric").ifPresent(route::metric);
    arguments.optional("scope", RouteScope::parse).ifPresent(route::scope);
    arguments.optional("proto", RouteProtocol::parse).ifPresent(route::protocol);
    arguments
        .optional("type", t -> RouteType.valueOf(t.toUpperCase(Locale.ROOT)))
        .ifPresent(route::type);
    arguments.optional("prefsrc", IpAddress::parse).ifPresent(route::source);
    arguments.number("tos").ifPresent(tos -> route.tos(tos.intValue()));
    if (arguments.flag("onlink")) {
      route.onLink();
    }
    return route.build();
  }

  /** A route's destination is sent as it is given; the kernel refuses host bits, pyroute2 not. */
  private static IpPrefix network(String text) {
    return IpPrefix.parse(text);
  }

  private RuleSpec rule() {
    RuleSpec.Builder rule = RuleSpec.in(arguments.afFamily());
    if (arguments.flag("not")) {
      rule.not();
    }
    arguments
        .optional("src", IpAddress::parse)
        .ifPresent(src -> rule.from(new IpInterface(src, length("src_len", src))));
    arguments
        .optional("dst", IpAddress::parse)
        .ifPresent(dst -> rule.to(new IpInterface(dst, length("dst_len", dst))));
    arguments.number("tos").ifPresent(tos -> rule.tos(tos.intValue()));
    arguments
        .number("fwmark")
        .ifPresent(
            mark ->
                rule.mark(
                    new Fwmark(
                        mark.intValue(),
                        arguments.number("fwmask").orElse(0xffffffffL).intValue())));
    arguments.optional("iifname", IfName::new).ifPresent(rule::iif);
    arguments.optional("oifname", IfName::new).ifPresent(rule::oif);
    arguments.optional("protocol", RouteProtocol::parse).ifPresent(rule::protocol);
    arguments
        .optional("action", a -> RuleAction.valueOf(a.toUpperCase(Locale.ROOT)))
        .ifPresent(rule::action);
    arguments.number("table").map(TableId::of).ifPresent(rule::table);
    arguments.number("goto").ifPresent(rule::gotoPriority);
    arguments
        .number("suppress_prefixlen")
        .ifPresent(length -> rule.suppressPrefixLength(length.intValue()));
    arguments.number("suppress_ifgroup").ifPresent(group -> rule.suppressGroup(group.intValue()));
    arguments.number("priority").ifPresent(rule::priority);
    return rule.selector(selector()).build();
  }

  private RuleSelector selector() {
    return new RuleSelector(
        arguments.number("l3mdev").isPresent(),
        arguments
            .given("uid_range")
            .map(uids -> new UidRange(uids.path("start").asLong(), uids.path("end").asLong())),
        arguments.number("ip_proto").map(Long::intValue).orElse(0),
        ports("sport"),
        ports("dport"));
  }

  private Optional<PortRange> ports(String key) {
    int mask = arguments.number(key + "_mask").map(Long::intValue).orElse(PortRange.ALL_BITS);
    return arguments
        .given(key + "_range")
        .map(range -> new PortRange(range.path("start").asInt(), range.path("end").asInt(), mask));
  }

  private int length(String key, IpAddress address) {
    return arguments.number(key).map(Long::intValue).orElse(address.family().bits());
  }

  private Op sysctl() {
    List<WriteSysctl.Setting> settings = new ArrayList<>();
    for (String word : arguments.argv()) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        settings.add(
            new WriteSysctl.Setting(word.substring(0, equals), word.substring(equals + 1)));
      }
    }
    return new WriteSysctl(arguments.netns(), settings);
  }

  private Op conntrack() {
    List<String> argv = arguments.argv();
    if (argv.size() < 2 || !argv.get(1).equals("-D")) {
      throw new NotModelledException("operation " + String.join(" ", argv));
    }
    return new DeleteConntrack(arguments.netns(), argv.subList(2, argv.size()));
  }

  private ChangeAltNames altNames() {
    List<String> names = new ArrayList<>();
    arguments.node().path("names").forEach(each -> names.add(each.asText()));
    return new ChangeAltNames(
        arguments.netns(), arguments.device("device"), arguments.name().startsWith("add"), names);
  }
}
