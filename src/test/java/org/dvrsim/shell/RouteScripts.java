package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Scripts about {@code ip route}. Destinations of several hops are apart from the others: which hop
 * a lookup takes is chance.
 */
final class RouteScripts {
  private final Draw draw;
  private final boolean six;
  private final Playground place;
  private final List<String> added = new ArrayList<>();

  private RouteScripts(Draw draw, boolean six) {
    this.draw = draw;
    this.six = six;
    this.place = new Playground(draw, draw.number(1, 3), draw.number(2, 4));
  }

  static List<String> script(Draw draw, boolean six) {
    RouteScripts scripts = new RouteScripts(draw, six);
    List<String> commands = scripts.place.commands();
    if (!six || draw.percent(20)) {
      scripts.place.addresses();
    }
    if (six) {
      scripts.place.addresses6();
    }
    int count = draw.number(8, 30);
    for (int i = 0; i < count; i++) {
      commands.add(scripts.command());
    }
    return commands;
  }

  private String command() {
    String netns = place.netns();
    String ip = place.ip(netns) + (six ? " -6 " : " ");
    int kind = draw.number(0, 99);
    if (kind < 45) {
      return ip + change(netns);
    } else if (kind < 58) {
      return ip + "route del " + delete(netns);
    } else if (kind < 72) {
      return ip + "route get " + lookup(netns);
    } else if (kind < 80) {
      return ip
          + draw.of("", "", "", "", "-4 ", "-d ", "-o ", "-N ").replace("-4", six ? "-6" : "-4")
          + "route "
          + draw.of("show", "list", "ls", "show")
          + " "
          + filter(netns);
    } else if (kind < 84) {
      return ip + "route flush " + filter(netns);
    } else if (kind < 88) {
      return ip + rule(netns);
    }
    return place.disturbance();
  }

  private String rule(String netns) {
    return "rule add "
        + draw.of(
            six ? "to 2001:db8:60::/44" : "to 10.60.0.0/16",
            six ? "from 2001:db8:1::1" : "from 10.0.1.1",
            "iif " + place.device(netns),
            "fwmark 1")
        + " table "
        + draw.of("16", "100", "default")
        + " priority "
        + draw.of("100", "200");
  }

  private String change(String netns) {
    String verb = draw.of("add", "add", "add", "add", "replace", "replace", "append", "prepend");
    String text = draw.percent(4) ? "test" : draw.percent(6) ? "change" : verb;
    boolean joins = six && text.endsWith("pend");
    String body =
        draw.percent(18) ? severalHops(netns) : draw.percent(14) ? refusal() : oneHop(netns);
    if (joins) {
      // an IPv6 route beside another of equal metric makes one of several hops
      body =
          body.replaceFirst("(default|::/0|2001:db8:(60|1)?:\\S*|fe80\\S*) ", "2001:db8:66::/48 ");
    }
    added.add(body);
    return "route " + text + " " + body;
  }

  private String destination() {
    return six
        ? draw.of(
            "2001:db8:60::/48",
            "2001:db8:60::/48",
            "2001:db8:60:1::/64",
            "2001:db8:60::7",
            "default",
            "::/0",
            "2001:db8:1::/64",
            "2001:db8:60::1/48",
            "fe80::/64",
            "2001:db8::/32")
        : draw.of(
            "10.60.2.0/24",
            "10.60.2.0/24",
            "10.60.2.128/25",
            "10.60.0.0/16",
            "172.24.4.8",
            "172.24.4.8/32",
            "default",
            "0.0.0.0/0",
            "10.0.1.0/24",
            "192.168.0.0/20",
            "10.60.2.1/24",
            "10.0.0.0/8");
  }

  private String manyDestination() {
    return six
        ? draw.of("2001:db8:66::/48", "2001:db8:66:1::/64", "2001:db8:66::5")
        : draw.of("10.66.1.0/24", "10.66.0.0/16", "10.66.1.9");
  }

