package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dvrsim.netfilter.TableName;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class IptablesTableTest {
  private final IptablesTable mangle = new IptablesTable(TableName.MANGLE, "neutron-l3-agent");
  private int written;

  @BeforeEach
  void addChain() {
    mangle.addChain("scope");
  }

  private void rewrite(String source) {
    mangle.rewrite(
        "scope",
        source,
        () -> {
          written++;
          mangle.addRule("scope", "-i " + source + " -j DROP");
        });
  }

  private List<String> rules() {
    return mangle.chainRules("scope", true).stream().map(AgentIptablesRule::rule).toList();
  }

  @Test
  void rewrite_fromTheSameAgain_leavesTheRules() {
    rewrite("qr-1");
    rewrite("qr-1");
    assertEquals(1, written);
    assertEquals(List.of("-i qr-1 -j DROP"), rules());
  }

  @Test
  void rewrite_fromSomethingElse_replacesTheRules() {
    rewrite("qr-1");
    rewrite("qr-2");
    assertEquals(List.of("-i qr-2 -j DROP"), rules());
  }

  @Test
  void rewrite_afterAnotherChange_undoesIt() {
    rewrite("qr-1");
    mangle.addRule("scope", "-j RETURN");
    rewrite("qr-1");
    assertEquals(List.of("-i qr-1 -j DROP"), rules());
  }

  @Test
  void rewrite_copiedTable_leavesTheOtherAsItIs() {
    rewrite("qr-1");
    IptablesTable copy = new IptablesTable(mangle);
    copy.rewrite("scope", "qr-2", () -> copy.addRule("scope", "-i qr-2 -j DROP"));
    assertEquals(List.of("-i qr-1 -j DROP"), rules());
    assertEquals("-i qr-2 -j DROP", copy.chainRules("scope", true).get(0).rule());
  }
}
