package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/** Scripts about {@code ip rule}. */
final class RuleScripts {
  private final Draw draw;
  private final Playground place;
  private final List<List<String>> added = new ArrayList<>();

  private RuleScripts(Draw draw) {
    this.draw = draw;
    this.place = new Playground(draw, 2, 2);
  }

  static List<String> script(Draw draw) {
    RuleScripts scripts = new RuleScripts(draw);
    List<String> commands = scripts.place.commands();
    scripts.place.addresses();
    int count = draw.number(6, 26);
    for (int i = 0; i < count; i++) {
      commands.add(scripts.command());
    }
    return commands;
  }

  private String command() {
    boolean six = draw.percent(15);
    String ip = place.ip(place.netns()) + (six ? " -6" : "") + " ";
    int kind = draw.number(0, 99);
    if (kind < 48) {
      return ip + "rule " + draw.of("add", "add", "add", "add", "a") + " " + add(six);
    } else if (kind < 70) {
      return ip + "rule " + draw.of("del", "del", "delete") + " " + delete(six);
    } else if (kind < 80) {
      return ip
          + draw.of("", "", "", "-j ", "-d ", "-N ")
          + "rule "
          + draw.of("show", "list", "", "ls")
          + " "
          + filter(six);
    } else if (kind < 84) {
      return ip + "rule flush " + filter(six);
    } else if (kind < 92) {
      return ip + "route get " + lookup(six);
    } else if (kind < 96) {
      return route(ip, six);
    }
    return place.disturbance();
  }

  private String route(String ip, boolean six) {
    return ip
        + "route add "
        + draw.of("throw ", "unreachable ", "blackhole ", "prohibit ")
        + (six ? draw.of("default", "2001:db8:9::/48") : draw.of("default", "172.24.4.0/24"))
        + " table "
        + draw.of("16", "100");
  }

  private String add(boolean six) {
    List<String> words = new ArrayList<>(selectors(six));
    words.add(action());
    if (draw.percent(55)) {
      words.add(priority());
    }
    words.add(draw.maybe(6, "proto " + draw.of("static", "kernel", "99", "boot", "ra", "zebra")));
    words.add(draw.maybe(8, suppression()));
    words.removeIf(String::isEmpty);
    added.add(words);
    return draw.shuffled(words);
  }

  private String suppression() {
    return draw.of(
        "suppress_prefixlength " + draw.of("0", "0", "16", "24", "32", "33", "abc"),
        "sup_pl 0",
        "suppress_ifgroup " + draw.of("0", "1", "default", "7"),
        "sup_group 1");
  }

  private List<String> selectors(boolean six) {
    List<String> words = new ArrayList<>();
    words.add(draw.maybe(40, "from " + source(six)));
    words.add(draw.maybe(22, "to " + destination(six)));
    words.add(draw.maybe(18, "fwmark " + mark()));
    words.add(draw.maybe(14, draw.of("iif ", "iif ", "dev ") + device()));
    words.add(draw.maybe(8, "oif " + device()));
    words.add(draw.maybe(7, draw.of("tos ", "dsfield ") + tos()));
    words.add(draw.maybe(6, "not"));
    words.add(draw.maybe(6, "ipproto " + draw.of("tcp", "udp", "icmp", "6", "ipv6-icmp", "253")));
    words.add(draw.maybe(5, "sport " + draw.of("80", "1000-2000", "0", "7-3", "65536", "1-1")));
    words.add(draw.maybe(5, "dport " + draw.of("80", "53-54", "22", "0-65535", "80-80")));
    words.add(draw.maybe(5, "uidrange " + draw.of("0-0", "0-1000", "5-4", "1000-1000", "7")));
    words.removeIf(String::isEmpty);
    return words;
  }

  private String source(boolean six) {
    return six
        ? draw.of("2001:db8::/64", "2001:db8::1", "all", "::/0", "2001:db8::1/64", "10.0.0.1")
        : draw.of(
            "10.0.0.1",
            "10.0.0.1",
            "10.0.0.1/32",
            "10.0.0.0/24",
            "10.0.0.1/24",
            "all",
            "any",
            "default",
            "0/0",
            "10.0.1.0/24",
            "10.0.2.2",
            "10/8",
            "2001:db8::1",
            "1.2.3");
  }

