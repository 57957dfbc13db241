package org.dvrsim.ops;

import com.google.common.base.CharMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.dvrsim.kernel.AddressSpec;
import org.dvrsim.kernel.LinkChange;
import org.dvrsim.kernel.NudState;
import org.dvrsim.kernel.RouteScope;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.kernel.RouteType;
import org.dvrsim.kernel.RuleAction;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.NetnsName;

/**
 * Writes an op as the command that a person would type as root on the host.
 *
 * <p>Most are iproute2's; integration-bridge ports are ovs-vsctl's, gratuitous ARP is arping's, a
 * helper daemon is a comment. Words with special characters are quoted for a POSIX shell.
 */
public final class OpCommandLine implements OpVisitor<List<String>> {
  private static final OpCommandLine INSTANCE = new OpCommandLine();
  private static final CharMatcher PLAIN =
      CharMatcher.inRange('a', 'z')
          .or(CharMatcher.inRange('A', 'Z'))
          .or(CharMatcher.inRange('0', '9'))
          .or(CharMatcher.anyOf("@%_-+=:,./"));

  private OpCommandLine() {}

  /** Returns the words of the command, the program first. */
  public static List<String> words(Op op) {
    return op.accept(INSTANCE);
  }

  /**
   * Returns the command as one line; text for standard input follows as a here-document on further
   * lines.
   */
  public static String of(Op op) {
    List<String> words = words(op);
    if (words.get(0).equals("#")) {
      return String.join(" ", words);
    }
    String line = words.stream().map(OpCommandLine::quote).collect(Collectors.joining(" "));
    if (op instanceof RestoreIptables restore) {
      String text = restore.text();
      return line + " <<EOF\n" + text + (text.endsWith("\n") ? "" : "\n") + "EOF";
    }
    return line;
  }

  private static String quote(String word) {
    if (!word.isEmpty() && PLAIN.matchesAllOf(word)) {
      return word;
    }
    return "'" + word.replace("'", "'\\''") + "'";
  }

  @Override
  public List<String> visit(CreateNetns op) {
    return List.of("ip", "netns", "add", op.netns().text());
  }

  @Override
  public List<String> visit(RemoveNetns op) {
    return List.of("ip", "netns", "delete", op.netns().text());
  }

  @Override
  public List<String> visit(CreateVeth op) {
    Words words = ip(op.netns()).add("link", "add");
    linkEnd(words, op.end());
    words.add("type", "veth", "peer");
    linkEnd(words, op.peer());
    if (!op.peerNetns().equals(op.netns())) {
      words.add("netns", netnsWord(op.peerNetns()));
    }
    return words.list;
  }

  private static void linkEnd(Words words, CreateVeth.End end) {
    end.name().ifPresent(name -> words.add("name", name.text()));
    end.mac().ifPresent(mac -> words.add("address", mac.toString()));
    end.mtu().ifPresent(mtu -> words.add("mtu", mtu.toString()));
    if (end.up()) {
      words.add("up");
    }
  }

  /**
   * The root namespace is named by its first process, as {@code ip link set netns PID} takes it.
   */
  private static String netnsWord(NetnsName netns) {
    return netns.isRoot() ? "1" : netns.text();
  }

  @Override
  public List<String> visit(DeleteLink op) {
    return ip(op.netns()).add("link", "delete", op.device().text()).list;
  }

  @Override
  public List<String> visit(SetLink op) {
    Words words = ip(op.netns()).add("link", "set", "dev", op.device().text());
    op.mac().ifPresent(mac -> words.add("address", mac.toString()));
    op.mtu().ifPresent(mtu -> words.add("mtu", mtu.toString()));
    op.newName().ifPresent(name -> words.add("name", name.text()));
    op.newNetns().ifPresent(netns -> words.add("netns", netnsWord(netns)));
    op.up().ifPresent(up -> words.add(up ? "up" : "down"));
    LinkChange change = op.change();
    onOff(words, "arp", change.arp());
    onOff(words, "multicast", change.multicast());
    onOff(words, "allmulticast", change.allMulticast());
    onOff(words, "promisc", change.promiscuous());
    change.txQueueLength().ifPresent(length -> words.add("txqueuelen", length.toString()));
    change.alias().ifPresent(alias -> words.add("alias", alias));
    change.group().ifPresent(group -> words.add("group", group.toString()));
    change.addrGenMode().ifPresent(mode -> words.add("addrgenmode", mode.toString()));
    return words.list;
  }

  private static void onOff(Words words, String name, Optional<Boolean> value) {
    value.ifPresent(on -> words.add(name, on ? "on" : "off"));
  }

  @Override
  public List<String> visit(AddAddress op) {
    Words words =
        ip(op.netns(), op.address().cidr().family())
            .add("addr", op.replace() ? "replace" : "add")
            .add(op.address().cidr().toString());
    return addressRest(words, op.address()).add("dev", op.device().text()).list;
  }

