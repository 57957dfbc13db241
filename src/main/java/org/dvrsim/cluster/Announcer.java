package org.dvrsim.cluster;

import org.dvrsim.ops.Announce;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.OpObserver;
import org.dvrsim.ops.TraceEntry;

/** Lets the fabric hear when an agent announces an address of its host. */
final class Announcer implements OpObserver {
  private final Host host;
  private final Fabric fabric;

  Announcer(Host host, Fabric fabric) {
    this.host = host;
    this.fabric = fabric;
  }

  @Override
  public void executed(TraceEntry entry) {
    if (entry.op() instanceof Announce announce && entry.refusal().isEmpty()) {
      host.kernel()
          .find(announce.netns())
          .flatMap(netns -> netns.link(announce.device()))
          .ifPresent(link -> fabric.announced(link, announce.address()));
    }
  }
}
