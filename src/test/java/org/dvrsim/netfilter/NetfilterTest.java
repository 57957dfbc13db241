package org.dvrsim.netfilter;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dvrsim.net.IpFamily;
import org.junit.jupiter.api.Test;

final class NetfilterTest {
  private final Netfilter netfilter = new Netfilter(IpFamily.V4);

  private CommandResult iptables(String line) {
    return IptablesCommand.run(netfilter, List.of(line.split(" ", -1)), "");
  }

  @Test
  void append_firstRule_makesTableAndThatBaseChainOnly() {
    assertEquals(new CommandResult("", "", 0), iptables("-A INPUT -s 10.0.0.0/8 -j DROP"));
    Table table = netfilter.tableOrNull(TableName.FILTER);
    assertEquals(1, table.baseChains().size());
    assertEquals(
        List.of(
            ":INPUT ACCEPT [0:0]",
            ":FORWARD ACCEPT [0:0]",
            ":OUTPUT ACCEPT [0:0]",
            "-A INPUT -s 10.0.0.0/8 -j DROP"),
        netfilter.save(TableName.FILTER));
  }

  @Test
  void restore_refusedByKernel_leavesTableUnchanged() {
    netfilter.restore("*filter\n:foo - [0:0]\n-A foo -j ACCEPT\nCOMMIT\n", true);
    final long version = netfilter.version();
    final List<String> before = netfilter.save(TableName.FILTER);
    IptablesException refused =
        assertThrows(
            IptablesException.class,
            () ->
                netfilter.restore(
                    "*filter\n:foo - [0:0]\n-A foo -j RETURN\n-A foo -j REDIRECT\nCOMMIT\n", true));
    assertEquals(4, refused.exitStatus());
    assertEquals(
        "line 4: RULE_APPEND failed (Invalid argument): rule in chain foo", refused.lines().get(1));
    assertEquals(before, netfilter.save(TableName.FILTER));
    assertEquals(version, netfilter.version());
  }

  @Test
  void restore_secondTableRefused_keepsFirst() {
    assertThrows(
        IptablesException.class,
        () ->
            netfilter.restore(
                "*mangle\n:foo - [0:0]\nCOMMIT\n*nat\n-A foo -j ACCEPT\nCOMMIT\n", true));
    assertTrue(netfilter.tableOrNull(TableName.MANGLE).chain("foo") != null);
    assertEquals(null, netfilter.tableOrNull(TableName.NAT));
  }

  @Test
  void jump_loopReachableFromHook_isRefusedAtTheRuleThatClosesIt() {
    iptables("-N foo");
    assertEquals(0, iptables("-A foo -j foo").exitStatus());
    CommandResult result = iptables("-A INPUT -j foo");
    assertEquals(
        "iptables v1.8.11 (nf_tables):  RULE_APPEND failed (Too many links): rule in chain INPUT\n",
        result.stderr());
    assertEquals(4, result.exitStatus());
  }

  @Test
  void deleteBySpec_equalRule_removesTheFirst() {
    iptables("-A INPUT -p tcp --dport 80 -j ACCEPT");
    iptables("-A INPUT -j DROP");
    assertEquals(0, iptables("-D INPUT -p tcp -m tcp --dport 80 -j ACCEPT").exitStatus());
    assertEquals("-P INPUT ACCEPT\n-A INPUT -j DROP\n", iptables("-S INPUT").stdout());
  }
}
