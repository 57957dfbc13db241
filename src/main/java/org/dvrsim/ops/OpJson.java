package org.dvrsim.ops;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import org.dvrsim.kernel.AddressLifetime;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.LinkSpec;
import org.dvrsim.kernel.NeighbourSpec;
import org.dvrsim.kernel.PortRange;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSelector;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/**
 * Writes an op's arguments in the form of the recordings: the keyword arguments of the privileged
 * function of Neutron that the real agent called, with null where it passed none.
 *
 * <p>Models: neutron/privileged/agent/linux/ip_lib.py (argument names). Ops that no agent asks for
 * are written in the same style. {@link OpJsonReader} reads both back.
 */
public final class OpJson implements OpVisitor<ObjectNode> {
  private static final OpJson INSTANCE = new OpJson();
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private OpJson() {}

  /** Returns the arguments; the name that goes with them is {@link Op#recordedName}. */
  public static ObjectNode arguments(Op op) {
    return op.accept(INSTANCE);
  }

  private static ObjectNode in(NetnsName netns) {
    return JSON.objectNode().put("namespace", netns.isRoot() ? null : netns.text());
  }

  @Override
  public ObjectNode visit(CreateNetns op) {
    return JSON.objectNode().put("name", op.netns().text());
  }

  @Override
  public ObjectNode visit(RemoveNetns op) {
    return JSON.objectNode().put("name", op.netns().text());
  }

  @Override
  public ObjectNode visit(CreateVeth op) {
    ObjectNode node = linkEnd(in(op.netns()), op.end()).put("kind", "veth");
    ObjectNode peer = linkEnd(node.putObject("peer"), op.peer());
    peer.put("net_ns_fd", op.peerNetns().isRoot() ? null : op.peerNetns().text());
    return node;
  }

  private static ObjectNode linkEnd(ObjectNode node, LinkSpec end) {
    end.name().ifPresent(name -> node.put("ifname", name.text()));
    end.index().ifPresent(index -> node.put("index", index));
    return attributes(node, end.attributes());
  }

  /** Puts in what a device may be given both when it is created and later. */
  private static ObjectNode attributes(ObjectNode node, LinkChange change) {
    change.mac().ifPresent(mac -> node.put("address", mac.toString()));
    change.broadcast().ifPresent(mac -> node.put("broadcast", mac.toString()));
    change.mtu().ifPresent(mtu -> node.put("mtu", mtu));
    change.up().ifPresent(up -> node.put("state", up ? "up" : "down"));
    change.arp().ifPresent(on -> node.put("arp", on));
    change.multicast().ifPresent(on -> node.put("multicast", on));
    change.allMulticast().ifPresent(on -> node.put("allmulti", on));
    change.promiscuous().ifPresent(on -> node.put("promisc", on));
    change.txQueueLength().ifPresent(length -> node.put("txqlen", length));
    change.group().ifPresent(group -> node.put("group", group));
    return node;
  }

  @Override
  public ObjectNode visit(DeleteLink op) {
    return in(op.netns()).put("ifname", op.device().text());
  }

  @Override
  public ObjectNode visit(SetLink op) {
    ObjectNode node = in(op.netns()).put("device", op.device().text());
    op.newNetns().ifPresent(ns -> node.put("net_ns_fd", ns.isRoot() ? null : ns.text()));
    op.newName().ifPresent(name -> node.put("ifname", name.text()));
    LinkChange change = op.change();
    attributes(node, change);
    change.alias().ifPresent(alias -> node.put("alias", alias));
    change.addrGenMode().ifPresent(mode -> node.put("addrgenmode", mode.toString()));
    return node;
  }

  @Override
  public ObjectNode visit(ChangeAltNames op) {
    ObjectNode node = in(op.netns()).put("device", op.device().text());
    ArrayNode names = node.putArray("names");
    op.names().forEach(names::add);
    return node;
  }

  @Override
  public ObjectNode visit(AddAddress op) {
    AddressSpec address = op.address();
    ObjectNode node =
        address(op.netns(), op.device().text(), address)
            .put("scope", address.scope().map(RouteScope::toString).orElse(null))
            .put("broadcast", address.broadcast().map(IpAddress::toString).orElse(null));
    address.peer().ifPresent(peer -> node.put("peer", peer.toString()));
    if (!address.label().isEmpty()) {
      node.put("label", address.label());
    }
    for (AddressFlag flag : AddressFlag.values()) {
      if (address.has(flag.bit())) {
        node.put(flag.toString(), true);
      }
    }
    address.metric().ifPresent(metric -> node.put("metric", metric));
    if (address.protocol() != 0) {
      node.put("proto", address.protocol());
    }
    if (!address.lifetime().equals(AddressLifetime.UNLIMITED)) {
      node.put("valid_lft", address.lifetime().valid());
      node.put("preferred_lft", address.lifetime().preferred());
    }
    if (op.replace()) {
      node.put("replace", true);
    }
    return node;
  }