  private String refusal() {
    return draw.of("blackhole", "unreachable", "prohibit", "throw")
        + " "
        + destination()
        + " "
        + draw.shuffled(List.of(table(), draw.maybe(30, "metric " + metric()), protocol()));
  }

  private String oneHop(String netns) {
    Playground.End end = place.end(netns);
    String gateway = "via " + (six ? place.near6(end) : place.near(end));
    List<String> words = new ArrayList<>();
    int kind = draw.number(0, 9);
    if (kind < 4) {
      words.add(gateway);
      words.add("dev " + end.device());
    } else if (kind < 6) {
      words.add(gateway);
    } else if (kind < 8) {
      words.add("dev " + place.device(netns));
    } else if (kind < 9) {
      words.add("via " + odd());
      words.add(draw.maybe(60, "dev " + end.device()));
      words.add(draw.maybe(60, "onlink"));
    } else {
      words.add(gateway);
      words.add("dev " + place.device(netns));
      words.add(draw.maybe(50, "onlink"));
    }
    words.add(table());
    words.add(draw.maybe(20, "metric " + metric()));
    words.add(protocol());
    words.add(draw.maybe(8, "scope " + draw.of("link", "host", "global", "site", "7", "nowhere")));
    words.add(draw.maybe(10, "src " + source(end)));
    words.add(draw.maybe(six ? 2 : 6, "tos " + draw.of("0x10", "0x08", "4", "0x02")));
    words.add(draw.maybe(6, metrics()));
    words.add(draw.maybe(six ? 6 : 1, "pref " + draw.of("low", "medium", "high")));
    return draw.maybe(8, draw.of("local ", "unicast ", "broadcast ", "multicast ", "anycast "))
        + destination()
        + " "
        + draw.shuffled(words);
  }

  private String odd() {
    return six
        ? draw.of("2001:db8:99::1", "10.0.1.1", "::1", "ff02::1", "::")
        : draw.of(
            "10.77.0.1",
            "203.0.113.1",
            "inet6 fe80::1",
            "10.0.1.255",
            "127.0.0.1",
            "0.0.0.0",
            "224.0.0.1",
            "2001:db8::1");
  }

  private String source(Playground.End end) {
    return six
        ? "2001:db8:%d::%d".formatted(end.network(), draw.of(end.side(), end.side(), 9))
        : "10.0.%d.%d".formatted(end.network(), draw.of(end.side(), end.side(), 9));
  }

  private String metrics() {
    return draw.of(
        "mtu 1400",
        "mtu lock 1300",
        "advmss 1000",
        "hoplimit 9",
        "window 65535",
        "initcwnd 20",
        "initrwnd 30",
        "rtt 100",
        "rto_min 20ms",
        "mtu 1400 advmss 1360",
        "quickack 1",
        "ssthresh 10",
        "reordering 5",
        "cwnd 7",
        "rttvar 9",
        "features ecn",
        "mtu 70000");
  }

  private String table() {
    return draw.percent(40)
        ? "table " + draw.of("16", "16", "main", "100", "local", "2852061041", "default")
        : "";
  }

  private String metric() {
    return draw.of("10", "100", "0", "1024", "4294967295", "256");
  }

  private String protocol() {
    return draw.maybe(12, "proto " + draw.of("static", "kernel", "17", "boot", "ra", "dhcp"));
  }

  private String severalHops(String netns) {
    StringBuilder text = new StringBuilder(manyDestination());
    text.append(' ')
        .append(
            draw.shuffled(
                List.of(table(), draw.maybe(15, "metric " + metric()), draw.maybe(8, metrics()))));
    for (int hops = draw.number(1, 3); hops > 0; hops--) {
      Playground.End end = place.end(draw.percent(95) ? netns : place.netns());
      List<String> words = new ArrayList<>();
      words.add(
          draw.maybe(
              90, "via " + (draw.percent(3) ? odd() : six ? place.near6(end) : place.near(end))));
      words.add(draw.maybe(70, "dev " + end.device()));
      words.add(draw.maybe(30, "weight " + draw.of("1", "2", "10", "256", "0", "257")));
      words.add(draw.maybe(5, "onlink"));
      text.append(" nexthop ").append(draw.shuffled(words));
    }
    return text.toString();
  }

