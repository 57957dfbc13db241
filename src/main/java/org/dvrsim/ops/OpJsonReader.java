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
  private final String name;
  private final JsonNode arguments;

  private OpJsonReader(String name, JsonNode arguments) {
    this.name = name;
    this.arguments = arguments;
  }

  /**
   * Returns the op of a recorded name and its arguments.
   *
   * @throws NotModelledException if no op has that name, or an argument that is not modelled is set
   * @throws IllegalArgumentException if an argument is missing or malformed; the message names it
   */
  public static Op read(String name, JsonNode arguments) {
    return new OpJsonReader(name, arguments).read();
  }

  private Op read() {
    return switch (name) {
      case "create_netns" -> new CreateNetns(new NetnsName(text("name")));
      case "remove_netns" -> new RemoveNetns(new NetnsName(text("name")));
      case "create_interface" -> veth();
      case "delete_interface" -> new DeleteLink(netns(), device("ifname"));
      case "set_link_attribute" -> setLink();
      case "add_alternative_names", "delete_alternative_names" -> altNames();
      case "add_ip_address" ->
          new AddAddress(netns(), device("device"), address(), flag("replace"));
      case "delete_ip_address" -> new DeleteAddress(netns(), device("device"), address());
      case "flush_ip_addresses" ->
          new FlushAddresses(
              netns(),
              device("device"),
              number("ip_version").map(v -> IpFamily.ofVersion(v.intValue())),
              optional("scope", RouteScope::parse));
      case "add_ip_route" -> new AddRoute(netns(), routeMode(), route(), spelling());
      case "delete_ip_route" -> new DeleteRoute(netns(), route(), spelling());
      case "flush_ip_routes" ->
          new FlushRoutes(
              netns(),
              family(),
              number("table").map(TableId::of),
              optional("device", IfName::new),
              optional("cidr", IpPrefix::parse));
      case "add_ip_rule" -> new AddRule(netns(), rule());
      case "delete_ip_rule" -> new DeleteRule(netns(), rule());
      case "flush_ip_rules" -> new FlushRules(netns(), afFamily());
      case "add_neigh_entry" ->
          new AddNeighbour(
              netns(),
              optional("mode", m -> AddNeighbour.Mode.valueOf(m.toUpperCase(Locale.ROOT)))
                  .orElse(AddNeighbour.Mode.REPLACE),
              device("device"),
              neighbour(),
              flag("proxy"));
      case "delete_neigh_entry" ->
          new DeleteNeighbour(
              netns(),
              device("device"),
              IpAddress.parse(text("ip_address")),
              optional("mac_address", MacAddress::parse),
              flag("proxy"));
      case "flush_neigh_entries" ->
          new FlushNeighbours(
              netns(),
              number("ip_version").map(v -> IpFamily.ofVersion(v.intValue())),
              optional("device", IfName::new));
      case "sysctl" -> sysctl();
      case "iptables-restore", "ip6tables-restore" ->
          new RestoreIptables(
              netns(),
              toolFamily("ip6tables-restore"),
              argv().contains("-n"),
              text("input"),
              argv().contains("-w") ? Integer.parseInt(argv().get(argv().indexOf("-w") + 1)) : 0);
      case "iptables", "ip6tables" ->
          new ChangeIptables(netns(), toolFamily("ip6tables"), argv().subList(1, argv().size()));
      case "replace_port" -> new AddBridgePort(device("port"));
      case "delete_port" -> new DeleteBridgePort(device("port"));
      case "conntrack" -> conntrack();
      case "announce" -> new Announce(netns(), device("device"), IpAddress.parse(text("address")));
      case "process_enable" -> new EnableProcess(netns(), text("service"));
      case "process_disable" -> new DisableProcess(netns(), text("service"));
      default -> throw new NotModelledException("operation " + name);
    };
  }

  private Op veth() {
    if (!text("kind").equals("veth")) {
      throw new NotModelledException("device kind " + text("kind"));
    }
    JsonNode peer = arguments.path("peer");
    return new CreateVeth(
        netns(), linkEnd(arguments), netnsOf(peer.path("net_ns_fd")), linkEnd(peer));
  }

  private static LinkSpec linkEnd(JsonNode node) {
    return new LinkSpec(
        given(node, "ifname").map(name -> new IfName(name.asText())),
        given(node, "index").map(JsonNode::asInt),
        attributes(node).build());
  }

  /** Reads what a device may be given both when it is created and later. */
  private static LinkChange.Builder attributes(JsonNode node) {
    LinkChange.Builder change =
        LinkChange.builder()
            .mac(given(node, "address").map(mac -> MacAddress.parse(mac.asText())))
            .broadcast(given(node, "broadcast").map(mac -> MacAddress.parse(mac.asText())))
            .mtu(given(node, "mtu").map(OpJsonReader::integer))
            .up(given(node, "state").map(state -> state.asText().equals("up")));
    given(node, "arp").ifPresent(on -> change.arp(on.asBoolean()));
    given(node, "multicast").ifPresent(on -> change.multicast(on.asBoolean()));
    given(node, "allmulti").ifPresent(on -> change.allMulticast(on.asBoolean()));
    given(node, "promisc").ifPresent(on -> change.promiscuous(on.asBoolean()));
    given(node, "txqlen").ifPresent(length -> change.txQueueLength(integer(length)));
    given(node, "group").ifPresent(group -> change.group(integer(group)));
    return change;
  }

  private static int integer(JsonNode node) {
    if (node.isTextual()) {
      return Integer.decode(node.asText());
    }
    if (!node.canConvertToInt()) {
      throw new IllegalArgumentException("not a number: " + node);
    }
    return node.intValue();
  }

  private Op setLink() {
    arguments
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
        attributes(arguments)
            .netns(
                arguments.has("net_ns_fd")
                    ? Optional.of(netnsOf(arguments.get("net_ns_fd")))
                    : Optional.empty())
            .name(optional("ifname", IfName::new));
    given(arguments, "alias").ifPresent(node -> change.alias(node.asText()));
    given(arguments, "addrgenmode")
        .ifPresent(
            node ->
                change.addrGenMode(AddrGenMode.valueOf(node.asText().toUpperCase(Locale.ROOT))));
    return new SetLink(netns(), device("device"), change.build());
  }

  private static Optional<JsonNode> given(JsonNode object, String key) {
    return Optional.ofNullable(object.get(key)).filter(node -> !node.isNull());
  }

  private AddressSpec address() {
    int flags = 0;
    for (AddressFlag flag : AddressFlag.values()) {
      flags |= flag(flag.toString()) ? flag.bit() : 0;
    }
    return new AddressSpec(
        new IpInterface(
            IpAddress.parse(text("ip")),
            number("prefixlen").orElseThrow(() -> missing("prefixlen")).intValue()),
        optional("peer", IpAddress::parse),
        optional("broadcast", IpAddress::parse),
        optional("scope", RouteScope::parse),
        optional("label", Function.identity()).orElse(""),
        flags,
        new AddressLifetime(
            number("valid_lft").orElse(AddressLifetime.FOREVER),
            number("preferred_lft").orElse(AddressLifetime.FOREVER)),
        number("metric"),
        number("proto").orElse(0L).intValue(),
        false);
  }

  private NeighbourSpec neighbour() {
    return new NeighbourSpec(
        IpAddress.parse(text("ip_address")),
        optional("mac_address", MacAddress::parse),
        NudState.valueOf(text("nud_state").toUpperCase(Locale.ROOT)),
        flag("router"),
        flag("extern_learn"),
        optional("proto", RouteProtocol::parse));
  }

  private AddRoute.Mode routeMode() {
    return optional("mode", m -> AddRoute.Mode.valueOf(m.toUpperCase(Locale.ROOT)))
        .orElse(AddRoute.Mode.REPLACE);
  }

  private RouteSpelling spelling() {
    String cidr = arguments.path("cidr").asText("");
    boolean otherDestination = cidr.endsWith("/0") || (!cidr.isEmpty() && cidr.indexOf('/') < 0);
    return new RouteSpelling(otherDestination, arguments.path("table").isTextual());
  }

  private RouteSpec route() {
    IpPrefix to =
        optional("cidr", OpJsonReader::network).orElseGet(() -> IpPrefix.defaultOf(family()));
    TableId table = number("table").map(TableId::of).orElse(TableId.MAIN);
    RouteSpec.Builder route = RouteSpec.to(to, table).dev(optional("device", IfName::new));
    JsonNode via = arguments.path("via");
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
      route.via(optional("via", IpAddress::parse));
    }
    number("metric").ifPresent(route::metric);
    optional("scope", RouteScope::parse).ifPresent(route::scope);
    optional("proto", RouteProtocol::parse).ifPresent(route::protocol);
    optional("type", t -> RouteType.valueOf(t.toUpperCase(Locale.ROOT))).ifPresent(route::type);
    optional("prefsrc", IpAddress::parse).ifPresent(route::source);
    number("tos").ifPresent(tos -> route.tos(tos.intValue()));
    if (flag("onlink")) {
      route.onLink();
    }
    return route.build();
  }

  /** A route's destination is sent as it is given; the kernel refuses host bits, pyroute2 not. */
  private static IpPrefix network(String text) {
    return IpPrefix.parse(text);
  }

  private RuleSpec rule() {
    RuleSpec.Builder rule = RuleSpec.in(afFamily());
    if (flag("not")) {
      rule.not();
    }
    optional("src", IpAddress::parse)
        .ifPresent(src -> rule.from(new IpInterface(src, length("src_len", src))));
    optional("dst", IpAddress::parse)
        .ifPresent(dst -> rule.to(new IpInterface(dst, length("dst_len", dst))));
    number("tos").ifPresent(tos -> rule.tos(tos.intValue()));
    number("fwmark")
        .ifPresent(
            mark ->
                rule.mark(
                    new Fwmark(mark.intValue(), number("fwmask").orElse(0xffffffffL).intValue())));
    optional("iifname", IfName::new).ifPresent(rule::iif);
    optional("oifname", IfName::new).ifPresent(rule::oif);
    optional("protocol", RouteProtocol::parse).ifPresent(rule::protocol);
    optional("action", a -> RuleAction.valueOf(a.toUpperCase(Locale.ROOT))).ifPresent(rule::action);
    number("table").map(TableId::of).ifPresent(rule::table);
    number("goto").ifPresent(rule::gotoPriority);
    number("suppress_prefixlen").ifPresent(length -> rule.suppressPrefixLength(length.intValue()));
    number("suppress_ifgroup").ifPresent(group -> rule.suppressGroup(group.intValue()));
    number("priority").ifPresent(rule::priority);
    return rule.selector(selector()).build();
  }

  private RuleSelector selector() {
    return new RuleSelector(
        number("l3mdev").isPresent(),
        given(arguments, "uid_range")
            .map(uids -> new UidRange(uids.path("start").asLong(), uids.path("end").asLong())),
        number("ip_proto").map(Long::intValue).orElse(0),
        ports("sport"),
        ports("dport"));
  }

  private Optional<PortRange> ports(String key) {
    int mask = number(key + "_mask").map(Long::intValue).orElse(PortRange.ALL_BITS);
    return given(arguments, key + "_range")
        .map(range -> new PortRange(range.path("start").asInt(), range.path("end").asInt(), mask));
  }

  private int length(String key, IpAddress address) {
    return number(key).map(Long::intValue).orElse(address.family().bits());
  }

  private Op sysctl() {
    List<WriteSysctl.Setting> settings = new ArrayList<>();
    for (String word : argv()) {
      int equals = word.indexOf('=');
      if (equals > 0) {
        settings.add(
            new WriteSysctl.Setting(word.substring(0, equals), word.substring(equals + 1)));
      }
    }
    return new WriteSysctl(netns(), settings);
  }

  private Op conntrack() {
    List<String> argv = argv();
    if (argv.size() < 2 || !argv.get(1).equals("-D")) {
      throw new NotModelledException("operation " + String.join(" ", argv));
    }
    return new DeleteConntrack(netns(), argv.subList(2, argv.size()));
  }

  private ChangeAltNames altNames() {
    List<String> names = new ArrayList<>();
    arguments.path("names").forEach(each -> names.add(each.asText()));
    return new ChangeAltNames(netns(), device("device"), name.startsWith("add"), names);
  }

  private List<String> argv() {
    List<String> argv = new ArrayList<>();
    arguments.path("argv").forEach(word -> argv.add(word.asText()));
    return argv;
  }

  private IpFamily toolFamily(String v6Name) {
    return name.equals(v6Name) ? IpFamily.V6 : IpFamily.V4;
  }

  private IpFamily family() {
    return IpFamily.ofVersion(
        number("ip_version").orElseThrow(() -> missing("ip_version")).intValue());
  }

  private IpFamily afFamily() {
    long af = number("family").orElseThrow(() -> missing("family"));
    return af == IpFamily.V6.af() ? IpFamily.V6 : IpFamily.V4;
  }

  private NetnsName netns() {
    return netnsOf(arguments.path("namespace"));
  }

  private static NetnsName netnsOf(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? NetnsName.ROOT : new NetnsName(node.asText());
  }

  private IfName device(String key) {
    return new IfName(text(key));
  }

  private String text(String key) {
    return optional(key, Function.identity()).orElseThrow(() -> missing(key));
  }

  private <T> Optional<T> optional(String key, Function<String, T> parse) {
    JsonNode node = arguments.path(key);
    return node.isMissingNode() || node.isNull()
        ? Optional.empty()
        : Optional.of(parse.apply(node.asText()));
  }

  private Optional<Long> number(String key) {
    JsonNode node = arguments.path(key);
    if (node.isMissingNode() || node.isNull()) {
      return Optional.empty();
    }
    if (node.isTextual()) {
      return Optional.of(Long.decode(node.asText()));
    }
    if (!node.canConvertToLong()) {
      throw new IllegalArgumentException(name + ": " + key + " is not a number: " + node);
    }
    return Optional.of(node.asLong());
  }

  private boolean flag(String key) {
    return arguments.path(key).asBoolean(false);
  }

  private IllegalArgumentException missing(String key) {
    return new IllegalArgumentException(name + ": " + key + " is missing");
  }
}