  @Override
  public ObjectNode visit(DeleteAddress op) {
    return address(op.netns(), op.device().text(), op.address());
  }

  private static ObjectNode address(NetnsName netns, String device, AddressSpec address) {
    return in(netns)
        .put("ip_version", address.cidr().family().version())
        .put("ip", address.cidr().address().toString())
        .put("prefixlen", address.cidr().length())
        .put("device", device);
  }

  @Override
  public ObjectNode visit(FlushAddresses op) {
    return in(op.netns())
        .put("ip_version", op.family().map(IpFamily::version).orElse(null))
        .put("device", op.device().text())
        .put("scope", op.scope().map(RouteScope::toString).orElse(null));
  }

  @Override
  public ObjectNode visit(AddRoute op) {
    ObjectNode node = route(op.netns(), op.route(), op.spelling());
    node.put("metric", op.route().metric().orElse(null));
    node.put("proto", op.route().protocol().map(Object::toString).orElse(null));
    if (op.mode() != AddRoute.Mode.REPLACE) {
      node.put("mode", op.mode().name().toLowerCase(Locale.ROOT));
    }
    return node;
  }

  @Override
  public ObjectNode visit(DeleteRoute op) {
    ObjectNode node = route(op.netns(), op.route(), op.spelling());
    op.route().metric().ifPresent(metric -> node.put("metric", metric));
    op.route().protocol().ifPresent(protocol -> node.put("proto", protocol.toString()));
    return node;
  }

  private static String spelled(IpPrefix to, boolean other) {
    if (to.isDefault()) {
      return other ? to.toString() : null;
    }
    return other && to.isHost() ? to.address().toString() : to.toString();
  }

  private static ObjectNode route(NetnsName netns, RouteSpec route, RouteSpelling spelling) {
    IpPrefix to = route.destination();
    ObjectNode node =
        in(netns)
            .put("cidr", spelled(to, spelling.otherDestination()))
            .put("ip_version", to.family().version())
            .put("device", route.device().map(Object::toString).orElse(null))
            .put("via", route.gateway().map(IpAddress::toString).orElse(null))
            .put("table", route.table().equals(TableId.MAIN) ? null : route.table().number())
            .put("scope", route.scope().map(RouteScope::toString).orElse(null));
    if (spelling.tableAsText()) {
      node.put("table", Long.toString(route.table().number()));
    }
    route.type().ifPresent(type -> node.put("type", type.toString()));
    route.source().ifPresent(source -> node.put("prefsrc", source.toString()));
    if (route.tos() != 0) {
      node.put("tos", route.tos());
    }
    if (route.onLink()) {
      node.put("onlink", true);
    }
    if (!route.nextHops().isEmpty()) {
      ArrayNode hops = node.putArray("via");
      for (RouteSpec.HopSpec hop : route.nextHops()) {
        ObjectNode each = hops.addObject();
        hop.gateway().ifPresent(via -> each.put("via", via.toString()));
        hop.device().ifPresent(device -> each.put("device", device.text()));
        if (hop.weight() != 1) {
          each.put("weight", hop.weight());
        }
        if (hop.onLink()) {
          each.put("onlink", true);
        }
      }
    }
    return node;
  }

  @Override
  public ObjectNode visit(FlushRoutes op) {
    return in(op.netns())
        .put("ip_version", op.family().version())
        .put("table", op.table().map(TableId::number).orElse(null))
        .put("device", op.device().map(Object::toString).orElse(null))
        .put("cidr", op.destination().map(IpPrefix::toString).orElse(null));
  }

  @Override
  public ObjectNode visit(AddRule op) {
    return rule(op.netns(), op.rule());
  }

  @Override
  public ObjectNode visit(DeleteRule op) {
    return rule(op.netns(), op.rule());
  }

