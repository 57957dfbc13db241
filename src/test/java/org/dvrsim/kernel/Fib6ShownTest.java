package org.dvrsim.kernel;

import static org.dvrsim.kernel.Lab.add;
import static org.dvrsim.kernel.Lab.address;
import static org.dvrsim.kernel.Lab.down;
import static org.dvrsim.kernel.Lab.noAddress;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Optional;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.TableId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An IPv6 route is shown as it is now, whatever of it changed since it was shown last. */
final class Fib6ShownTest {
  private static final IpPrefix PREFIX = IpPrefix.parse("2001:db8:5::/64");

  private Lab lab;
  private Netns a;

  @BeforeEach
  void connect() {
    lab = Lab.connected();
    a = lab.a;
    address(a, "2001:db8::1/64", "v0");
  }

  private Route shown() {
    for (Route route : a.routes(IpFamily.V6, TableId.MAIN)) {
      if (route.destination().equals(PREFIX)) {
        return route;
      }
    }
    throw new AssertionError("no route to " + PREFIX);
  }

  @Test
  void routes_carrierLost_areShownSo() {
    add(a, PREFIX + " dev v0");
    assertFalse(shown().hop().linkDown());
    down(lab.b, "w0");
    assertTrue(shown().hop().linkDown());
    assertFalse(shown().hop().dead());
    a.sysctl().write("net.ipv6.conf.v0.ignore_routes_with_linkdown", "1");
    assertTrue(shown().hop().dead());
  }

  @Test
  void routes_sourceLost_areShownWithout() {
    add(a, PREFIX + " dev v0 src 2001:db8::1");
    assertEquals(Optional.of(IpAddress.parse("2001:db8::1")), shown().source());
    noAddress(a, "2001:db8::1/64", "v0");
    assertEquals(Optional.empty(), shown().source());
  }

  @Test
  void routes_otherHopCame_areShownWithBoth() {
    add(a, PREFIX + " via 2001:db8::2");
    assertEquals(1, shown().hops().size());
    a.requests().addRoute(RequestMode.APPEND, Lab.route(PREFIX + " via 2001:db8::3"));
    assertEquals(2, shown().hops().size());
  }
}
