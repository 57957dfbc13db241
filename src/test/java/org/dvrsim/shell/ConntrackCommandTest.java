package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.google.common.jimfs.Jimfs;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What conntrack-tools 1.4.8 said on Linux 6.18. */
final class ConntrackCommandTest {
  private final Kernel kernel = new Kernel((netns, name) -> new MacAddress(0x0216_3e00_0001L));
  private final Host host = new Host("host", kernel, Jimfs.newFileSystem());

  @BeforeEach
  void trackTwoPings() {
    run("ip netns add k-a");
    run("ip -n k-a link set lo up");
    run("ip netns exec k-a iptables -A OUTPUT -m state --state NEW");
    run("ip netns exec k-a iptables -t mangle -A OUTPUT -d 127.0.0.3 -j CONNMARK --set-mark 5");
    run("ip netns exec k-a iptables -t nat -A OUTPUT -d 127.0.0.7 -j DNAT --to 127.0.0.2");
    run("ip netns exec k-a ping -c1 -W1 -n 127.0.0.3");
    run("ip netns exec k-a ping -c1 -W1 -n 127.0.0.7");
  }

  private CommandResult run(String line) {
    return Shell.run(host, line);
  }

  private CommandResult conntrack(String words) {
    return run("ip netns exec k-a conntrack " + words);
  }

  @ParameterizedTest
  @CsvSource({
    "-L, 2",
    "--dump conntrack, 2",
    "-f ipv4 -L, 2",
    "-L -f ipv6, 0",
    "-L -s 127.0.0.0/8, 2",
    "-L --orig-dst 127.0.0.7, 1",
    "-L -r 127.0.0.2, 1",
    "-L --reply-src 127.0.0.7, 0",
    "-L -g 127.0.0.2, 1",
    "-L -n 127.0.0.2, 0",
    "-L -j, 2",
    "-L -m 5, 1",
    "-L --mark 4/0x4, 1",
    "-L -m 0, 1",
    "-L -w 0, 2",
    "-L --zone 5, 0",
    "-L -p icmp, 2",
    "-L -p udp --dport 53, 0",
    "-L -u SEEN_REPLY, 2",
    "-L -u DST_NAT, 1",
    "-L -o extended, 2",
    "-L -s 127.0.0.1 further, 2",
  })
  void list_anyOptions_showsThoseMeant(String words, int expected) {
    CommandResult result = conntrack(words);
    assertEquals(expected, result.stdout().lines().count());
    assertEquals(
        "conntrack v1.4.8 (conntrack-tools): " + expected + " flow entries have been shown.\n",
        result.stderr());
    assertEquals(0, result.exit());
  }

  @ParameterizedTest
  @CsvSource({
    "-L -D, Invalid commands combination",
    "-L foo, unknown type `foo'",
    "-L --foo, unknown option `--foo'",
    "-L -y, unknown option `-y'",
    "-L -s, option `-s' requires an argument",
    "-L -s foo, Invalid IP address `foo'",
    "-L -s 10.0.0.0/33, Invalid netmask",
    "-L -s 10.0.0.1 -d ::1, mismatched address family",
    "-L -f foo, `foo' unsupported protocol",
    "-L -p foo, `foo' unsupported protocol",
    "-L -u FOO, Bad parameter `FOO'",
    "-L -o foo, Bad parameter `foo'",
    "-L -t 5, Illegal option `--timeout' with this command",
    "-D -z, Illegal option `--zero' with this command",
    "-F -s 10.0.0.1, Illegal option `--src' with this command",
    "-C -f ipv6, Illegal option `--family' with this command",
    "-s 10.0.0.1, Illegal option `--src' with this command",
    "-L --dport 53, unknown option `--dport'",
  })
  void anyCommand_wrongWords_saysSo(String words, String message) {
    CommandResult result = conntrack(words.replaceAll("^'|'$", ""));
    assertEquals(
        "conntrack v1.4.8 (conntrack-tools): "
            + message
            + "\nTry `conntrack -h' or 'conntrack --help' for more information.\n",
        result.stderr());
    assertEquals(2, result.exit());
  }

  @Test
  void delete_byReply_deletesThoseAndShowsThem() {
    CommandResult result = conntrack("-D -f ipv4 -r 127.0.0.2");
    assertEquals(1, result.stdout().lines().count());
    assertEquals(0, result.exit());
    assertEquals("1\n", conntrack("-C").stdout());
    assertEquals(1, conntrack("-D -d 127.0.0.99").exit());
  }

  @Test
  void flush_anyConnections_leavesNone() {
    assertEquals(
        "conntrack v1.4.8 (conntrack-tools): connection tracking table has been emptied.\n",
        conntrack("--flush").stderr());
    assertEquals("0\n", conntrack("--count").stdout());
    assertEquals("0\n", conntrack("-C expect").stdout());
  }

  @Test
  void list_unusualOutput_isRefusedByName() {
    NotModelledException e = assertThrows(NotModelledException.class, () -> conntrack("-L -o xml"));
    assertEquals("not modelled: conntrack -o xml", e.getMessage());
  }
}