  private String destination(boolean six) {
    return six
        ? draw.of("2001:db8:9::/48", "all", "2001:db8:1::2")
        : draw.of("172.24.4.0/24", "10.3.0.0/16", "172.24.4.7", "all", "0.0.0.0/0", "10.0.1.2");
  }

  private String mark() {
    return draw.of(
        "0x10",
        "16",
        "0x10/0xff",
        "0x10000/0xffff0000",
        "0",
        "0/0",
        "0/0xff",
        "1/0",
        "0x4000000",
        "010",
        "0x110/0xff",
        "-1",
        "4294967295",
        "4294967296",
        "1/0xzz");
  }

  private String device() {
    return draw.of(place.device(place.netns()), "lo", "missing0", place.end("k-a").device());
  }

  private String tos() {
    return draw.of("0x10", "0x08", "16", "0x02", "0xff", "0", "AF11", "lowdelay", "0x1c", "0x20");
  }

  private String action() {
    return draw.of(
        "table 16",
        "table 16",
        "lookup 16",
        "lookup main",
        "table local",
        "table default",
        "table 100",
        "table 2852061041",
        "table 0",
        "table 4294967295",
        "table all",
        "",
        "unreachable",
        "blackhole",
        "prohibit",
        "nop",
        "goto 32766",
        "goto " + draw.number(1, 300),
        "goto 4711",
        "type unreachable",
        "table 255 unreachable",
        "unicast",
        "l3mdev",
        "table 16 l3mdev");
  }

  private String priority() {
    return draw.of("priority ", "pref ", "prio ", "order ", "preference ")
        + draw.of(
            "100",
            "100",
            "200",
            "57481",
            "80000",
            "0",
            "32766",
            "32765",
            "32767",
            "2147483647",
            "4294967295",
            "3232238081",
            "1",
            "4294967296",
            "abc");
  }

  private String delete(boolean six) {
    int kind = draw.number(0, 9);
    if (kind < 5 && !added.isEmpty()) {
      List<String> words = new ArrayList<>(draw.of(added));
      words.removeIf(word -> draw.percent(draw.of(0, 0, 30, 60)));
      return draw.shuffled(words);
    } else if (kind < 7) {
      return priority();
    }
    List<String> words = new ArrayList<>(selectors(six));
    words.add(draw.maybe(50, action()));
    words.add(draw.maybe(30, priority()));
    return draw.shuffled(words);
  }

  private String filter(boolean six) {
    return draw.of(
        "",
        "",
        "",
        "",
        "table 16",
        "table main",
        "table all",
        "lookup 100",
        "from " + source(six),
        "to " + destination(six),
        destination(six),
        "pref 100",
        "priority 32766",
        "fwmark " + mark(),
        "iif " + device(),
        "oif " + device(),
        "not",
        "tos " + tos(),
        "proto static",
        "proto kernel",
        "ipproto tcp",
        "sport 80",
        "dport 80-80",
        "uidrange 0-0",
        "l3mdev",
        "fwmark 0x10/0xff",
        "from all",
        "src 10.0.0.0/8");
  }

  private String lookup(boolean six) {
    String to =
        six
            ? draw.of("2001:db8:9::5", "2001:db8:1::2", "2001:db8:2::1")
            : draw.of("172.24.4.7", "10.3.0.1", "10.0.1.2", "10.0.2.1", "8.8.8.8", "10.0.1.1");
    List<String> words = new ArrayList<>();
    words.add(draw.maybe(35, "mark " + draw.of("16", "0x10", "0x10000", "1")));
    words.add(draw.maybe(25, "from " + (six ? "2001:db8:1::1" : draw.of("10.0.1.1", "10.0.0.1"))));
    words.add(draw.maybe(six ? 10 : 20, "iif " + place.device(place.netns())));
    words.add(draw.maybe(10, "oif " + place.device(place.netns())));
    words.add(draw.maybe(10, "tos " + draw.of("0x10", "0x08")));
    words.add(draw.maybe(8, "uid " + draw.of("0", "1000", "5")));
    words.add(draw.maybe(8, "ipproto " + draw.of("tcp", "udp", "icmp")));
    words.add(draw.maybe(6, "sport " + draw.of("80", "1500")));
    words.add(draw.maybe(6, "dport " + draw.of("80", "53")));
    return to + " " + draw.shuffled(words);
  }
}
