package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Scripts of other families and more about devices, with {@code ip monitor} listening in each
 * namespace. What the kernel does in an order that nothing determines is left out: {@code neigh
 * flush}, and namespaces deleted under a listener.
 */
final class MonitorScripts {
  private static final Pattern NEW_PAIR =
      Pattern.compile("link add (\\S+) type veth peer name (\\S+)");
  private static final Pattern LEFT_OUT =
      Pattern.compile("neigh flush|netns del|_lft|&| nud (incomplete|reachable|delay)|ping ");

  private final Draw draw;
  private int macs;

  private MonitorScripts(Draw draw) {
    this.draw = draw;
  }

  static List<String> script(Draw draw) {
    return new MonitorScripts(draw).script();
  }

  private List<String> script() {
    List<String> base =
        switch (draw.number(0, 4)) {
          case 0 -> RouteScripts.script(draw, false);
          case 1 -> RouteScripts.script(draw, true);
          case 2 -> RuleScripts.script(draw);
          default -> MixedScripts.script(draw);
        };
    List<String> script = new ArrayList<>();
    List<String> namespaces = new ArrayList<>();
    boolean listening = false;
    int from = draw.number(0, 8);
    for (String command : base) {
      boolean first = command.startsWith("ip netns add");
      if (first) {
        namespaces.add(command.substring(command.lastIndexOf(' ') + 1));
      } else if (!listening && from-- <= 0) {
        listen(script, namespaces);
        listening = true;
      }
      if (!LEFT_OUT.matcher(command).find()) {
        script.add(NEW_PAIR.matcher(command).replaceAll(this::withAddresses));
      }
      if (listening && draw.percent(40)) {
        script.add("ip -n " + draw.of(namespaces) + " " + device());
      }
      if (listening && draw.percent(10)) {
        script.add("ip netns exec " + draw.of(namespaces) + " sysctl -w " + setting());
      }
    }
    return script;
  }

  /** Asks for the devices first, so that numbers for namespaces are given before it begins. */
  private void listen(List<String> script, List<String> namespaces) {
    for (String netns : namespaces) {
      if (draw.percent(30)) {
        script.add("ip netns exec " + netns + " sysctl -qw net.ipv6.conf.default.disable_ipv6=1");
      }
      script.add("ip -n " + netns + " link");
      script.add(
          "ip -n %s %s monitor %s &"
              .formatted(
                  netns,
                  draw.of("", "", "-o", "-4", "-6"),
                  draw.of("all", "all", "all", "label link route address", "all dev v0")));
    }
  }

  private String withAddresses(MatchResult pair) {
    return Matcher.quoteReplacement(
        "link add %s address %s type veth peer name %s address %s"
            .formatted(pair.group(1), mac(), pair.group(2), mac()));
  }

  private String mac() {
    return "fa:16:3e:01:00:%02x".formatted(++macs);
  }

  /** Not arp: after that Linux tells of IPv6 addresses again, at some moment within a second. */
  private String device() {
    String name = draw.of("v0", "v1", "w0", "w1", "eth0", "x0", "lo");
    return switch (draw.number(0, 9)) {
      case 0 ->
          "link add %s address %s type veth peer name %s address %s"
              .formatted(name, mac(), draw.of("x0", "x1", "v1"), mac());
      case 1 -> "link del " + name;
      case 2, 3 -> "link set " + name + " " + draw.of("up", "down");
      case 4 ->
          "link set %s %s"
              .formatted(
                  name,
                  draw.of(
                      "alias a",
                      "group 4",
                      "promisc on",
                      "allmulticast on",
                      "multicast off",
                      "txqueuelen 5",
                      "name x0",
                      "mtu 1200",
                      "mtu 1500",
                      "mtu 60",
                      "addrgenmode none",
                      "address " + mac(),
                      "down name x1 up"));
      case 5 -> "link set " + name + " netns " + draw.of("k-a", "k-b") + draw.maybe(30, " name x1");
      case 6, 7 ->
          "addr %s %s dev %s %s"
              .formatted(
                  draw.of("add", "add", "add", "del", "replace"),
                  draw.of(
                      "10.0.1.5/24",
                      "10.0.1.6/24",
                      "10.0.1.7/16",
                      "fd00::5/64",
                      "fd00::6/64",
                      "fd00::7/128",
                      "fd01::5/48",
                      "10.3.0.1 peer 10.3.0.2/32",
                      "fd02::1 peer fd02::2/127"),
                  name,
                  draw.of("", "", "", "nodad", "noprefixroute", "metric 9"));
      case 8 -> draw.of("addr flush dev " + name, "route flush table main", "rule flush");
      default ->
          "neigh %s %s lladdr fa:16:3e:02:00:0%d dev %s %s"
              .formatted(
                  draw.of("add", "add", "replace", "del"),
                  draw.of("10.0.1.9", "10.0.1.8", "fd00::9"),
                  draw.number(1, 2),
                  name,
                  draw.of("", "", "nud stale", "nud noarp", "nud failed"));
    };
  }

  private String setting() {
    String device = draw.of("all", "default", "lo", "v0", "w0", "x0");
    return draw.of(
            "net.ipv4.conf." + device + ".forwarding",
            "net.ipv4.conf." + device + ".proxy_arp",
            "net.ipv4.conf." + device + ".promote_secondaries",
            "net.ipv4.conf." + device + ".rp_filter",
            "net.ipv6.conf." + device + ".forwarding",
            "net.ipv6.conf." + device + ".disable_ipv6",
            "net.ipv6.conf." + device + ".keep_addr_on_down",
            "net.ipv6.conf." + device + ".proxy_ndp",
            "net.ipv6.conf." + device + ".ignore_routes_with_linkdown")
        + "="
        + draw.of("1", "1", "0");
  }
}
