package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.util.List;
import java.util.Set;
import org.dvrsim.invariant.Violation;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.Test;

/** Violations of one shape differ in names and numbers only. */
final class ShapeTest {
  private static Set<String> shape(String netns, String detail) {
    return Shape.of(new Violation("some-invariant", new NetnsName(netns), List.of(), detail));
  }

  @Test
  void shape_ofOtherNamesAndNumbers_isTheSame() {
    assertEquals(
        shape(
            "qrouter-5dc37dea-93b3-58c4-b4b6-c6a62f437ba3",
            "the route to 10.0.0.0/24 goes via [], not via [203.0.113.242, 203.0.113.240]"),
        shape(
            "qrouter-8692d4e9-6e72-592f-b290-24633f88434f",
            "the route to fd00:1::/64 goes via [2001:db8::1], not via [fe80::1]"));
    assertEquals(
        shape("fip-x", "no rule looks up table 167837697, which has IPv4 routes"),
        shape("fip-x", "no rule looks up table 2852012033, which has IPv6 routes"));
  }

  @Test
  void shape_inAnotherKindOfNamespace_isAnother() {
    assertNotEquals(
        shape("qrouter-5dc37dea-93b3-58c4-b4b6-c6a62f437ba3", "qr-1 is missing"),
        shape("snat-5dc37dea-93b3-58c4-b4b6-c6a62f437ba3", "qr-1 is missing"));
  }

  @Test
  void shape_ofTheTableOfFloatingIps_isItsOwn() {
    assertNotEquals(
        shape("qrouter-x", "table 16 is empty"), shape("qrouter-x", "table 17 is empty"));
  }

  @Test
  void shapes_ofAComparison_areThoseOfItsLines() {
    Set<String> both =
        shape(
            "",
            "a fresh agent would build another state:\n"
                + "- qrouter-x: rule IPv4 priority(203.0.113.5): from 10.1.0.3 lookup 16\n"
                + "+ fip-x: route unicast 0.0.0.0/0 via 203.0.113.1 dev fg-1d2c3b4a-5e table"
                + " table(5dc37dea-9) proto static metric 0\n");
    assertEquals(2, both.size(), both::toString);
  }
}
