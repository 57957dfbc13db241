package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.util.List;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.net.MacAddress;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.Shell;
import org.junit.jupiter.api.Test;

/** States are compared without the order that makes no difference to packets. */
final class HostStateOrderTest {
  private static HostState state(String route) {
    Host host =
        new Host(
            "h1",
            new Kernel((name, link) -> new MacAddress(1)),
            Jimfs.newFileSystem(Configuration.unix()));
    for (String command :
        List.of(
            "ip netns add snat-1",
            "ip -n snat-1 link set lo up",
            "ip -n snat-1 addr add 10.0.0.1/24 dev lo",
            "ip -n snat-1 route add 10.0.0.0/24 dev lo",
            "ip -n snat-1 route add 192.0.2.0/24 " + route)) {
      assertEquals(0, Shell.run(host, command).exit(), command);
    }
    return HostStateReader.read(host, "/nowhere");
  }

  @Test
  void nextHops_inAnotherOrder_areTheSame() {
    assertEquals(
        state("nexthop via 10.0.0.8 nexthop via 10.0.0.9"),
        state("nexthop via 10.0.0.9 nexthop via 10.0.0.8"));
    assertNotEquals(
        state("nexthop via 10.0.0.8 nexthop via 10.0.0.9"),
        state("nexthop via 10.0.0.8 nexthop via 10.0.0.7"));
  }
}
