package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/** Scripts of all sorts of {@code ip} commands over two namespaces joined by two veth pairs. */
final class MixedScripts {
  private static final List<String> PREAMBLE =
      List.of(
          "ip netns add k-a",
          "ip netns add k-b",
          "ip -n k-a link add v0 type veth peer name w0 netns k-b",
          "ip -n k-a link add v1 type veth peer name w1 netns k-b",
          "ip -n k-a link set v0 up",
          "ip -n k-b link set w0 up");

  private final Draw draw;

  private MixedScripts(Draw draw) {
    this.draw = draw;
  }

  static List<String> script(Draw draw) {
    MixedScripts scripts = new MixedScripts(draw);
    List<String> commands = new ArrayList<>(PREAMBLE);
    int count = draw.number(6, 24);
    for (int i = 0; i < count; i++) {
      commands.add(
          ("ip -n " + draw.of("k-a", "k-b") + " " + scripts.command())
              .replaceAll(" +", " ")
              .strip());
    }
    return commands;
  }

  private String command() {
    int kind = draw.number(0, 19);
    if (kind < 3) {
      return link();
    } else if (kind < 7) {
      return address();
    } else if (kind < 12) {
      return route();
    } else if (kind < 16) {
      return rule();
    } else if (kind < 18) {
      return neighbour();
    }
    return query();
  }

  private String device() {
    return draw.of("v0", "v1", "w0", "w1", "lo", "x");
  }

  private String link() {
    return "link set %s %s"
        .formatted(
            device(),
            draw.of(
                "up",
                "down",
                "name y",
                "mtu 1400",
                "mtu 1279",
                "mtu 67",
                "netns k-a",
                "address fa:16:3e:00:00:01",
                "name v1 netns k-b"));
  }

  private String address() {
    return "addr %s %s%s dev %s %s"
        .formatted(
            draw.of("add", "add", "add", "del", "replace"),
            draw.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.1.1", "169.254.1.2"),
            draw.of("/24", "/24", "/32", "/31", "/16", ""),
            device(),
            draw.of("", "", "brd +", "scope link", "noprefixroute", "metric 5"));
  }

  private String route() {
    return "route %s %s %s %s %s"
        .formatted(
            draw.of("add", "add", "add", "del", "replace", "append", "prepend", "change"),
            draw.of("default", "10.9.0.0/16", "10.9.0.0/24", "172.24.4.7", "10.0.0.0/24"),
            draw.of(
                "via 10.0.0.2",
                "via 10.0.0.1",
                "dev v0",
                "dev w0",
                "via 10.0.1.254 dev v0 onlink",
                "via 10.0.0.3 dev w0",
                "via 10.0.0.2 src 10.0.0.1"),
            draw.of("", "table 16", "table 100", "table local"),
            draw.of("", "", "metric 5", "proto static", "scope link", "tos 0x10"));
  }

  private String rule() {
    return "rule %s %s %s %s"
        .formatted(
            draw.of("add", "add", "del"),
            draw.of(
                "from 10.0.0.1",
                "to 10.9.0.0/16",
                "iif v0",
                "oif x",
                "fwmark 0x10",
                "not iif lo",
                "fwmark 0x10000/0xffff0000",
                "from all",
                "priority 5"),
            draw.of("table 16", "lookup main", "unreachable", "goto 32766", ""),
            draw.of("", "priority 100", "pref 100", "priority 32766"));
  }

  private String neighbour() {
    return "neigh %s %s dev %s lladdr fa:16:3e:00:00:0%s %s"
        .formatted(
            draw.of("add", "replace", "change", "del"),
            draw.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.1.1", "10.0.1.254", "169.254.1.2"),
            device(),
            draw.of("1", "2"),
            draw.of("", "nud permanent", "nud stale", "nud noarp"));
  }

  private String query() {
    return draw.of(
        "-o addr show",
        "route show",
        "route show table 16",
        "route get 10.9.0.5",
        "route get 10.0.0.2",
        "route get 10.0.0.1 from 10.0.0.2 iif v0",
        "rule show",
        "neigh show",
        "route flush dev v0",
        "addr flush dev w0",
        "rule flush");
  }
}
