package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dvrsim.net.IpFamily;

final class NetfilterProperties {
  private static final List<String> CHAINS = List.of("INPUT", "FORWARD", "OUTPUT", "a", "b", "c");

  @Provide
  Arbitrary<String> rules() {
    Arbitrary<String> addresses =
        Arbitraries.of("", "-s 10.0.0.0/8", "! -d 10.1.2.3", "-s 10.1.2.3/255.0.255.0 -d 1.2.3.4");
    Arbitrary<String> protocols =
        Arbitraries.of(
            "",
            "-p tcp --dport 80",
            "-p tcp -m tcp ! --dport :1023",
            "-p udp --sport 67:68",
            "-p icmp --icmp-type echo-request",
            "! -p esp",
            "-p tcp --syn",
            "-p tcp -m multiport --dports 80,443,1000:2000");
    Arbitrary<String> matches =
        Arbitraries.of(
            "",
            "-m mark --mark 1/0xff",
            "-m connmark ! --mark 0x10",
            "-m state --state ESTABLISHED,RELATED",
            "-m conntrack ! --ctstate DNAT",
            "-m comment --comment \"it's \\\"so\\\"\"",
            "-m limit --limit 7/minute");
    Arbitrary<String> targets =
        Arbitraries.of(
            "",
            "-j ACCEPT",
            "-j RETURN",
            "-j MARK --or-mark 3",
            "-j CONNMARK --save-mark",
            "-j REJECT",
            "-j LOG --log-prefix \"x: \"",
            "-j b",
            "-g c");
    return Combinators.combine(addresses, protocols, matches, targets)
        .as((a, p, m, t) -> String.join(" ", a, m, p, t).strip());
  }

  @Provide
  Arbitrary<String> commands() {
    Arbitrary<String> chain = Arbitraries.of(CHAINS);
    return Arbitraries.oneOf(
        Combinators.combine(chain, rules()).as((c, r) -> "-A " + c + " " + r),
        Combinators.combine(chain, Arbitraries.integers().between(1, 3), rules())
            .as((c, n, r) -> "-I " + c + " " + n + " " + r),
        Combinators.combine(chain, rules()).as((c, r) -> "-D " + c + " " + r),
        Combinators.combine(chain, Arbitraries.integers().between(1, 2))
            .as((c, n) -> "-D " + c + " " + n),
        Combinators.combine(chain, Arbitraries.integers().between(1, 2), rules())
            .as((c, n, r) -> "-R " + c + " " + n + " " + r),
        chain.map(c -> "-F " + c),
        Arbitraries.of("-N d", "-X d", "-X c", "-E a d", "-P INPUT DROP", "-P INPUT ACCEPT"));
  }

  private static Netfilter afterEach(List<String> commands) {
    Netfilter netfilter = new Netfilter(IpFamily.V4);
    netfilter.restore("*filter\n:a - [0:0]\n:b - [0:0]\n:c - [0:0]\nCOMMIT\n", false);
    for (String command : commands) {
      List<String> words = new ArrayList<>();
      QuotedText.split(command, words);
      IptablesCommand.run(netfilter, words, "");
    }
    return netfilter;
  }

  /** Everything that can be seen of a table, the order of creation and references included. */
  private static List<String> picture(Netfilter netfilter) {
    List<String> lines = new ArrayList<>();
    for (Map.Entry<TableName, List<String>> each : netfilter.saveLines().entrySet()) {
      lines.add("*" + each.getKey());
      lines.addAll(each.getValue());
      for (Chain chain : netfilter.tableOrNull(each.getKey()).inOrderOfCreation()) {
        lines.add(chain.name() + " " + chain.references());
      }
    }
    return lines;
  }

  @Property(tries = 300)
  void save_restored_isTheSame(@ForAll("commandLists") List<String> commands) {
    Netfilter netfilter = afterEach(commands);
    String text = "*filter\n" + String.join("\n", netfilter.save(TableName.FILTER)) + "\nCOMMIT\n";
    Netfilter copy = new Netfilter(IpFamily.V4);
    copy.restore(text, false);
    assertEquals(netfilter.save(TableName.FILTER), copy.save(TableName.FILTER));
  }

  @Property(tries = 300)
  @SuppressWarnings("ReferenceEquality") // a chain is itself
  void references_anyCommands_areTheRulesThatJump(@ForAll("commandLists") List<String> commands) {
    Table table = afterEach(commands).tableOrNull(TableName.FILTER);
    for (Chain chain : table.inOrderOfCreation()) {
      long jumps =
          table.inOrderOfCreation().stream()
              .flatMap(from -> from.rules().stream())
              .filter(rule -> rule.jump() == chain)
              .count();
      assertEquals(jumps, chain.references());
    }
  }

  @Property(tries = 300)
  void restore_lastLineRefused_changesNothing(
      @ForAll("commandLists") List<String> before, @ForAll("commandLists") List<String> batch) {
    Netfilter netfilter = afterEach(before);
    final List<String> picture = picture(netfilter);
    final long version = netfilter.version();
    String text =
        "*filter\n:b - [0:0]\n" + String.join("\n", batch) + "\n-A INPUT -j REDIRECT\nCOMMIT\n";
    assertThrows(IptablesException.class, () -> netfilter.restore(text, true));
    assertEquals(picture, picture(netfilter));
    assertEquals(version, netfilter.version());
  }

  @Provide
  Arbitrary<List<String>> commandLists() {
    return commands().list().ofMaxSize(12);
  }
}
