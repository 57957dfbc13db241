package org.dvrsim.ops;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.Test;

class RouteSpellingTest {
  private static final NetnsName NETNS = new NetnsName("q");
  private static final RouteSpec ROUTE = RouteSpec.to(IpPrefix.DEFAULT_V4, TableId.of(777)).build();

  @Test
  void arguments_tableAsText_hasText() {
    DeleteRoute op = new DeleteRoute(NETNS, ROUTE, new RouteSpelling(true, true));
    assertEquals("777", OpJson.arguments(op).get("table").textValue());
    assertEquals("0.0.0.0/0", OpJson.arguments(op).get("cidr").textValue());
  }

  @Test
  void arguments_usual_hasNumber() {
    DeleteRoute op = new DeleteRoute(NETNS, ROUTE);
    assertEquals(777, OpJson.arguments(op).get("table").longValue());
    assertTrue(OpJson.arguments(op).get("cidr").isNull());
  }
}
