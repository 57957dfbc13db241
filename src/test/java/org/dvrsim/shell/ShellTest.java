package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Jimfs;
import java.util.List;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.Trace;
import org.dvrsim.ops.TraceEntry;
import org.junit.jupiter.api.Test;

class ShellTest {
  private final long[] mac = {0x0216_3e00_0001L};
  private final Host host =
      new Host(
          "host", new Kernel((netns, name) -> new MacAddress(mac[0]++)), Jimfs.newFileSystem());

  private String out(String line) {
    CommandResult result = Shell.run(host, line);
    assertEquals("", result.stderr());
    return result.stdout();
  }

  @Test
  void run_changingCommand_goesThroughTheHostAsAnOp() {
    Trace trace = new Trace();
    host.observe(trace);
    Shell.run(host, "ip netns add k-a");
    List<Op> ops = trace.entries().stream().map(TraceEntry::op).toList();
    assertEquals(List.of(new CreateNetns(new NetnsName("k-a"))), ops);
  }

  @Test
  void run_shortenedWords_meanWhatIproute2Tries() {
    out("ip netns a k-a");
    assertEquals(out("ip -n k-a rule show"), out("ip -net k-a ru s"));
    assertEquals(out("ip -n k-a addr"), out("ip -n k-a a"));
    assertEquals(out("ip -n k-a -o link"), out("ip -n k-a -o l l"));
  }

  @Test
  void run_execInNetns_runsThere() {
    out("ip netns add k-a");
    out("ip netns exec k-a sysctl -q -w net.ipv4.ip_forward=1");
    assertEquals("1\n", out("ip netns exec k-a sysctl -n net.ipv4.ip_forward"));
    assertEquals("0\n", out("sysctl -n net.ipv4.ip_forward"));
    assertEquals("k-a\n", out("ip netns exec k-a ip netns identify"));
  }

  @Test
  void run_bridgePort_comesAndGoes() {
    out("ovs-vsctl add-port br-int qr-1");
    assertTrue(out("ip -br link show qr-1").startsWith("qr-1 "));
    out("ovs-vsctl --if-exists del-port br-int qr-1");
    out("ovs-vsctl --if-exists del-port qr-1");
    assertEquals(1, Shell.run(host, "ovs-vsctl del-port qr-1").exit());
    assertEquals(
        "Device \"qr-1\" does not exist.\n", Shell.run(host, "ip link show qr-1").stderr());
  }

  @Test
  void run_batch_stopsAtTheFirstFailureUnlessForced() {
    String batch = "netns add a\nnetns add a\n# comment\n\nnetns add b\n";
    CommandResult stopped = Shell.run(host, List.of("ip", "-batch", "-"), batch);
    assertEquals(1, stopped.exit());
    assertTrue(stopped.stderr().endsWith("Command failed -:2\n"));
    assertEquals("a\n", out("ip netns"));
    Shell.run(host, List.of("ip", "-force", "-batch", "-"), batch);
    assertEquals("b\na\n", out("ip netns"));
  }

  @Test
  void run_unknownProgram_isNotModelled() {
    NotModelledException refusal =
        assertThrows(NotModelledException.class, () -> Shell.run(host, "rm -rf /"));
    assertEquals("not modelled: the command rm", refusal.getMessage());
  }

  @Test
  void transcript_notModelledCommand_isWrittenDownAndTheScriptGoesOn() {
    StringBuilder text = new StringBuilder();
    Transcript transcript = new Transcript(host, text);
    transcript.run("tc qdisc\n# comment\nip netns add k-a\nip netns add k-a\n");
    assertEquals(
        """
        $ tc qdisc
        ! dvrsim: not modelled: the command tc
        = 2
        $ ip netns add k-a
        = 0
        $ ip netns add k-a
        ! Cannot create namespace file "/run/netns/k-a": File exists
        = 1
        """,
        text.toString());
    assertEquals(false, transcript.isComplete());
  }

  @Test
  void split_quotesAndBackslashes_asAShellDoes() {
    assertEquals(
        List.of("a b", "c", "", "d'e", "f\"g"),
        WordSplitter.split(" 'a b'  \"c\" '' d\\'e \"f\\\"g\" "));
    assertThrows(InputException.class, () -> WordSplitter.split("'a"));
  }

  @Test
  void parse_hereDocument_isStandardInput() {
    List<ScriptCommand> commands =
        ScriptCommand.parse("iptables-restore <<EOF\n*nat\nCOMMIT\nEOF\nip netns\n");
    assertEquals("*nat\nCOMMIT\n", commands.get(0).stdin().orElseThrow());
    assertEquals("iptables-restore", commands.get(0).command());
    assertEquals("ip netns", commands.get(1).line());
  }
}
