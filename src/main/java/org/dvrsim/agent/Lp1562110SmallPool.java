package org.dvrsim.agent;

import java.nio.file.Path;
import org.dvrsim.net.IpPrefix;

/**
 * lp-1562110, repaired in 7b1b8c2d (2016-04-06): links' addresses were picked from a pool of 256
 * pairs, where today's has 8192.
 *
 * <p>Here it has two: what happens when pairs run out does not depend on how many there are, and
 * clouds of a few routers are enough to see it.
 *
 * <p>Symptom: no more routers find room on a host than the pool has pairs.
 */
final class Lp1562110SmallPool extends LinkLocalAllocator {
  private static final IpPrefix FORMER_POOL = IpPrefix.parse("169.254.31.28/30");

  Lp1562110SmallPool(HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy) {
    super(host, stateFile, FORMER_POOL, policy);
  }

  static void into(AgentParts parts) {
    parts.localSubnets.become(Lp1562110SmallPool::new);
  }
}