  @Override
  public List<String> visit(DeleteAddress op) {
    Words words =
        ip(op.netns(), op.address().cidr().family())
            .add("addr", "del", op.address().cidr().toString());
    return addressRest(words, op.address()).add("dev", op.device().text()).list;
  }

  private static Words addressRest(Words words, AddressSpec address) {
    address.peer().ifPresent(peer -> words.add("peer", peer.toString()));
    address.broadcast().ifPresent(broadcast -> words.add("broadcast", broadcast.toString()));
    address.scope().ifPresent(scope -> words.add("scope", scope.toString()));
    if (!address.label().isEmpty()) {
      words.add("label", address.label());
    }
    if (address.noPrefixRoute()) {
      words.add("noprefixroute");
    }
    if (address.noDad()) {
      words.add("nodad");
    }
    address.metric().ifPresent(metric -> words.add("metric", metric.toString()));
    if (address.protocol() != 0) {
      words.add("proto", Integer.toString(address.protocol()));
    }
    return words;
  }

  @Override
  public List<String> visit(FlushAddresses op) {
    Words words = ip(op.netns());
    op.family().ifPresent(family -> words.add("-" + family.version()));
    words.add("addr", "flush", "dev", op.device().text());
    op.scope().ifPresent(scope -> words.add("scope", scope.toString()));
    return words.list;
  }

  @Override
  public List<String> visit(AddRoute op) {
    Words words =
        ip(op.netns(), op.route().destination().family())
            .add("route", op.mode().name().toLowerCase(Locale.ROOT));
    return route(words, op.route()).list;
  }

  @Override
  public List<String> visit(DeleteRoute op) {
    Words words = ip(op.netns(), op.route().destination().family()).add("route", "del");
    return route(words, op.route()).list;
  }

  private static Words route(Words words, RouteSpec route) {
    route
        .type()
        .filter(type -> type != RouteType.UNICAST)
        .ifPresent(type -> words.add(type.toString()));
    words.add(route.destination().isDefault() ? "default" : route.destination().toString());
    if (route.tos() != 0) {
      words.add("tos", "0x" + Integer.toHexString(route.tos()));
    }
    words.add("table", route.table().toString());
    route.metric().ifPresent(metric -> words.add("metric", metric.toString()));
    route.gateway().ifPresent(via -> gateway(words, route.destination().family(), via));
    route.device().ifPresent(device -> words.add("dev", device.text()));
    route.source().ifPresent(source -> words.add("src", source.toString()));
    route.protocol().ifPresent(protocol -> words.add("proto", protocol.toString()));
    route
        .scope()
        .filter(scope -> !scope.equals(RouteScope.NOWHERE))
        .ifPresent(scope -> words.add("scope", scope.toString()));
    if (route.onLink()) {
      words.add("onlink");
    }
    for (RouteSpec.HopSpec hop : route.nextHops()) {
      words.add("nexthop");
      hop.gateway().ifPresent(via -> gateway(words, route.destination().family(), via));
      hop.device().ifPresent(device -> words.add("dev", device.text()));
      words.add("weight", Integer.toString(hop.weight()));
      if (hop.onLink()) {
        words.add("onlink");
      }
    }
    return words;
  }

  private static void gateway(Words words, IpFamily family, IpAddress via) {
    words.add("via");
    if (via.family() != family) {
      words.add("inet6");
    }
    words.add(via.toString());
  }

  @Override
  public List<String> visit(FlushRoutes op) {
    Words words = ip(op.netns(), op.family()).add("route", "flush");
    op.destination().ifPresent(prefix -> words.add(prefix.toString()));
    words.add("table", op.table().map(Object::toString).orElse("all"));
    op.device().ifPresent(device -> words.add("dev", device.text()));
    return words.list;
  }

  @Override
  public List<String> visit(AddRule op) {
    return rule(ip(op.netns(), op.rule().family()).add("rule", "add"), op.rule()).list;
  }

  @Override
  public List<String> visit(DeleteRule op) {
    return rule(ip(op.netns(), op.rule().family()).add("rule", "del"), op.rule()).list;
  }

