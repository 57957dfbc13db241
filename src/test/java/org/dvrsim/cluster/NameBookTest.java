package org.dvrsim.cluster;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dvrsim.base.InputException;
import org.junit.jupiter.api.Test;

class NameBookTest {
  private final IdFactory ids = new IdFactory();
  private final NameBook names = ids.names();

  NameBookTest() {
    ids.newId(ResourceKind.ROUTER, "r1");
    ids.newId(ResourceKind.NETWORK, "public");
    ids.newPortId(PortOwner.ROUTER_INTERFACE, "r1,private-v4");
    ids.newPortId(PortOwner.AGENT_GATEWAY, "public,compute-1");
  }

  @Test
  void toPeople_exactCommand_readsNames() {
    String people =
        "ip -n qrouter(r1) route add default via fip(public) dev rfp(r1) qr(r1,private-v4)"
            + " fg(public,compute-1) router(r1)";
    String exact = names.toExact(people, "compute-1");
    assertTrue(exact.matches("ip -n qrouter-[0-9a-f-]{36} route .*"), exact);
    assertEquals(people, names.toPeople(exact));
  }

  @Test
  void toExact_hostLeftOut_isTheGivenHost() {
    assertEquals(
        names.toExact("fg(public,compute-1)", "compute-2"),
        names.toExact("fg(public)", "compute-1"));
  }

  @Test
  void toExact_blankAfterComma_isTheSame() {
    assertEquals(names.toExact("qr(r1,private-v4)", ""), names.toExact("qr(r1, private-v4)", ""));
  }

  @Test
  void toExact_unknownName_isRefused() {
    assertThrows(InputException.class, () -> names.toExact("qrouter(r7)", "compute-1"));
  }

  @Test
  void toPeople_unknownId_isLeftAlone() {
    String text = "qrouter-00000000-0000-5000-8000-000000000000";
    assertEquals(text, names.toPeople(text));
  }
}
