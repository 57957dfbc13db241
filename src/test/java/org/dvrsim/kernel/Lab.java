package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

/** A kernel with the namespaces {@code a} and {@code b}, and short words for its requests. */
final class Lab {
  static final NetnsName A = new NetnsName("a");
  static final NetnsName B = new NetnsName("b");

  final Kernel kernel;
  final Netns a;
  final Netns b;
  private long macs = 0x020000000000L;

  Lab() {
    kernel = new Kernel((netns, name) -> new MacAddress(++macs));
    a = kernel.createNetns(A);
    b = kernel.createNetns(B);
  }

  /** Connects {@code end} in a with {@code peer} in b, both up. */
  static Lab connected() {
    Lab lab = new Lab();
    lab.veth("v0", "w0");
    return lab;
  }

  void veth(String end, String peer) {
    kernel.createVeth(A, LinkSpec.named(new IfName(end)), B, LinkSpec.named(new IfName(peer)));
    up(a, end);
    up(b, peer);
  }

  static void up(Netns netns, String device) {
    netns.requests().changeLink(new IfName(device), LinkChange.up(true));
  }

  static void down(Netns netns, String device) {
    netns.requests().changeLink(new IfName(device), LinkChange.up(false));
  }

  static void address(Netns netns, String cidr, String device) {
    netns
        .requests()
        .addAddress(new IfName(device), AddressSpec.of(IpInterface.parse(cidr)), RequestMode.ADD);
  }

  static void noAddress(Netns netns, String cidr, String device) {
    netns.requests().deleteAddress(new IfName(device), AddressSpec.of(IpInterface.parse(cidr)));
  }

  /** Reads {@code PREFIX [via ADDRESS] [dev DEVICE] [metric N] [table T] [src ADDRESS]}. */
  static RouteSpec route(String text) {
    String[] words = text.split(" ", -1);
    TableId table = TableId.MAIN;
    for (int i = 1; i < words.length; i += 2) {
      if (words[i].equals("table")) {
        table = TableId.parse(words[i + 1]);
      }
    }
    IpPrefix prefix =
        words[0].equals("default")
            ? IpPrefix.defaultOf(text.contains("::") ? IpFamily.V6 : IpFamily.V4)
            : IpPrefix.parse(words[0]);
    RouteSpec.Builder spec = RouteSpec.to(prefix, table);
    for (int i = 1; i < words.length; i += 2) {
      String value = words[i + 1];
      switch (words[i]) {
        case "via" -> spec.via(IpAddress.parse(value));
        case "dev" -> spec.dev(new IfName(value));
        case "metric" -> spec.metric(Long.parseLong(value));
        case "src" -> spec.source(IpAddress.parse(value));
        case "tos" -> spec.tos(Integer.decode(value));
        case "type" -> spec.type(RouteType.valueOf(value));
        case "proto" -> spec.protocol(RouteProtocol.parse(value));
        case "scope" -> spec.scope(RouteScope.parse(value));
        case "table" -> {}
        default -> throw new IllegalArgumentException(words[i]);
      }
    }
    return spec.build();
  }

  static void add(Netns netns, String route) {
    netns.requests().addRoute(RequestMode.ADD, route(route));
  }

  static void add(Netns netns, RequestMode mode, String route) {
    netns.requests().addRoute(mode, route(route));
  }

  static void delete(Netns netns, String route) {
    netns.requests().deleteRoute(route(route));
  }

  /** Returns the routes of a table, each as {@code PREFIX [via A] [dev D] [metric N] [src A]}. */
  static List<String> routes(Netns netns, IpFamily family, TableId table) {
    List<String> list = new ArrayList<>();
    for (Route route : netns.routes(family, table)) {
      list.add(text(route));
    }
    return list;
  }

  static List<String> main4(Netns netns) {
    return routes(netns, IpFamily.V4, TableId.MAIN);
  }

  static String text(Route route) {
    StringBuilder out = new StringBuilder();
    if (route.type() != RouteType.UNICAST) {
      out.append(route.type()).append(' ');
    }
    out.append(route.destination());
    for (NextHop hop : route.hops()) {
      hop.gateway().ifPresent(via -> out.append(" via ").append(via));
      hop.device().ifPresent(dev -> out.append(" dev ").append(dev));
      if (hop.dead()) {
        out.append(" dead");
      }
      if (hop.linkDown()) {
        out.append(" linkdown");
      }
    }
    if (route.metric() != 0) {
      out.append(" metric ").append(route.metric());
    }
    route.source().ifPresent(source -> out.append(" src ").append(source));
    return out.toString();
  }

  /** Returns where a packet made in {@code netns} for {@code address} would go. */
  static String get(Netns netns, String address) {
    FibResult result = netns.lookup(Flow.to(IpAddress.parse(address)));
    return result.isFound() ? text(result.route().orElseThrow()) : result.error().get().name();
  }

  static void assertRefused(Errno errno, String extack, Runnable request) {
    ErrnoException e = assertThrows(ErrnoException.class, request::run);
    org.junit.jupiter.api.Assertions.assertEquals(errno, e.errno());
    org.junit.jupiter.api.Assertions.assertEquals(extack, e.extack());
  }

  static RuleSpec.Builder rule() {
    return RuleSpec.in(IpFamily.V4);
  }

  static Optional<IpInterface> optional(String cidr) {
    return Optional.of(IpInterface.parse(cidr));
  }
}