  private static Words rule(Words words, RuleSpec rule) {
    if (rule.not()) {
      words.add("not");
    }
    rule.from().ifPresent(from -> words.add("from", from.toString()));
    rule.to().ifPresent(to -> words.add("to", to.toString()));
    if (rule.tos() != 0) {
      words.add("tos", "0x" + Integer.toHexString(rule.tos()));
    }
    rule.mark().ifPresent(mark -> words.add("fwmark", mark.toString()));
    rule.iif().ifPresent(iif -> words.add("iif", iif.text()));
    rule.oif().ifPresent(oif -> words.add("oif", oif.text()));
    rule.table().ifPresent(table -> words.add("lookup", table.toString()));
    if (rule.action() == RuleAction.GOTO) {
      words.add("goto", rule.gotoPriority().map(Object::toString).orElse("0"));
    } else if (rule.action() != RuleAction.TO_TABLE) {
      words.add(rule.action().toString());
    }
    rule.suppressPrefixLength()
        .ifPresent(length -> words.add("suppress_prefixlength", length.toString()));
    rule.protocol().ifPresent(protocol -> words.add("protocol", protocol.toString()));
    rule.priority().ifPresent(priority -> words.add("priority", priority.toString()));
    return words;
  }

  @Override
  public List<String> visit(FlushRules op) {
    return ip(op.netns(), op.family()).add("rule", "flush").list;
  }

  @Override
  public List<String> visit(AddNeighbour op) {
    Words words = ip(op.netns()).add("neigh", op.mode().name().toLowerCase(Locale.ROOT));
    if (op.proxy()) {
      words.add("proxy");
    }
    words.add(op.address().toString());
    if (op.router()) {
      words.add("router");
    }
    op.mac().ifPresent(mac -> words.add("lladdr", mac.toString()));
    if (op.state() != NudState.NONE) {
      words.add("nud", op.state().toString());
    }
    return words.add("dev", op.device().text()).list;
  }

  @Override
  public List<String> visit(DeleteNeighbour op) {
    Words words = ip(op.netns()).add("neigh", "del");
    if (op.proxy()) {
      words.add("proxy");
    }
    words.add(op.address().toString());
    op.mac().ifPresent(mac -> words.add("lladdr", mac.toString()));
    return words.add("dev", op.device().text()).list;
  }

  @Override
  public List<String> visit(FlushNeighbours op) {
    Words words = ip(op.netns());
    op.family().ifPresent(family -> words.add("-" + family.version()));
    words.add("neigh", "flush");
    op.device().ifPresentOrElse(d -> words.add("dev", d.text()), () -> words.add("all"));
    return words.list;
  }

  @Override
  public List<String> visit(WriteSysctl op) {
    Words words = inNetns(op.netns()).add("sysctl", "-w");
    op.settings().forEach(setting -> words.add(setting.toString()));
    return words.list;
  }

  @Override
  public List<String> visit(RestoreIptables op) {
    Words words = inNetns(op.netns()).add(op.recordedName());
    if (op.noFlush()) {
      words.add("-n");
    }
    if (op.lockWaitSeconds() > 0) {
      words.add("-w", Integer.toString(op.lockWaitSeconds()), "-W", "200000");
    }
    return words.list;
  }

  @Override
  public List<String> visit(ChangeIptables op) {
    Words words = inNetns(op.netns()).add(op.recordedName());
    op.arguments().forEach(words::add);
    return words.list;
  }

  @Override
  public List<String> visit(AddBridgePort op) {
    String port = op.port().text();
    return List.of(
        "ovs-vsctl",
        "--",
        "--if-exists",
        "del-port",
        port,
        "--",
        "add-port",
        "br-int",
        port,
        "--",
        "set",
        "Interface",
        port,
        "type=internal");
  }

  @Override
  public List<String> visit(DeleteBridgePort op) {
    return List.of("ovs-vsctl", "--if-exists", "del-port", "br-int", op.port().text());
  }

  @Override
  public List<String> visit(DeleteConntrack op) {
    Words words = inNetns(op.netns()).add("conntrack", "-D");
    op.arguments().forEach(words::add);
    return words.list;
  }

  @Override
  public List<String> visit(Announce op) {
    Words words = inNetns(op.netns());
    return op.address().isV4()
        ? words.add("arping", "-U", "-I", op.device().text(), "-c", "1", op.address().toString())
            .list
        : words.add("ndsend", op.address().toString(), op.device().text()).list;
  }

  @Override
  public List<String> visit(EnableProcess op) {
    return List.of("#", "start", op.service(), "in", op.netns().text());
  }

  @Override
  public List<String> visit(DisableProcess op) {
    return List.of("#", "stop", op.service(), "in", op.netns().text());
  }

  private static Words ip(NetnsName netns) {
    Words words = new Words().add("ip");
    return netns.isRoot() ? words : words.add("-n", netns.text());
  }

  private static Words ip(NetnsName netns, IpFamily family) {
    return family == IpFamily.V6 ? ip(netns).add("-6") : ip(netns);
  }

  private static Words inNetns(NetnsName netns) {
    Words words = new Words();
    return netns.isRoot() ? words : words.add("ip", "netns", "exec", netns.text());
  }

  private static final class Words {
    final List<String> list = new ArrayList<>();

    Words add(String... words) {
      list.addAll(List.of(words));
      return this;
    }
  }
}
