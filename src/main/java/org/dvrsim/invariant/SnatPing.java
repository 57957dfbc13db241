package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.IpAddress;

/**
 * A packet of an instance without floating IP to its external network's gateway: its router is up
 * and does SNAT on some host, the instance sends to it what is for elsewhere, its addresses are not
 * of the external network's address scope, and no static route of the router leads another way.
 *
 * @param end the instance, and the address that it sends from
 * @param gateway the external network's
 * @param own the router's address on the external network
 */
record SnatPing(Router router, RoutedPing.End end, IpAddress gateway, IpAddress own) {
  /**
   * What became of it.
   *
   * @param source the address that the gateway saw; empty if it saw nothing
   */
  record Seen(SnatPing ping, boolean answered, Optional<IpAddress> source) {}

  /** Sends a packet of an instance on each subnet of each router. The fabric must be up to date. */
  static List<Seen> look(Cluster cluster) {
    List<Seen> seen = new ArrayList<>();
    for (SnatPing ping : of(cluster.server().db())) {
      Traffic.Request request =
          Traffic.Request.ping(ping.end.instance().name(), "outside:" + ping.gateway)
              .from(ping.end.address().address());
      Traffic.Passage passage = cluster.traffic().pass(request);
      seen.add(new Seen(ping, passage.answered(), passage.source()));
    }
    return seen;
  }

  private static List<SnatPing> of(NeutronDb db) {
    List<SnatPing> pings = new ArrayList<>();
    for (Router router : db.routers()) {
      if (router.isAdminStateUp() && router.isSnatEnabled() && router.snatHost().isPresent()) {
        router
            .gatewayPort()
            .flatMap(SnatPing::firstV4)
            .ifPresent(own -> add(router, own, db, pings));
      }
    }
    return pings;
  }

  /** Returns the address that a gateway port's packets are translated to. */
  private static Optional<PortAddress> firstV4(Port gatewayPort) {
    for (PortAddress own : gatewayPort.fixedIps()) {
      if (own.address().isV4()) {
        return Optional.of(own);
      }
    }
    return Optional.empty();
  }

  private static void add(Router router, PortAddress own, NeutronDb db, List<SnatPing> pings) {
    Optional<IpAddress> gateway = own.subnet().gatewayIp();
    if (gateway.isEmpty() || isLedElsewhere(router, gateway.get())) {
      return;
    }
    for (PortAddress inside : RoutedPing.gateways(router)) {
      if (inside.address().isV4() && isTranslated(inside.subnet(), own.subnet())) {
        for (RoutedPing.End end : RoutedPing.ends(inside.subnet(), db)) {
          IpAddress address = end.address().address();
          if (!hasFloatingIp(end, db) && !isLedElsewhere(router, address)) {
            pings.add(new SnatPing(router, end, gateway.get(), own.address()));
            break;
          }
        }
      }
    }
  }

  /** Tells whether packets change their address: not within one address scope. */
  private static boolean isTranslated(Subnet inside, Subnet outside) {
    return inside.addressScope().isEmpty() || !inside.addressScope().equals(outside.addressScope());
  }

  private static boolean hasFloatingIp(RoutedPing.End end, NeutronDb db) {
    return db.floatingIpsOf(end.instance().port()).stream()
        .anyMatch(fip -> fip.fixedAddress().equals(Optional.of(end.address().address())));
  }

  private static boolean isLedElsewhere(Router router, IpAddress address) {
    return router.routes().stream().anyMatch(route -> route.destination().contains(address));
  }
}
