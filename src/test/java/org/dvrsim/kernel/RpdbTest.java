package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.add;
import static org.dvrsim.kernel.Lab.address;
import static org.dvrsim.kernel.Lab.assertRefused;
import static org.dvrsim.kernel.Lab.get;
import static org.dvrsim.kernel.Lab.rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.net.Fwmark;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The routing policy database. */
final class RpdbTest {
  private static final TableId T16 = new TableId(16);

  private Netns a;

  @BeforeEach
  void connect() {
    a = Lab.connected().a;
  }

  private List<Long> priorities() {
    List<Long> list = new ArrayList<>();
    for (IpRule rule : a.rules(IpFamily.V4)) {
      list.add(rule.priority());
    }
    return list;
  }

  @Test
  void add_withoutPriority_goesBelowTheSecondRule() {
    a.requests().addRule(rule().table(T16).build());
    a.requests().addRule(rule().table(T16).mark(Fwmark.exactly(1)).build());
    assertEquals(List.of(0L, 32764L, 32765L, 32766L, 32767L), priorities());
  }

  @Test
  void add_sameAgain_failsWithEexist() {
    a.requests().addRule(rule().from(IpInterface.parse("10.0.0.1")).table(T16).priority(5).build());
    assertRefused(
        Errno.EEXIST,
        "",
        () ->
            a.requests()
                .addRule(
                    rule().from(IpInterface.parse("10.0.0.1")).table(T16).priority(5).build()));
    a.requests().addRule(rule().from(IpInterface.parse("10.0.0.2")).table(T16).priority(5).build());
    assertEquals(5, a.rules(IpFamily.V4).size());
  }

  @Test
  void delete_byPriority_takesTheFirst() {
    a.requests().addRule(rule().table(T16).priority(5).build());
    a.requests().addRule(rule().table(TableId.MAIN).priority(5).build());
    a.requests().deleteRule(rule().priority(5).build());
    assertEquals(TableId.MAIN, a.rules(IpFamily.V4).get(1).table());
    a.requests().deleteRule(rule().priority(5).build());
    assertRefused(Errno.ENOENT, "", () -> a.requests().deleteRule(rule().priority(5).build()));
  }

  @Test
  void flush_keepsPriorityZero() {
    a.requests().addRule(rule().table(T16).priority(0).build());
    a.requests().flushRules(IpFamily.V4);
    assertEquals(List.of(0L, 0L), priorities());
  }

  @Test
  void lookup_byMarkAndSource_takesTheRulesTable() {
    address(a, "10.0.0.1/24", "v0");
    add(a, "default via 10.0.0.2");
    add(a, "default via 10.0.0.3 table 16");
    a.requests().addRule(rule().mark(Fwmark.parse("0x1/0xf")).table(T16).priority(5).build());
    assertEquals("0.0.0.0/0 via 10.0.0.2 dev v0", get(a, "8.8.8.8"));
    FibResult marked = a.lookup(Flow.to(IpAddress.parse("8.8.8.8")).withMark(0x11));
    assertEquals("0.0.0.0/0 via 10.0.0.3 dev v0", Lab.text(marked.route().orElseThrow()));
  }

  @Test
  void lookup_suppressPrefixLength_ignoresTheDefaultRoute() {
    address(a, "10.0.0.1/24", "v0");
    add(a, "default via 10.0.0.2 table 16");
    add(a, "default via 10.0.0.9");
    a.requests().addRule(rule().table(T16).suppressPrefixLength(0).priority(5).build());
    assertEquals("0.0.0.0/0 via 10.0.0.9 dev v0", get(a, "8.8.8.8"));
    add(a, "8.0.0.0/8 via 10.0.0.3 table 16");
    assertEquals("8.0.0.0/8 via 10.0.0.3 dev v0", get(a, "8.8.8.8"));
  }

  @Test
  void lookup_goto_skips() {
    address(a, "10.0.0.1/24", "v0");
    add(a, "default via 10.0.0.9");
    a.requests().addRule(rule().action(RuleAction.PROHIBIT).priority(20).build());
    assertEquals("EACCES", get(a, "8.8.8.8"));
    a.requests().addRule(rule().gotoPriority(32766).priority(10).build());
    assertEquals("0.0.0.0/0 via 10.0.0.9 dev v0", get(a, "8.8.8.8"));
  }

  @Test
  void lookup_detachedDevice_matchesOnlyInverted() {
    add(a, "default dev v0 table 16");
    a.requests().addRule(rule().iif(new IfName("missing0")).table(T16).priority(5).build());
    assertEquals("ENETUNREACH", get(a, "8.8.8.8"));
    a.requests().addRule(rule().not().iif(new IfName("missing0")).table(T16).priority(6).build());
    assertEquals("0.0.0.0/0 dev v0", get(a, "8.8.8.8"));
  }
}
