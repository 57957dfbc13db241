package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.RestoreLine;
import org.dvrsim.netfilter.TableName;

class IptablesChainDiffProperties {
  private static final String WRAP = "neutron-l3-agent";
  private static final String[] CHAINS = {"INPUT", "FORWARD", "local", "scope", "a-sg-1", "OUTPUT"};
  private static final String[] INSTALLED = {
    "INPUT", "FORWARD", WRAP + "-INPUT", WRAP + "-scope", WRAP + "-a-sg-1", "neutron-filter-top"
  };

  /** What is worked out from chains is what is worked out from the saved text. */
  @Property(tries = 500)
  void changes_anyTables_areThoseOfTheText(
      @ForAll @Size(max = 14) List<@IntRange(max = 4095) Integer> installed,
      @ForAll @Size(max = 14) List<@IntRange(max = 4095) Integer> wanted) {
    Netfilter netfilter = install(installed);
    List<String> old = netfilter.save(TableName.FILTER);
    List<String> text =
        texts(
            IptablesDiff.generatePathBetweenRules(
                old, IptablesDiff.modifyRules(old, table(wanted), WRAP)));
    assertEquals(text, changes(netfilter, wanted));
  }

  /** Sending the changes leaves nothing to send. */
  @Property(tries = 300)
  void changes_sent_areThenEmpty(
      @ForAll @Size(max = 14) List<@IntRange(max = 4095) Integer> installed,
      @ForAll @Size(max = 14) List<@IntRange(max = 4095) Integer> wanted) {
    Netfilter netfilter = install(installed);
    List<String> sent = changes(netfilter, wanted);
    netfilter.restore("*filter\n" + String.join("\n", sent) + "\nCOMMIT\n", true);
    assertEquals(List.of(), changes(netfilter, wanted));
  }

  private static List<String> changes(Netfilter netfilter, List<Integer> wanted) {
    IptablesTable table = table(wanted);
    IptablesChainDiff diff = IptablesChainDiff.between(netfilter, table, WRAP);
    return texts(
        diff == null
            ? IptablesChainDiff.changesOfText(netfilter, table, WRAP)
            : diff.section().lines());
  }

  private static List<String> texts(List<RestoreLine> lines) {
    return lines.stream().map(RestoreLine::toString).toList();
  }

  private static Netfilter install(List<Integer> choices) {
    Netfilter netfilter = new Netfilter(IpFamily.V4);
    if (choices.isEmpty()) {
      return netfilter;
    }
    StringBuilder text = new StringBuilder("*filter\n");
    for (int i = 2; i < INSTALLED.length; i++) {
      text.append(':').append(INSTALLED[i]).append(" - [0:0]\n");
    }
    for (int choice : choices) {
      String chain = INSTALLED[choice % INSTALLED.length];
      String target = choice % 5 == 0 && choice % INSTALLED.length < 2 ? WRAP + "-INPUT" : "DROP";
      text.append("-A ").append(chain).append(' ').append(source(choice / 16));
      text.append(" -j ").append(target).append('\n');
    }
    netfilter.restore(text.append("COMMIT\n").toString(), true);
    return netfilter;
  }

  private static IptablesTable table(List<Integer> choices) {
    IptablesTable table = new IptablesTable(TableName.FILTER, WRAP);
    table.addChain("neutron-filter-top", false);
    for (String chain : CHAINS) {
      table.addChain(chain);
    }
    for (int choice : choices) {
      String chain = CHAINS[choice % CHAINS.length];
      boolean wrap = choice % 3 != 0 || choice % CHAINS.length > 1;
      boolean top = !wrap && choice % 4 == 0;
      table.addRule(chain, source(choice / 16) + " -j DROP", wrap, top, "", "");
    }
    if (choices.size() % 3 == 0) {
      table.removeChain("scope");
    }
    return table;
  }

  private static String source(int choice) {
    return "-s 10.0." + choice % 2 + "." + choice % 5 + "/32";
  }
}
