package org.dvrsim.invariant;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IpAddress;

/**
 * What becomes of packets to and from a floating IP.
 *
 * @param served whom it serves, empty if it should carry nothing or nobody can say
 * @param in a ping from the external network's gateway, empty without one
 * @param out a ping of its instance to the gateway, empty if it serves nobody
 * @param answering the hosts that answer for its address when the gateway asks; empty without one
 */
record FloatingIpTraffic(
    FloatingIp floatingIp,
    Optional<ServedFloatingIp> served,
    Optional<Traffic.Passage> in,
    Optional<Traffic.Passage> out,
    List<String> answering) {
  /** Sends packets to see; the fabric must be up to date. */
  static FloatingIpTraffic look(
      Cluster cluster, FloatingIp floatingIp, Optional<ServedFloatingIp> served) {
    Optional<IpAddress> gateway = ServedFloatingIp.gateway(floatingIp);
    Traffic traffic = cluster.traffic();
    String address = floatingIp.address().toString();
    Optional<Traffic.Passage> in =
        gateway
            .filter(g -> served.isPresent() || floatingIp.port().isEmpty())
            .map(g -> traffic.pass(Traffic.Request.ping("outside:" + g, address)));
    Optional<Traffic.Passage> out =
        served.map(
            s -> traffic.pass(Traffic.Request.ping(s.instance(), s.outside()).from(s.fixed())));
    List<String> answering =
        gateway.isEmpty() || ServedFloatingIp.isMigrating(floatingIp)
            ? List.of()
            : cluster.fabric().whoAnswers(floatingIp.network(), floatingIp.address());
    return new FloatingIpTraffic(floatingIp, served, in, out, answering);
  }

  /** Returns the namespaces that its packets passed. */
  Set<Netns> passed() {
    Set<Netns> passed = new LinkedHashSet<>();
    in.ifPresent(passage -> passed.addAll(passage.passed()));
    out.ifPresent(passage -> passed.addAll(passage.passed()));
    return passed;
  }

  /** Returns the address as text. */
  String address() {
    return floatingIp.address().toString();
  }
}
