package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.Instance;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.PortAddress;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.IpAddress;

/**
 * A packet of an instance to its router, or over it to an instance on another subnet: the router is
 * up and so are its interfaces, both instances send to it what is for elsewhere, no address scope
 * is between them, and no static route of the router leads another way.
 *
 * @param from the address that the instance sends from
 * @param whose who has the address {@code to}
 */
record RoutedPing(Router router, Instance instance, IpAddress from, IpAddress to, String whose) {
  /** What became of it, and of the answer. */
  record Seen(RoutedPing ping, boolean answered) {}

  /** An instance's address, on a subnet that it leaves by the router. */
  record End(Instance instance, PortAddress address) {
    String host() {
      return instance.host().orElseThrow();
    }
  }

  /**
   * Sends packets of an instance on each subnet to its gateway; and of one to another on each two
   * subnets of each router, of two on one host and of two on different ones, where there are such.
   * The fabric must be up to date.
   */
  static List<Seen> look(Cluster cluster) {
    List<Seen> seen = new ArrayList<>();
    for (RoutedPing ping : of(cluster.server().db())) {
      Traffic.Request request = Traffic.Request.ping(ping.instance.name(), ping.to.toString());
      seen.add(new Seen(ping, cluster.traffic().pass(request.from(ping.from)).answered()));
    }
    return seen;
  }

  private static List<RoutedPing> of(NeutronDb db) {
    List<RoutedPing> pings = new ArrayList<>();
    for (Router router : db.routers()) {
      if (router.isAdminStateUp()) {
        List<PortAddress> gateways = gateways(router);
        List<List<End>> ends = new ArrayList<>();
        for (PortAddress gateway : gateways) {
          ends.add(ends(gateway.subnet(), db));
        }
        for (int i = 0; i < gateways.size(); i++) {
          addOwn(router, gateways.get(i), ends.get(i), pings);
          for (int j = i + 1; j < gateways.size(); j++) {
            if (isOpen(gateways.get(i).subnet(), gateways.get(j).subnet())) {
              addOthers(router, ends.get(i), ends.get(j), pings);
            }
          }
        }
      }
    }
    return pings;
  }

  /** Returns the addresses by which a router is the gateway of a subnet. */
  static List<PortAddress> gateways(Router router) {
    List<PortAddress> gateways = new ArrayList<>();
    for (Port port : router.interfaces()) {
      for (PortAddress own : port.fixedIps()) {
        if (port.isAdminStateUp()
            && own.subnet().gatewayIp().filter(own.address()::equals).isPresent()) {
          gateways.add(own);
        }
      }
    }
    return gateways;
  }

  private static void addOwn(
      Router router, PortAddress gateway, List<End> ends, List<RoutedPing> pings) {
    if (!ends.isEmpty()) {
      End end = ends.get(0);
      pings.add(
          new RoutedPing(
              router, end.instance(), end.address().address(), gateway.address(), "its gateway"));
    }
  }

  /** Tells whether a router may take packets from one subnet to another. */
  private static boolean isOpen(Subnet one, Subnet other) {
    return one.cidr().family() == other.cidr().family()
        && one.network() != other.network()
        && one.addressScope().equals(other.addressScope());
  }

  private static void addOthers(
      Router router, List<End> firsts, List<End> seconds, List<RoutedPing> pings) {
    Optional<RoutedPing> near = Optional.empty();
    Optional<RoutedPing> far = Optional.empty();
    for (End first : firsts) {
      for (End second : seconds) {
        RoutedPing ping =
            new RoutedPing(
                router,
                first.instance(),
                first.address().address(),
                second.address().address(),
                second.instance().name());
        boolean together = first.host().equals(second.host());
        if (!ping.isLedElsewhere()) {
          near = together && near.isEmpty() ? Optional.of(ping) : near;
          far = !together && far.isEmpty() ? Optional.of(ping) : far;
        }
      }
    }
    near.ifPresent(pings::add);
    far.ifPresent(pings::add);
  }

  /** Returns the instances that leave {@code subnet} by its gateway, on hosts with an agent. */
  static List<End> ends(Subnet subnet, NeutronDb db) {
    List<End> ends = new ArrayList<>();
    for (Instance instance : db.instances()) {
      Port port = instance.port();
      if (port.network() == subnet.network()
          && port.host().flatMap(db::findAgent).isPresent()
          && port.migratingTo().isEmpty()) {
        port.fixedIps().stream()
            .filter(ip -> ip.address().family() == subnet.cidr().family())
            .findFirst()
            .filter(ip -> ip.subnet() == subnet)
            .ifPresent(ip -> ends.add(new End(instance, ip)));
      }
    }
    return ends;
  }

  private boolean isLedElsewhere() {
    return router.routes().stream()
        .anyMatch(route -> route.destination().contains(to) || route.destination().contains(from));
  }
}
