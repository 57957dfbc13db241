package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;

/**
 * Scripts of {@code iptables}, {@code iptables-save} and {@code iptables-restore} in one namespace,
 * much as Neutron and people use them; about one in ten is refused.
 */
final class IptablesScripts {
  private static final String EXEC = "ip netns exec k-a ";

  private static final List<String> OWN_CHAINS =
      List.of(
          "neutron-l3-agent-snat",
          "neutron-l3-agent-float-snat",
          "neutron-l3-agent-POSTROUTI",
          "neutron-filter-top",
          "MYCHAIN");

  private final Draw draw;

  /** Rules as they were added, each with its table's option and chain. */
  private final List<String> added = new ArrayList<>();

  private String tool = "iptables";

  private IptablesScripts(Draw draw) {
    this.draw = draw;
  }

  static List<String> script(Draw draw) {
    IptablesScripts scripts = new IptablesScripts(draw);
    boolean six = draw.percent(12);
    List<String> commands = new ArrayList<>(List.of("ip netns add k-a"));
    int count = draw.number(8, 40);
    for (int i = 0; i < count; i++) {
      scripts.tool = six != draw.percent(4) ? "ip6tables" : "iptables";
      commands.add(EXEC + scripts.command());
    }
    return commands;
  }

  private String command() {
    String table = draw.of("filter", "filter", "nat", "nat", "mangle", "raw");
    String begin = tool + draw.of("", " -w", " -w 5") + " " + option(table);
    int kind = draw.number(0, 99);
    if (kind < 30) {
      return begin + add(table);
    } else if (kind < 45) {
      return begin + place(table);
    } else if (kind < 55) {
      return again(begin);
    } else if (kind < 75) {
      return begin + chain(table);
    } else if (kind < 84) {
      return begin + list(table);
    } else if (kind < 88) {
      return tool + "-save" + draw.of("", " -t " + table);
    }
    return restore(table);
  }

  private String option(String table) {
    return table.equals("filter") && draw.percent(70) ? "" : "-t " + table + " ";
  }

  private String builtIn(String table) {
    return switch (table) {
      case "nat" -> draw.of("PREROUTING", "INPUT", "OUTPUT", "POSTROUTING");
      case "mangle" -> draw.of("PREROUTING", "INPUT", "FORWARD", "OUTPUT", "POSTROUTING");
      case "raw" -> draw.of("PREROUTING", "OUTPUT");
      default -> draw.of("INPUT", "FORWARD", "OUTPUT");
    };
  }

  private String anyChain(String table) {
    return draw.percent(45) ? draw.of(OWN_CHAINS) : builtIn(table);
  }

  private String add(String table) {
    String chain = anyChain(table);
    String rule = rule(table);
    added.add(option(table) + "-D " + chain + " " + rule);
    return draw.of("-A ", "-A ", "-I ") + chain + " " + rule;
  }

  private String place(String table) {
    String chain = anyChain(table);
    String number = draw.of("1", "1", "1", "2", "3", "0", "99", "abc");
    return draw.of(
        "-D " + chain + " " + number,
        "-I " + chain + " " + number + " " + rule(table),
        "-R " + chain + " " + number + " " + rule(table));
  }

  /** Deletes or looks for a rule that was added, mostly. */
  private String again(String begin) {
    if (added.isEmpty() || draw.percent(20)) {
      return begin + "-D " + draw.of("INPUT", "MYCHAIN") + " -s 203.0.113.1/32 -j DROP";
    }
    String deletion = draw.of(added);
    return tool + " " + (draw.percent(70) ? deletion : deletion.replaceFirst("-D ", "-C "));
  }

  private String chain(String table) {
    String own = draw.of(OWN_CHAINS);
    return draw.of(
        "-N " + own,
        "-N " + own,
        "-N " + own,
        "-X " + anyChain(table),
        "-X",
        "-F " + anyChain(table),
        "-F",
        "-Z " + anyChain(table),
        "-E " + own + " " + draw.of(OWN_CHAINS),
        "-P " + builtIn(table) + " " + draw.of("ACCEPT", "DROP", "REJECT"));
  }

  private String list(String table) {
    String chain = anyChain(table);
    return draw.of(
        "-S",
        "-S " + chain,
        "-S " + chain + " 1",
        "-n -L",
        "-L " + chain + " -n --line-numbers",
        "-nvL " + chain + " -x");
  }

