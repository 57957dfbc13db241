package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.kernel.RuleSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.Test;

/** What was picked at random is called by what it was picked for. */
final class RandomPicksTest {
  private static final TableId TABLE = TableId.of(2852012033L);

  private static Netns withRuleFor(String device) {
    Netns netns = new Kernel((name, link) -> new MacAddress(1)).createNetns(new NetnsName("fip-1"));
    netns
        .requests()
        .addRule(
            RuleSpec.in(IpFamily.V4)
                .iif(new IfName(device))
                .table(TABLE)
                .priority(2852012033L)
                .build());
    return netns;
  }

  @Test
  void tableOfARuleWithoutItsDevice_isCalledByTheRouter() {
    assertEquals(
        "table(5dc37dea-9)", RandomPicks.of(List.of(withRuleFor("fpr-5dc37dea-9"))).named(TABLE));
  }

  @Test
  void tableOfAnotherRule_isNoPick() {
    assertEquals(TABLE, RandomPicks.of(List.of(withRuleFor("fg-5dc37dea-9"))).named(TABLE));
  }
}
