package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.Port;
import org.dvrsim.cluster.Router;
import org.dvrsim.kernel.Netns;

/**
 * What becomes of packets in a cluster, as the invariants of traffic look at it.
 *
 * <p>{@link #update} sends packets only for those floating IPs for which something moved: what the
 * server knows of them, who is on the external network, or anything that matters to IPv4 in a
 * namespace that their packets passed or that hears who asks for their address. So it can be called
 * after every step.
 */
public final class TrafficView {
  /** What the server knows that a floating IP's packets depend on. */
  private record Wish(
      Optional<Port> port,
      Optional<String> host,
      boolean migrating,
      boolean portSecurity,
      int floatingIpsOfPort,
      Optional<Router> router,
      boolean up,
      Optional<Network> externalNetwork,
      Optional<?> gateway,
      Optional<ServedFloatingIp> served) {}

  /** What was seen, under which circumstances. */
  private record Seen(Wish wish, Set<Netns> attached, Set<Netns> passed, FloatingIpTraffic what) {}

  private final Cluster cluster;
  private final Map<FloatingIp, Seen> known = new HashMap<>();
  private final Map<Netns, PacketPath> paths = new HashMap<>();
  private List<FloatingIpTraffic> floatingIps = List.of();
  private List<RoutedPing.Seen> routedPings = List.of();
  private List<SnatPing.Seen> snatPings = List.of();
  private long looks;

  /** Builds a view that has seen nothing yet. */
  public TrafficView(Cluster cluster) {
    this.cluster = cluster;
  }

  /** Returns the cluster. */
  Cluster cluster() {
    return cluster;
  }

  /** Returns how many floating IPs were looked at with packets so far. */
  public long looks() {
    return looks;
  }

  /** Returns what is seen of each floating IP, in the order in which they were created. */
  List<FloatingIpTraffic> floatingIps() {
    return floatingIps;
  }

  /** Returns what is seen of packets that instances send to their routers and over them. */
  List<RoutedPing.Seen> routedPings() {
    return routedPings;
  }

  /** Returns what is seen of packets that instances without floating IP send outside. */
  List<SnatPing.Seen> snatPings() {
    return snatPings;
  }

  /** Looks again where something moved since the last time. */
  public void update() {
    cluster.fabric().refresh();
    Map<Network, Set<Netns>> attached = new LinkedHashMap<>();
    known.keySet().retainAll(cluster.server().db().floatingIps());
    for (FloatingIp floatingIp : cluster.server().db().floatingIps()) {
      Set<Netns> on = attached(floatingIp.network(), attached);
      Wish wish = wish(floatingIp);
      Seen seen = known.get(floatingIp);
      if (seen == null || !seen.wish.equals(wish) || !seen.attached.equals(on) || moved(seen)) {
        known.put(floatingIp, look(floatingIp, wish));
      }
    }
    routedPings = RoutedPing.look(cluster);
    snatPings = SnatPing.look(cluster);
    takeNote();
  }

  private Set<Netns> attached(Network network, Map<Network, Set<Netns>> found) {
    return found.computeIfAbsent(network, n -> cluster.fabric().attached(n));
  }

  /**
   * Takes note of what is the case now. What the packets themselves taught the namespaces on their
   * way is no news, nor are the hosts outside that came to be when packets were sent to them.
   */
  private void takeNote() {
    List<FloatingIpTraffic> all = new ArrayList<>();
    Map<Network, Set<Netns>> attached = new LinkedHashMap<>();
    Set<Netns> involved = new LinkedHashSet<>();
    for (FloatingIp floatingIp : cluster.server().db().floatingIps()) {
      Seen seen = known.get(floatingIp);
      Set<Netns> on = attached(floatingIp.network(), attached);
      known.put(floatingIp, new Seen(seen.wish, on, seen.passed, seen.what));
      all.add(seen.what);
      involved.addAll(on);
      involved.addAll(seen.passed);
    }
    floatingIps = Collections.unmodifiableList(all);
    paths.keySet().retainAll(involved);
    for (Netns netns : involved) {
      PacketPath path = paths.get(netns);
      if (path == null) {
        paths.put(netns, new PacketPath(netns));
      } else {
        path.update();
      }
    }
  }

  private Seen look(FloatingIp floatingIp, Wish wish) {
    looks++;
    FloatingIpTraffic what =
        FloatingIpTraffic.look(cluster, floatingIp, ServedFloatingIp.of(cluster, floatingIp));
    return new Seen(wish, Set.of(), what.passed(), what);
  }

  private boolean moved(Seen seen) {
    return moved(seen.attached) || moved(seen.passed);
  }

  private boolean moved(Set<Netns> namespaces) {
    for (Netns netns : namespaces) {
      PacketPath path = paths.get(netns);
      if (path == null || path.hasChanged()) {
        return true;
      }
    }
    return false;
  }

  private Wish wish(FloatingIp floatingIp) {
    Optional<Port> port = floatingIp.port();
    Optional<Router> router = floatingIp.router();
    return new Wish(
        port,
        port.flatMap(Port::host),
        ServedFloatingIp.isMigrating(floatingIp),
        port.map(Port::isPortSecurity).orElse(true),
        port.map(p -> cluster.server().db().floatingIpsOf(p).size()).orElse(0),
        router,
        router.map(Router::isAdminStateUp).orElse(false),
        router.flatMap(Router::externalNetwork),
        ServedFloatingIp.gateway(floatingIp),
        ServedFloatingIp.of(cluster, floatingIp));
  }
}
