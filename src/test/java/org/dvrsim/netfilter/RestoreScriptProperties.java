package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dvrsim.net.IpFamily;

/** Sections do to a packet filter, and say, what their text does. */
class RestoreScriptProperties {
  private static final String[] CHAINS = {
    "PREROUTING", "POSTROUTING", "OUTPUT", "one", "two", "three", "MARK", "with blank", "quo\"te"
  };
  private static final String[] RULES = {
    " -j ACCEPT",
    " -s 10.0.0.1/32 -j DROP",
    " -i eth0 -j one",
    " -j two",
    " -j three",
    " -j nowhere",
    " -o eth0 -m mark --mark 0x1/0xffff -j RETURN",
    " -j MARK --set-xmark 0x1/0xffff",
    " -j MARK",
    " -p tcp -m tcp --dport 80 -j REDIRECT --to-ports 8080",
    " -j SNAT --to-source 10.0.0.9",
    " -p nonsense",
    " -s fe80::1 -j ACCEPT",
    " "
  };

  @Property(tries = 1500)
  void run_sectionsAgainAndAgain_areTheirText(
      @ForAll @Size(max = 3) List<@Size(max = 8) List<@IntRange(max = 99_999) Integer>> choices,
      @ForAll @Size(max = 2) List<@Size(max = 5) List<@IntRange(max = 99_999) Integer>> before,
      @ForAll boolean v4) {
    IpFamily family = v4 ? IpFamily.V4 : IpFamily.V6;
    RuleCache shared = new RuleCache(family);
    RestoreScript first = script(before);
    RestoreScript script = script(choices);
    for (int i = 0; i < 4; i++) {
      Netfilter bySections = new Netfilter(family, shared);
      Netfilter byText = new Netfilter(family);
      assertSame(bySections, byText, first);
      assertSame(bySections, byText, script);
      assertSame(bySections, byText, script);
    }
  }

  private static void assertSame(Netfilter bySections, Netfilter byText, RestoreScript script) {
    assertEquals(
        IptablesRestoreCommand.run(byText, List.of("-n"), script.text()),
        IptablesRestoreCommand.run(bySections, true, script),
        script::text);
    assertEquals(byText.saveLines(), bySections.saveLines(), script::text);
    assertEquals(byText.version(), bySections.version(), script::text);
    for (TableName name : TableName.values()) {
      assertEquals(byText.version(name), bySections.version(name), script::text);
    }
  }

  private static RestoreScript script(List<List<Integer>> choices) {
    List<RestoreSection> sections = new ArrayList<>();
    for (List<Integer> section : choices) {
      List<RestoreLine> lines = new ArrayList<>();
      section.forEach(choice -> lines.add(line(choice)));
      List<TableName> tables = List.of(TableName.values());
      int table = section.isEmpty() ? 0 : section.get(0) / 7 % tables.size();
      sections.add(new RestoreSection("# one", tables.get(table), lines, "# two"));
    }
    return RestoreScript.of(sections);
  }

  private static RestoreLine line(int choice) {
    String chain = CHAINS[choice / 10 % 40 == 7 ? 6 + choice % 3 : choice / 10 % 6];
    int number = 1 + choice / 1000 % 3;
    return switch (choice % 10) {
      case 0, 1, 2, 3 -> RestoreLine.declare(chain);
      case 4, 5, 6, 7 -> RestoreLine.insert(chain, number, RULES[choice / 700 % RULES.length]);
      case 8 -> RestoreLine.delete(chain, number);
      default -> RestoreLine.deleteChain(chain);
    };
  }
}
