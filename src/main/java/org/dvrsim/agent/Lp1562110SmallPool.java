package org.dvrsim.agent;

import java.nio.file.Path;
import org.dvrsim.net.IpPrefix;

/**
 * lp-1562110, repaired in 7b1b8c2d (2016-04-06): links' addresses were picked from a network of
 * 256.
 *
 * <p>Symptom: no more than 128 routers find room on a host.
 */
final class Lp1562110SmallPool extends LinkLocalAllocator {
  private static final IpPrefix FORMER_POOL = IpPrefix.parse("169.254.31.0/24");

  Lp1562110SmallPool(HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy) {
    super(host, stateFile, FORMER_POOL, policy);
  }

  static void into(AgentParts parts) {
    parts.localSubnets.become(Lp1562110SmallPool::new);
  }
}