  private static ObjectNode rule(NetnsName netns, RuleSpec rule) {
    ObjectNode node = in(netns).put("family", rule.family().af());
    if (rule.not()) {
      node.put("not", true);
    }
    rule.from()
        .ifPresent(
            from -> node.put("src", from.address().toString()).put("src_len", from.length()));
    rule.to().ifPresent(to -> node.put("dst", to.address().toString()).put("dst_len", to.length()));
    if (rule.tos() != 0) {
      node.put("tos", rule.tos());
    }
    rule.mark()
        .ifPresent(
            mark ->
                node.put("fwmark", mark.value() & 0xffffffffL)
                    .put("fwmask", mark.mask() & 0xffffffffL));
    rule.iif().ifPresent(iif -> node.put("iifname", iif.text()));
    rule.oif().ifPresent(oif -> node.put("oifname", oif.text()));
    rule.protocol().ifPresent(protocol -> node.put("protocol", protocol.toString()));
    if (rule.action() != RuleAction.TO_TABLE) {
      node.put("action", rule.action().toString());
    }
    rule.table().ifPresent(table -> node.put("table", table.number()));
    rule.gotoPriority().ifPresent(priority -> node.put("goto", priority));
    rule.suppressPrefixLength().ifPresent(length -> node.put("suppress_prefixlen", length));
    rule.suppressGroup().ifPresent(group -> node.put("suppress_ifgroup", group));
    selector(node, rule.selector());
    rule.priority().ifPresent(priority -> node.put("priority", priority));
    return node;
  }

  private static void selector(ObjectNode node, RuleSelector selector) {
    if (selector.l3mdev()) {
      node.put("l3mdev", 1);
    }
    selector
        .uids()
        .ifPresent(
            uids -> node.putObject("uid_range").put("start", uids.first()).put("end", uids.last()));
    if (selector.protocol() != 0) {
      node.put("ip_proto", selector.protocol());
    }
    selector.sourcePorts().ifPresent(range -> ports(node, "sport", range));
    selector.destinationPorts().ifPresent(range -> ports(node, "dport", range));
  }

  private static void ports(ObjectNode node, String key, PortRange range) {
    node.putObject(key + "_range").put("start", range.first()).put("end", range.last());
    if (range.mask() != PortRange.ALL_BITS) {
      node.put(key + "_mask", range.mask());
    }
  }

  @Override
  public ObjectNode visit(FlushRules op) {
    return in(op.netns()).put("family", op.family().af());
  }

  @Override
  public ObjectNode visit(AddNeighbour op) {
    NeighbourSpec entry = op.entry();
    ObjectNode node =
        neighbour(op.netns(), op.device().text(), entry.address())
            .put("mac_address", entry.mac().map(Object::toString).orElse(null))
            .put("nud_state", entry.state().toString());
    if (op.mode() != AddNeighbour.Mode.REPLACE) {
      node.put("mode", op.mode().name().toLowerCase(Locale.ROOT));
    }
    if (entry.router()) {
      node.put("router", true);
    }
    if (entry.externLearned()) {
      node.put("extern_learn", true);
    }
    if (op.proxy()) {
      node.put("proxy", true);
    }
    entry.protocol().ifPresent(protocol -> node.put("proto", protocol.value()));
    return node;
  }

  @Override
  public ObjectNode visit(DeleteNeighbour op) {
    ObjectNode node =
        neighbour(op.netns(), op.device().text(), op.address())
            .put("mac_address", op.mac().map(Object::toString).orElse(null));
    if (op.proxy()) {
      node.put("proxy", true);
    }
    return node;
  }

  private static ObjectNode neighbour(NetnsName netns, String device, IpAddress address) {
    return in(netns)
        .put("ip_version", address.family().version())
        .put("ip_address", address.toString())
        .put("device", device);
  }

  @Override
  public ObjectNode visit(FlushNeighbours op) {
    return in(op.netns())
        .put("ip_version", op.family().map(IpFamily::version).orElse(null))
        .put("device", op.device().map(Object::toString).orElse(null));
  }

  @Override
  public ObjectNode visit(WriteSysctl op) {
    return argv(op);
  }

  @Override
  public ObjectNode visit(RestoreIptables op) {
    return argv(op).put("input", op.text());
  }

  @Override
  public ObjectNode visit(ChangeIptables op) {
    return argv(op);
  }

  @Override
  public ObjectNode visit(DeleteConntrack op) {
    return argv(op);
  }

  /** The command without the {@code ip netns exec NAME} before it. */
  private static ObjectNode argv(Op op) {
    ObjectNode node = in(op.netns());
    ArrayNode argv = node.putArray("argv");
    OpCommandLine.words(op).stream().skip(op.netns().isRoot() ? 0 : 4).forEach(argv::add);
    return node;
  }

  @Override
  public ObjectNode visit(AddBridgePort op) {
    return JSON.objectNode().put("port", op.port().text());
  }

  @Override
  public ObjectNode visit(DeleteBridgePort op) {
    return JSON.objectNode().put("port", op.port().text());
  }

  @Override
  public ObjectNode visit(Announce op) {
    return in(op.netns()).put("device", op.device().text()).put("address", op.address().toString());
  }

  @Override
  public ObjectNode visit(EnableProcess op) {
    return in(op.netns()).put("service", op.service());
  }

  @Override
  public ObjectNode visit(DisableProcess op) {
    return in(op.netns()).put("service", op.service());
  }
}