  private String rule(String table) {
    List<String> words = new ArrayList<>();
    boolean six = tool.equals("ip6tables");
    words.add(
        draw.maybe(
            30,
            draw.maybe(8, "! ")
                + (six
                    ? draw.of("-s 2001:db8::/32", "-d fe80::/10", "-s 2001:db8::5", "-d 10.0.0.1")
                    : draw.of("-s 10.0.0.0/8", "-s 10.0.1.5", "-d 172.24.4.20/32", "-s 0/0"))));
    words.add(draw.maybe(15, draw.maybe(10, "! ") + draw.of("-i qr-+", "-i lo", "-o fg-1")));
    words.add(draw.maybe(35, protocol()));
    words.add(draw.maybe(35, match()));
    words.add(draw.maybe(15, match()));
    words.add(target(table));
    words.removeIf(String::isEmpty);
    return String.join(" ", words);
  }

  private String protocol() {
    return draw.of(
        "-p tcp --dport 80",
        "-p tcp -m tcp ! --dport 22",
        "-p udp -m udp --sport 1024:65535",
        "-p udp -m udp",
        "-p icmp",
        "-p icmp --icmp-type echo-request",
        "-p tcp --syn",
        "-p tcp -m multiport --dports 80,443",
        "! -p udp",
        "--dport 80");
  }

  private String match() {
    return draw.of(
        "-m mark --mark 0x1/0xffff",
        "-m mark ! --mark 1",
        "-m connmark --mark 0x0/0xffff0000",
        "-m state --state RELATED,ESTABLISHED",
        "-m conntrack --ctstate NEW",
        "-m conntrack ! --ctstate SNAT,DNAT --ctproto tcp",
        "-m comment --comment x",
        "-m comment --comment \"two words\"",
        "-m mac --mac-source fa:16:3e:00:00:01",
        "-m iprange --src-range 10.0.0.1-10.0.0.9",
        "-m length --length 100:200",
        "-m limit --limit 5/min",
        "-m addrtype --dst-type LOCAL",
        "-m ttl --ttl-lt 5",
        "-m nosuch");
  }

  private String target(String table) {
    if (draw.percent(55)) {
      return draw.of(
          "",
          "-j ACCEPT",
          "-j ACCEPT",
          "-j DROP",
          "-j RETURN",
          "-j " + draw.of(OWN_CHAINS),
          "-g MYCHAIN");
    }
    return switch (draw.percent(90) ? table : "other") {
      case "filter" -> draw.of("-j REJECT", "-j REJECT --reject-with icmp-host-prohibited");
      case "nat" ->
          draw.of(
              "-j SNAT --to-source 172.24.4.7 --random-fully",
              "-j DNAT --to-destination 10.0.1.2",
              "-j DNAT --to-destination 10.0.1.2:80-90",
              "-j REDIRECT --to-ports 9697",
              "-j MASQUERADE");
      case "mangle" ->
          draw.of(
              "-j MARK --set-xmark 0x10000/0xffff0000",
              "-j MARK --or-mark 0x10",
              "-j CONNMARK --save-mark",
              "-j CONNMARK --restore-mark --nfmask 0xffff0000 --ctmask 0xffff0000",
              "-j CHECKSUM --checksum-fill");
      case "raw" -> draw.of("-j CT --notrack", "-j NOTRACK", "-j CT --zone 5");
      default -> draw.of("-j MASQUERADE", "-j CT --notrack", "-j REJECT", "-j nosuch", "-j INPUT");
    };
  }

  private String restore(String first) {
    List<String> lines = new ArrayList<>();
    lines.add(tool + "-restore" + draw.of(" -n", " --noflush", " -n -w 10", "") + " <<EOF");
    String table = first;
    int tables = draw.of(1, 1, 1, 2);
    for (int i = 0; i < tables; i++) {
      lines.add("*" + table);
      int declared = draw.number(0, 4);
      for (int j = 0; j < declared; j++) {
        String policy = " " + draw.of("ACCEPT", "DROP", "-") + " [0:0]";
        lines.add(
            ":" + (draw.percent(50) ? builtIn(table) + policy : draw.of(OWN_CHAINS) + " - [0:0]"));
      }
      int changes = draw.number(0, 6);
      for (int j = 0; j < changes; j++) {
        lines.add(change(table));
      }
      lines.add("COMMIT");
      table = draw.of("filter", "nat", "mangle", "raw");
    }
    lines.add("EOF");
    return String.join("\n", lines);
  }

  private String change(String table) {
    String chain = anyChain(table);
    return draw.percent(85)
        ? draw.of("-A ", "-A ", "-A ", "-I ", "-D ") + chain + " " + rule(table)
        : draw.of(
            "-I " + chain + " 2 " + rule(table),
            "-D " + chain + " 1",
            "-F " + chain,
            "-X " + chain,
            "-N " + chain,
            "-Z " + chain,
            "# a remark",
            "[5:100] -A " + chain);
  }
}
