package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.common.jimfs.Jimfs;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Iterator;
import java.util.List;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.junit.jupiter.api.Test;

final class PromptShellTest {
  private final StringWriter written = new StringWriter();
  private final Host host =
      new Host(
          "host",
          new Kernel((netns, name) -> new MacAddress(0x0200_0000_0001L)),
          Jimfs.newFileSystem());
  private final PromptShell shell = new PromptShell(host, new PrintWriter(written));

  private String type(String line, String... further) {
    written.getBuffer().setLength(0);
    Iterator<String> lines = List.of(further).iterator();
    shell.run(line, lines::next);
    return written.toString();
  }

  @Test
  void run_commandsWithSemicolon_eachRuns() {
    assertEquals("a\n", type("ip netns add a; ip netns"));
  }

  @Test
  void run_conditions_dependOnTheCommandBefore() {
    type("ip netns add a");
    String second = type("ip netns add a && ip netns add b || ip netns");
    assertTrue(second.endsWith("a\n"), second);
    assertFalse(second.contains("b"), second);
  }

  @Test
  void run_separatorsInQuotes_belongToTheWord() {
    assertTrue(type("ip link show 'a;b'").contains("\"a;b\" does not exist"));
  }

  @Test
  void run_comment_isNothing() {
    assertEquals("", type("# ip netns") + type("   ") + type("ip netns # all"));
  }

  @Test
  void run_pipe_isRefusedByName() {
    assertTrue(type("ip link | grep lo").startsWith("dvrsim: not modelled: the shell's \"|\""));
  }

  @Test
  void run_shellInNamespace_staysThereUntilExit() {
    type("ip netns add red");
    type("ip netns exec red bash");
    assertEquals("red# ", shell.prompt());
    type("ip link set lo up");
    assertEquals("red\n", type("ip netns identify"));
    type("exit");
    assertEquals("# ", shell.prompt());
    assertTrue(type("ip -br link").contains("DOWN"));
    assertTrue(type("ip -n red -br link").contains("UNKNOWN"));
    type("exit");
    assertTrue(shell.isDone());
  }

  @Test
  void run_shellInMissingNamespace_complainsAsIpDoes() {
    assertEquals(
        "Cannot open network namespace \"red\": No such file or directory\n",
        type("ip netns exec red bash"));
  }

  @Test
  void run_hereDocument_readsOnToItsEnd() {
    type("ip -batch - <<EOF", "netns add x", "netns add y", "EOF");
    assertEquals("y\nx\n", type("ip netns"));
  }
}
