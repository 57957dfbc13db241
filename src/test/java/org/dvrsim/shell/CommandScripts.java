package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Draws scripts of {@code ip} commands over two namespaces joined by two veth pairs. */
final class CommandScripts {
  private static final List<String> PREAMBLE =
      List.of(
          "ip netns add k-a",
          "ip netns add k-b",
          "ip -n k-a link add v0 type veth peer name w0 netns k-b",
          "ip -n k-a link add v1 type veth peer name w1 netns k-b",
          "ip -n k-a link set v0 up",
          "ip -n k-b link set w0 up");

  private CommandScripts() {}

  /** Returns lists of commands after the preamble, up to 12. */
  static Arbitrary<List<String>> tails() {
    return Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, links()),
            net.jqwik.api.Tuple.of(4, addresses()),
            net.jqwik.api.Tuple.of(5, routes()),
            net.jqwik.api.Tuple.of(4, rules()),
            net.jqwik.api.Tuple.of(2, neighbours()),
            net.jqwik.api.Tuple.of(2, queries()))
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  /** Returns the whole script. */
  static List<String> whole(List<String> tail) {
    List<String> script = new ArrayList<>(PREAMBLE);
    script.addAll(tail);
    return script;
  }

  private static Arbitrary<String> words(String template, List<List<String>> choices) {
    List<Arbitrary<String>> parts = new ArrayList<>();
    choices.forEach(choice -> parts.add(Arbitraries.of(choice)));
    return Combinators.combine(parts)
        .as(chosen -> String.format(template, chosen.toArray()).replaceAll(" +", " ").strip());
  }

  private static final List<String> NETNS = List.of("k-a", "k-b");
  private static final List<String> DEVICES = List.of("v0", "v1", "w0", "w1", "lo", "x");
  private static final List<String> IP4 =
      List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.1.1", "10.0.1.254", "169.254.1.2");
  private static final List<String> TABLES = List.of("", "table 16", "table 100", "table local");
  private static final List<String> VERBS =
      List.of("add", "add", "add", "del", "replace", "append", "prepend", "change");

  private static Arbitrary<String> links() {
    return words(
        "ip -n %s link set %s %s",
        List.of(
            NETNS,
            DEVICES,
            List.of(
                "up",
                "down",
                "name y",
                "mtu 1400",
                "mtu 1279",
                "mtu 67",
                "netns k-a",
                "address fa:16:3e:00:00:01",
                "name v1 netns k-b")));
  }

  private static Arbitrary<String> addresses() {
    return words(
        "ip -n %s addr %s %s%s dev %s %s",
        List.of(
            NETNS,
            List.of("add", "add", "add", "del", "replace"),
            List.of("10.0.0.1", "10.0.0.2", "10.0.0.3", "10.0.1.1", "169.254.1.2"),
            List.of("/24", "/24", "/32", "/31", "/16", ""),
            DEVICES,
            List.of("", "", "brd +", "scope link", "noprefixroute", "metric 5")));
  }

  private static Arbitrary<String> routes() {
    return words(
        "ip -n %s route %s %s %s %s %s",
        List.of(
            NETNS,
            VERBS,
            List.of("default", "10.9.0.0/16", "10.9.0.0/24", "172.24.4.7", "10.0.0.0/24"),
            List.of(
                "via 10.0.0.2",
                "via 10.0.0.1",
                "dev v0",
                "dev w0",
                "via 10.0.1.254 dev v0 onlink",
                "via 10.0.0.3 dev w0",
                "via 10.0.0.2 src 10.0.0.1"),
            TABLES,
            List.of("", "", "metric 5", "proto static", "scope link", "tos 0x10")));
  }

  private static Arbitrary<String> rules() {
    return words(
        "ip -n %s rule %s %s %s %s",
        List.of(
            NETNS,
            List.of("add", "add", "del"),
            List.of(
                "from 10.0.0.1",
                "to 10.9.0.0/16",
                "iif v0",
                "oif x",
                "fwmark 0x10",
                "not iif lo",
                "fwmark 0x10000/0xffff0000",
                "from all",
                "priority 5"),
            List.of("table 16", "lookup main", "unreachable", "goto 32766", ""),
            List.of("", "priority 100", "pref 100", "priority 32766")));
  }

  private static Arbitrary<String> neighbours() {
    return words(
        "ip -n %s neigh %s %s dev %s lladdr fa:16:3e:00:00:0%s %s",
        List.of(
            NETNS,
            List.of("add", "replace", "change", "del"),
            IP4,
            DEVICES,
            List.of("1", "2"),
            List.of("", "nud permanent", "nud stale", "nud noarp")));
  }

  private static Arbitrary<String> queries() {
    return words(
        "ip -n %s %s",
        List.of(
            NETNS,
            List.of(
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
                "rule flush")));
  }
}
