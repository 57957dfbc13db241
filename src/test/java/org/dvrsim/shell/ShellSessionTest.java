package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Jimfs;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ShellSessionTest {
  private static final String ADDED = "[RULE]7:\tfrom all lookup 7\n";

  private final Host host =
      new Host(
          "host",
          new Kernel((netns, name) -> new MacAddress(0x0200_0000_0001L)),
          Jimfs.newFileSystem());
  private final ShellSession shell = new ShellSession(host);

  private CommandResult run(String line) {
    return shell.run(line, "");
  }

  private String out(String line) {
    CommandResult result = run(line);
    assertEquals("", result.stderr());
    return result.stdout();
  }

  private String transcript(String... lines) {
    StringBuilder text = new StringBuilder();
    new Transcript(host, text).run(String.join("\n", lines));
    return text.toString();
  }

  @BeforeEach
  void makeNetns() {
    out("ip netns add k-a");
  }

  @Test
  void monitor_inBackground_writesAfterTheCommandsOwnOutput() {
    assertEquals(
        """
        $ ip -n k-a monitor all &
        = 0
        $ ip -n k-a rule add pref 7 lookup 7; echo done
        [RULE]7:\tfrom all lookup 7
        done
        = 0
        $ kill $!
        = 0
        $ ip -n k-a rule del pref 7
        = 0
        """,
        transcript(
            "ip -n k-a monitor all &",
            "ip -n k-a rule add pref 7 lookup 7; echo done",
            "kill $!",
            "ip -n k-a rule del pref 7"));
  }

  @Test
  void monitor_intoFile_isReadFromThere() {
    out("ip -n k-a monitor all > /tmp/m & ip -n k-a rule add pref 7 lookup 7; kill $!");
    assertEquals(ADDED, out("cat /tmp/m"));
    out("ip netns exec k-a ip monitor label rule >> /tmp/m 2>&1 &");
    out("ip -n k-a rule del pref 7");
    out("kill %2 && ip -n k-a rule add pref 8 lookup 7");
    assertEquals(ADDED + "[RULE]Deleted 7:\tfrom all lookup 7\n", out("cat /tmp/m"));
  }

  @Test
  void monitor_twoOfThem_bothHear() {
    out("ip -n k-a monitor rule &");
    out("ip -n k-a -ts monitor rule &");
    assertEquals(
        "7:\tfrom all lookup 7\n[1970-01-01T00:01:02.500000] 7:\tfrom all lookup 7\n",
        out("sleep 1m 2.5 && ip -n k-a rule add pref 7 lookup 7"));
    assertEquals(
        """
        [1]   Running                 ip -n k-a monitor rule &
        [2]+  Running                 ip -n k-a -ts monitor rule &
        """,
        out("jobs"));
  }

  @Test
  void monitor_underTimeout_endsAfterIt() {
    assertEquals(124, run("timeout 2 ip -n k-a monitor").exit());
    out("timeout 10 ip -n k-a -t monitor rule > m &");
    out("ip -n k-a rule add pref 7 lookup 7");
    assertEquals(124, run("wait $!").exit());
    out("ip -n k-a rule del pref 7");
    assertEquals(
        "Timestamp: Thu Jan  1 00:00:02 1970 0 usec\n7:\tfrom all lookup 7\n", out("cat m"));
    assertFalse(host.kernel().netns(new NetnsName("k-a")).isHeard());
  }

  @Test
  void addresses_thatLastForATime_areDeprecatedAndGo() {
    out("ip -n k-a link add v0 type veth peer name v1");
    out("ip -n k-a link set v0 up; ip -n k-a link set v1 up");
    out("ip -n k-a addr add 10.0.0.1/24 dev v0 valid_lft 30 preferred_lft 20");
    out("ip -n k-a addr add fd00::1/64 dev v0 valid_lft 30 preferred_lft 20");
    out("ip -n k-a addr change 10.0.0.1/24 dev v0 valid_lft 40 preferred_lft 20");
    out("sleep 12.5; ip -n k-a -o monitor address > /tmp/m & sleep 10");
    assertEquals(
        "2: v0    inet6 fd00::1/64 scope global deprecated dynamic"
            + " \\       valid_lft 8sec preferred_lft 0sec\n",
        out("ip -n k-a -o -6 addr show dev v0 scope global").replaceFirst("^\\d+", "2"));
    assertTrue(
        out("ip -n k-a -6 route")
            .contains("fd00::/64 dev v0 proto kernel metric 256 expires 7sec"));
    out("sleep 9");
    assertEquals("", out("ip -n k-a -6 addr show dev v0 scope global"));
    assertFalse(out("ip -n k-a -6 route").contains("fd00::/64"));
    assertTrue(
        out("ip -n k-a -o -4 addr show dev v0").contains("valid_lft 9sec preferred_lft 0sec"));
    out("sleep 9");
    assertEquals("", out("ip -n k-a -4 addr show dev v0"));
    assertEquals(4, out("cat /tmp/m").lines().count());
  }

  @Test
  void monitor_inForeground_isRefusedAsItNeverEnds() {
    assertThrows(NotModelledException.class, () -> run("ip monitor"));
    assertThrows(NotModelledException.class, () -> run("ip monitor & wait"));
  }

  @Test
  void netnsMonitor_onATerminal_tellsOfNames() {
    out("ip netns monitor &");
    out("ip netns monitor > lost &");
    assertEquals("add k-b\ndelete k-b\n", out("ip netns add k-b; ip netns del k-b"));
    assertEquals("", out("kill %1 %2; ip netns add k-c; cat lost"));
  }

  @Test
  void netnsDel_whileMonitored_isRefused() {
    out("ip -n k-a monitor > /dev/null &");
    assertThrows(NotModelledException.class, () -> run("ip netns del k-a"));
    out("kill %1");
    out("ip netns del k-a");
  }

  @Test
  void redirections_ofAnyCommand_leadToFiles() {
    assertEquals("", run("ip -n k-a link show nope > out 2> 'the err'").stderr());
    assertEquals("Device \"nope\" does not exist.\n", out("cat out \"the err\""));
    assertEquals("1\n", run("false || echo $?").stdout());
    assertEquals("Device \"nope\" does not exist.\n", out("ip -n k-a link show nope 2>&1"));
    out("echo 'rule add pref 9 lookup 9' > batch");
    out("ip -n k-a -batch - < batch");
    assertTrue(out("ip -n k-a rule").contains("9:\tfrom all lookup 9\n"));
  }

  @Test
  void files_thatCannotBeOpened_areComplainedOf() {
    CommandResult result = run("ip netns > /nowhere/x");
    assertEquals("sh: /nowhere/x: No such file or directory\n", result.stderr());
    assertEquals(1, result.exit());
    assertEquals("cat: x: No such file or directory\n", run("cat x").stderr());
    assertEquals("sh: x: No such file or directory\n", run("cat < x").stderr());
  }

  @Test
  void kill_ofNobody_saysSo() {
    assertEquals("sh: kill: (99) - No such process\n", run("kill 99").stderr());
    assertEquals("sh: kill: %1: no such job\n", run("kill %1").stderr());
    assertEquals(127, run("wait 99").exit());
  }

  @Test
  void quotedOperators_areWords() {
    assertEquals("a&b >c;$! | d\n", out("echo 'a&b' \">c;\"'$!' '|' d"));
    assertThrows(NotModelledException.class, () -> run("ip link | cat"));
    assertThrows(NotModelledException.class, () -> run("echo $HOME"));
  }
}