  private String delete(String netns) {
    int kind = draw.number(0, 9);
    if (kind < 5 && !added.isEmpty()) {
      String body = draw.of(added);
      return draw.percent(50)
          ? body
          : body.split(" nexthop ", 2)[0].replaceAll(
              draw.of(" via \\S+", " dev \\S+", " met.*"), "");
    } else if (kind < 8) {
      return (draw.percent(30) ? manyDestination() : destination()) + " " + table();
    }
    return oneHop(netns);
  }

  private String lookup(String netns) {
    boolean several = !six && draw.percent(12); // of IPv6, the hop chosen by chance comes first
    String to =
        several
            ? draw.of("10.66.1.9", "10.66.7.7")
            : six
                ? draw.of(
                    "2001:db8:60::7",
                    "2001:db8:60:1::1",
                    "2001:db8:1::2",
                    "2001:db8:2::1",
                    "2001:db8:1::9",
                    "::1",
                    "fe80::9",
                    "ff02::1",
                    "2001:db8:77::1")
                : draw.of(
                    "10.60.2.7",
                    "10.60.2.130",
                    "10.60.9.9",
                    "172.24.4.8",
                    "8.8.8.8",
                    "10.0.1.2",
                    "10.0.2.1",
                    "10.0.1.255",
                    "10.0.1.0",
                    "127.0.0.1",
                    "224.0.0.5",
                    "255.255.255.255",
                    "192.168.1.1",
                    "10.0.3.77",
                    "0.0.0.0",
                    "240.0.0.1");
    Playground.End end = place.end(netns);
    List<String> words = new ArrayList<>();
    words.add(several ? "fibmatch" : draw.maybe(7, "fibmatch"));
    words.add(draw.maybe(20, "from " + (draw.percent(75) ? source(end) : otherSource())));
    words.add(draw.maybe(16, "iif " + place.device(netns)));
    words.add(draw.maybe(12, "oif " + place.device(netns)));
    words.add(draw.maybe(10, "mark " + draw.of("1", "16")));
    words.add(draw.maybe(6, "tos " + draw.of("0x10", "0x08", "3")));
    words.add(draw.maybe(3, "uid " + draw.of("0", "7")));
    words.add(draw.maybe(3, "ipproto " + draw.of("tcp", "udp", "icmp")));
    return to + " " + draw.shuffled(words);
  }

  private String otherSource() {
    return six
        ? draw.of("2001:db8:88::5", "::1", "fe80::5", "ff02::1")
        : draw.of("10.88.0.5", "127.0.0.1", "10.60.2.7", "224.0.0.1", "255.255.255.255");
  }

  private String filter(String netns) {
    String net = destination();
    return draw.of(
        "",
        "",
        "table " + draw.of("16", "main", "local", "all", "100", "4711", "cache", "default"),
        "table all",
        "dev " + place.device(netns),
        "table all dev " + place.device(netns),
        net,
        "exact " + net,
        "match " + net,
        "root " + net,
        "root " + net + " match " + destination(),
        "to " + net,
        "proto " + draw.of("kernel", "static", "boot", "17", "all"),
        "scope " + draw.of("link", "global", "host", "all"),
        "type " + draw.of("unicast", "local", "blackhole", "broadcast"),
        "table all type " + draw.of("local", "multicast", "throw", "unreachable"),
        "via " + (six ? place.near6(place.end(netns)) : place.near(place.end(netns))),
        "src " + source(place.end(netns)),
        "metric " + metric(),
        "tos 0x10",
        "cache",
        "table 16 proto static",
        "default");
  }
}
