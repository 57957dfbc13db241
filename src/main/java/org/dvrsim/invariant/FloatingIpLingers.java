package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.Traffic;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.NetnsName;

/** A floating IP that is associated with nothing carries nothing. */
final class FloatingIpLingers implements TrafficInvariant {
  @Override
  public String name() {
    return "fip-lingers";
  }

  @Override
  public String consequence() {
    return "An address that was taken from an instance still leads to it, or to another one.";
  }

  @Override
  public List<Violation> check(Cluster cluster) {
    List<Violation> found = new ArrayList<>();
    for (FloatingIp floatingIp : cluster.server().db().floatingIps()) {
      IpAddress gateway = ServedFloatingIp.gateway(floatingIp).orElse(null);
      if (floatingIp.port().isPresent() || gateway == null) {
        continue;
      }
      String address = floatingIp.address().toString();
      Traffic.Report report =
          cluster.traffic().send(Traffic.Request.ping("outside:" + gateway, address));
      if (report.isAnswered()) {
        found.add(
            new Violation(
                name(),
                NetnsName.ROOT,
                List.of(address),
                "floating IP " + address + " is associated with nothing, but answers"));
      }
    }
    return found;
  }
}
