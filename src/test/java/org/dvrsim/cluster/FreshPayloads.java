package org.dvrsim.cluster;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;

/** Lets tests of other packages see what a server would say that keeps nothing of what it said. */
public final class FreshPayloads {
  private FreshPayloads() {}

  /** Returns the payloads of the routers with the ids given. */
  public static List<NeutronRouter> routers(NeutronDb db, String host, List<String> ids) {
    RouterPayloads payloads = new RouterPayloads(db, Set.of());
    AgentRecord agent = db.findAgent(host).orElseThrow();
    List<NeutronRouter> built = new ArrayList<>();
    for (String id : ids) {
      built.add(payloads.build(db.findRouterById(id).orElseThrow(), agent));
    }
    return built;
  }

  /** Returns the ports of a subnet. */
  public static List<NeutronPort> ports(NeutronDb db, Subnet subnet) {
    for (Port port : db.ports()) {
      port.setPayload(new PortPayload(null, Optional.empty(), -1, -1));
    }
    return new SubnetPorts(db, new RouterPayloads(db, Set.of()), false).of(subnet.id());
  }
}
