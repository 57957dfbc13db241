package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.NeutronServer;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;

/**
 * The truth of a simulated server, asked anew whenever something in its database has changed.
 *
 * <p>Routers are asked for by their ids: a host to which an instance migrates is told of its router
 * then, and not when it asks for all that it should have.
 */
public final class NeutronTruth implements ServerTruth {
  private final NeutronServer server;
  private final String host;
  private final AgentMode mode;
  private List<NeutronRouter> routers = List.of();
  private long routersVersion = -1;
  private final List<Port> portsHere = new ArrayList<>();
  private long portsHereVersion = -1;

  /** Builds the truth for {@code host}, whose agent runs in {@code mode}. */
  public NeutronTruth(NeutronServer server, String host, AgentMode mode) {
    this.server = server;
    this.host = host;
    this.mode = mode;
  }

  @Override
  public long version() {
    return server.db().version();
  }

  @Override
  public String host() {
    return host;
  }

  @Override
  public AgentMode mode() {
    return mode;
  }

  @Override
  public List<NeutronRouter> routers() {
    if (routersVersion != version()) {
      List<String> ids = new ArrayList<>();
      for (Router router : server.db().routers()) {
        ids.add(router.id());
      }
      routers = ids.isEmpty() ? List.of() : server.syncRouters(host, ids);
      routersVersion = version();
    }
    return routers;
  }

  @Override
  public boolean isNeeded(String routerId) {
    Router router = server.db().findRouterById(routerId).orElseThrow();
    if (router.gatewayPort().isPresent() && router.snatHost().equals(Optional.of(host))) {
      return true;
    }
    for (Port port : portsHere()) {
      if (sharesSubnet(router, port)) {
        return true;
      }
    }
    return false;
  }

  /** Returns the ports of the instances that are here, or are to be. */
  private List<Port> portsHere() {
    if (portsHereVersion != version()) {
      portsHere.clear();
      Optional<String> thisHost = Optional.of(host);
      for (Instance instance : server.db().instances()) {
        Port port = instance.port();
        if (port.host().equals(thisHost) || port.migratingTo().equals(thisHost)) {
          portsHere.add(port);
        }
      }
      portsHereVersion = version();
    }
    return portsHere;
  }

  private static boolean sharesSubnet(Router router, Port port) {
    for (Port own : router.interfaces()) {
      for (PortAddress ip : own.fixedIps()) {
        for (PortAddress other : port.fixedIps()) {
          if (ip.subnet() == other.subnet()) {
            return true;
          }
        }
      }
    }
    return false;
  }

  @Override
  public long portsVersion() {
    return server.db().portsVersion();
  }

  @Override
  public List<NeutronPort> portsBySubnet(String subnetId) {
    return server.portsBySubnet(subnetId);
  }

  @Override
  public boolean isExternalNetworkUsed(String networkId) {
    for (Router router : server.db().routers()) {
      if (router.externalNetwork().filter(net -> net.id().equals(networkId)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public boolean isFree(String floatingIpId) {
    Optional<FloatingIp> fip = server.db().findFloatingIpById(floatingIpId);
    return fip.isPresent() && fip.get().port().isEmpty();
  }

  @Override
  public String floatingIpStatus(String floatingIpId) {
    Optional<FloatingIp> fip = server.db().findFloatingIpById(floatingIpId);
    return fip.isPresent() ? fip.get().status() : "";
  }

  @Override
  public boolean isStatusFromHere(String floatingIpId) {
    for (FloatingIp fip : server.db().floatingIps()) {
      if (fip.id().equals(floatingIpId)) {
        return fip.statusFrom().equals(host);
      }
    }
    return false;
  }
}
