package org.dvrsim.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.net.TableId;

class RoutesOverDeviceProperties {
  private static final IfName[] DEVICES = {new IfName("a"), new IfName("b")};

  private long macs = 0x020000000000L;

  /** The index by device gives what walking the whole table and picking gives. */
  @Property(tries = 200)
  void routes_ofOneDevice_areThoseOfTheTableThatGoOutByIt(
      @ForAll @Size(max = 40) List<@IntRange(max = 4095) Integer> requests) {
    Kernel kernel = new Kernel((netns, name) -> new MacAddress(++macs));
    Netns root = kernel.root();
    kernel.createVeth(
        NetnsName.ROOT, LinkSpec.named(DEVICES[0]), NetnsName.ROOT, LinkSpec.named(DEVICES[1]));
    for (int i = 0; i < 2; i++) {
      root.requests().changeLink(DEVICES[i], LinkChange.up(true));
      root.requests()
          .addAddress(
              DEVICES[i],
              AddressSpec.of(IpInterface.parse("10." + i + ".0.1/24")),
              RequestMode.ADD);
    }
    for (int request : requests) {
      change(root, request);
    }
    for (TableId table : List.of(TableId.MAIN, TableId.of(16), TableId.LOCAL)) {
      for (IfName name : DEVICES) {
        Link device = root.link(name).orElseThrow();
        List<Route> picked = new ArrayList<>();
        for (Route route : root.routes(IpFamily.V4, table)) {
          if (!route.isMultipath() && route.device().filter(device::equals).isPresent()) {
            picked.add(route);
          }
        }
        assertEquals(picked, root.routes(IpFamily.V4, table, device));
      }
    }
  }

  private static void change(Netns root, int request) {
    int device = request & 1;
    TableId table = (request & 2) == 0 ? TableId.MAIN : TableId.of(16);
    IpAddress address = IpAddress.v4(0xac100000 | (request >> 4 & 7) << 8);
    RouteSpec.Builder route =
        RouteSpec.to(IpPrefix.of(address, 20 + (request >> 7 & 7)), table)
            .metric(request >> 10)
            .dev(DEVICES[device]);
    if ((request & 4) == 0) {
      route.via(IpAddress.parse("10." + device + ".0.9"));
    }
    try {
      if ((request & 8) == 0) {
        root.requests().addRoute(RequestMode.ADD, route.build());
      } else {
        root.requests().deleteRoute(route.build());
      }
    } catch (ErrnoException e) {
      // There already, or not there.
    }
  }
}
