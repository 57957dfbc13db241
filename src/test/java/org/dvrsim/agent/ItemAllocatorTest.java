package org.dvrsim.agent;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.ops.AgentDeath;
import org.junit.jupiter.api.Test;

class ItemAllocatorTest {
  private final FakeHost host = new FakeHost();

  private FipRulePriorityAllocator priorities(int count) {
    return new FipRulePriorityAllocator(
        host, host.path("fip-priorities"), 100, 100 + count, AllocationPolicy.LOWEST_FREE);
  }

  private LinkLocalAllocator pairs() {
    return new LinkLocalAllocator(
        host,
        host.path("fip-linklocal-networks"),
        IpPrefix.parse("169.254.64.0/29"),
        AllocationPolicy.LOWEST_FREE);
  }

  private void write(String name, String content) throws IOException {
    Files.writeString(host.path(name), content);
  }

  private String read(String name) throws IOException {
    return Files.readString(host.path(name));
  }

  @Test
  void allocate_twoKeys_lowestFirstAndWritten() throws IOException {
    FipRulePriorityAllocator allocator = priorities(5);
    assertEquals(100, allocator.allocate("203.0.113.1").toLong());
    assertEquals(101, allocator.allocate("203.0.113.2").toLong());
    assertEquals(100, allocator.allocate("203.0.113.1").toLong());
    assertEquals("203.0.113.1,100\n203.0.113.2,101\n", read("fip-priorities"));
  }

  @Test
  void release_key_isFreeAndGoneFromTheFile() throws IOException {
    FipRulePriorityAllocator allocator = priorities(5);
    allocator.allocate("a");
    allocator.allocate("b");
    allocator.release("a");
    allocator.release("nobody");
    assertEquals("b,101\n", read("fip-priorities"));
    assertEquals(100, allocator.allocate("c").toLong());
    assertEquals("b,101\nc,100\n", read("fip-priorities"));
  }

  @Test
  void restart_remembered_isKeptAndNotGivenToOthers() throws IOException {
    priorities(5).allocate("a");
    FipRulePriorityAllocator again = priorities(5);
    assertEquals(101, again.allocate("b").toLong());
    assertEquals("b,101\na,100\n", read("fip-priorities"));
    assertEquals(Optional.of(new FipPriority("100")), again.lookup("a"));
    assertEquals("b,101\na,100\n", read("fip-priorities"));
    again.allocate("c");
    assertEquals("b,101\na,100\nc,102\n", read("fip-priorities"));
  }

  @Test
  void allocate_poolUsedUp_takesWhatIsRemembered() {
    FipRulePriorityAllocator first = priorities(2);
    first.allocate("a");
    first.allocate("b");
    FipRulePriorityAllocator again = priorities(2);
    assertEquals(101, again.allocate("b").toLong());
    assertEquals(100, again.allocate("c").toLong());
    AgentRuntimeError e = assertThrows(AgentRuntimeError.class, () -> again.allocate("d"));
    assertEquals(
        "Cannot allocate item of type: <class"
            + " 'neutron.agent.l3.fip_rule_priority_allocator.FipPriority'> from pool using file"
            + " /fip-priorities",
        e.getMessage());
  }

  @Test
  void read_lineWithoutItem_isDroppedAndFileRewritten() throws IOException {
    write("fip-priorities", "a,100\nbroken\nb,103");
    assertEquals(101, priorities(5).allocate("c").toLong());
    assertEquals("c,101\na,100\nb,103\n", read("fip-priorities"));
  }

  /** Defect: a torn line is an item of its own, which no rule has. */
  @Test
  void read_tornPriority_isTakenForWhatIsLeftOfIt() throws IOException {
    write("fip-priorities", "a,54");
    FipRulePriorityAllocator allocator = priorities(5);
    assertEquals(54, allocator.allocate("a").toLong());
    allocator.release("a");
    assertEquals(100, allocator.allocate("b").toLong());
  }

  /** Defect: an item that is no network is not skipped, but ends the agent's start. */
  @Test
  void read_tornNetwork_isThrown() throws IOException {
    write("fip-linklocal-networks", "r1,169.254.6");
    AddrFormatError e = assertThrows(AddrFormatError.class, this::pairs);
    assertEquals("invalid IPNetwork 169.254.6", e.getMessage());
  }

  @Test
  void allocate_pair_hasTwoAddresses() throws IOException {
    LinkLocalAllocator allocator = pairs();
    allocator.allocate("r1");
    LinkLocalAddressPair pair = allocator.allocate("r2");
    assertEquals("169.254.64.2/31", pair.rtr2Fip().toString());
    assertEquals("169.254.64.3/31", pair.fip2Rtr().toString());
    assertEquals("r1,169.254.64.0/31\nr2,169.254.64.2/31\n", read("fip-linklocal-networks"));
  }

  @Test
  void parse_netmask_isItsLength() {
    assertEquals(
        "169.254.64.0/31", LinkLocalAddressPair.parse("169.254.64.0/255.255.255.254").toString());
  }

  @Test
  void allocate_agentDiesAfterTruncating_leavesAnEmptyFile() throws IOException {
    FipRulePriorityAllocator allocator = priorities(5);
    allocator.allocate("a");
    host.dieAt("truncated fip-priorities");
    assertThrows(AgentDeath.class, () -> allocator.allocate("b"));
    assertEquals("", read("fip-priorities"));
  }

  @Test
  void allocate_directoryMissing_isAnOsError() {
    FipRulePriorityAllocator allocator =
        new FipRulePriorityAllocator(
            host, host.path("none/fip-priorities"), 1, 5, AllocationPolicy.LOWEST_FREE);
    OsError e = assertThrows(OsError.class, () -> allocator.allocate("a"));
    assertEquals("[Errno 2] No such file or directory", e.getMessage());
  }
}
