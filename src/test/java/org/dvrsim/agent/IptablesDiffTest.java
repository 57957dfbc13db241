package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.netfilter.RestoreLine;
import org.dvrsim.netfilter.TableName;
import org.junit.jupiter.api.Test;

class IptablesDiffTest {
  private static final String WRAP = "neutron-l3-agent";

  @Test
  void path_recordedTables_isWhatTheRealAgentSent() {
    List<Golden> cases = Golden.read("iptables-diff.txt");
    assertTrue(cases.size() > 40, () -> cases.size() + " cases");
    for (Golden each : cases) {
      IptablesTable wanted = tableOf(each.after());
      List<String> newRules = IptablesDiff.modifyRules(each.before(), wanted, WRAP);
      assertEquals(
          each.expected(), texts(IptablesDiff.generatePathBetweenRules(each.before(), newRules)));
    }
  }

  @Test
  void path_recordedTablesAgain_isEmpty() {
    for (Golden each : Golden.read("iptables-diff.txt")) {
      IptablesTable wanted = tableOf(each.after());
      List<String> newRules = IptablesDiff.modifyRules(each.after(), wanted, WRAP);
      assertEquals(List.of(), IptablesDiff.generatePathBetweenRules(each.after(), newRules));
    }
  }

  /** Builds what the agent must have wanted from what was installed in the end. */
  private static IptablesTable tableOf(List<String> installed) {
    IptablesTable table = new IptablesTable(TableName.FILTER, WRAP);
    for (String line : installed) {
      if (line.startsWith(":" + WRAP)) {
        table.addChain(line.substring(WRAP.length() + 2, line.indexOf(' ')));
      } else if (line.startsWith(":neutron")) {
        table.addChain(line.substring(1, line.indexOf(' ')), false);
      }
    }
    for (String line : installed) {
      if (line.startsWith("-A") && line.contains("neutron")) {
        String[] words = line.split(" ", 3);
        boolean wrap = words[1].startsWith(WRAP);
        String chain = wrap ? words[1].substring(WRAP.length() + 1) : words[1];
        boolean top = !wrap && words[2].equals("-j neutron-filter-top");
        table.addRule(chain, words[2], wrap, top, "", "");
      }
    }
    return table;
  }

  @Test
  void modifyRules_ruleTwice_keepsTheLast() {
    IptablesTable table = new IptablesTable(TableName.FILTER, WRAP);
    table.addChain("INPUT");
    table.addRule("INPUT", "-s 10.0.0.1/32 -j DROP");
    table.addRule("INPUT", "-s 10.0.0.2/32 -j DROP");
    table.addRule("INPUT", "-s 10.0.0.1/32 -j DROP");
    assertEquals(
        List.of(
            "*filter",
            ":INPUT ACCEPT [0:0]",
            ":neutron-l3-agent-INPUT",
            "-A neutron-l3-agent-INPUT -s 10.0.0.2/32 -j DROP",
            "-A neutron-l3-agent-INPUT -s 10.0.0.1/32 -j DROP",
            "COMMIT"),
        IptablesDiff.modifyRules(List.of("*filter", ":INPUT ACCEPT [0:0]", "COMMIT"), table, WRAP));
  }

  @Test
  void modifyRules_unwrappedChainRemoved_goesWithItsRules() {
    IptablesTable table = new IptablesTable(TableName.FILTER, WRAP);
    table.addChain("shared", false);
    table.addRule("INPUT", "-j shared", false, false, "", "");
    List<String> installed =
        List.of(
            "*filter", ":INPUT ACCEPT [0:0]", ":shared - [0:0]", "-A INPUT -j shared", "COMMIT");
    table.removeChain("shared", false);
    assertEquals(
        List.of("*filter", ":INPUT ACCEPT [0:0]", ":shared - [0:0]", "COMMIT"),
        IptablesDiff.modifyRules(installed, table, WRAP));
  }

  @Test
  void path_chainGone_emptiesThenDeletesIt() {
    List<String> old =
        new ArrayList<>(List.of("*nat", ":x - [0:0]", "-A x -s 10.0.0.1/32 -j ACCEPT", "COMMIT"));
    assertEquals(
        List.of("-D x 1", "-X x"),
        texts(IptablesDiff.generatePathBetweenRules(old, List.of("*nat", "COMMIT"))));
  }

  private static List<String> texts(List<RestoreLine> lines) {
    return lines.stream().map(RestoreLine::toString).toList();
  }
}
