package org.dvrsim.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.common.jimfs.Jimfs;
import java.util.concurrent.atomic.AtomicLong;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which namespaces know each other by which number; as observed on Linux 6.18. */
final class NetnsIdsTest {
  private Host host;

  @BeforeEach
  void boot() {
    AtomicLong next = new AtomicLong(0x0216_3e00_0001L);
    Kernel kernel = new Kernel((netns, name) -> new MacAddress(next.getAndIncrement()));
    host = new Host("host", kernel, Jimfs.newFileSystem());
    run("ip netns add k-a");
    run("ip netns add k-b");
    run("ip netns add k-c");
    run("ip -n k-a link add a0 type veth peer name b0 netns k-b");
  }

  private String run(String line) {
    CommandResult result = Shell.run(host, line);
    assertEquals("", result.stderr());
    return result.stdout();
  }

  @Test
  void list_newNamespaces_newestFirstWithoutIds() {
    assertEquals("k-c\nk-b\nk-a\n", run("ip netns"));
  }

  @Test
  void createVeth_peerElsewhere_onlyTheCreatorNumbersTheOther() {
    assertEquals("k-c\nk-b (id: 0)\nk-a\n", run("ip -n k-a netns"));
    assertEquals("k-c\nk-b\nk-a\n", run("ip -n k-b netns"));
  }

  @Test
  void setLink_endInOtherNamespace_numbersThePeersNamespace() {
    run("ip -n k-b link set b0 up");
    assertEquals("k-c\nk-b\nk-a (id: 0)\n", run("ip -n k-b netns"));
  }

  @Test
  void moveLink_toThirdNamespace_bothSidesNumberIt() {
    run("ip -n k-b link set b0 up");
    run("ip -n k-b link set b0 netns k-c");
    assertEquals("k-c (id: 1)\nk-b\nk-a (id: 0)\n", run("ip -n k-b netns"));
    assertEquals("k-c\nk-b\nk-a (id: 0)\n", run("ip -n k-c netns"));
  }

  @Test
  void removeNetns_numbered_numberIsFreeAgain() {
    run("ip -n k-a link add a1 type veth peer name c1 netns k-c");
    run("ip netns del k-b");
    run("ip netns add k-d");
    run("ip -n k-a link add a2 type veth peer name d2 netns k-d");
    assertEquals(
        "nsid 0 (iproute2 netns name: k-d)\nnsid 1 (iproute2 netns name: k-c)\n",
        run("ip -n k-a netns list-id"));
  }
}
