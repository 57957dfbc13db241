package org.dvrsim.agent;

import java.nio.file.Path;
import org.dvrsim.net.IpInterface;
import org.dvrsim.net.IpPrefix;

/**
 * lp-1490380, repaired in 6324f7f2 (2015-08-31): the second address of a pair was taken to be the
 * network's broadcast address, which one of two addresses does not have.
 *
 * <p>Symptom: links to the fip namespace cannot be made.
 */
final class Lp1490380PairWithoutPeer extends LinkLocalAllocator {
  Lp1490380PairWithoutPeer(
      HostAccess host, Path stateFile, IpPrefix subnet, AllocationPolicy policy) {
    super(host, stateFile, subnet, policy, Pair::new);
  }

  static void into(AgentParts parts) {
    parts.localSubnets.become(Lp1490380PairWithoutPeer::new);
  }

  private static final class Pair extends LinkLocalAddressPair {
    Pair(IpInterface net) {
      super(net);
    }

    @Override
    IpInterface fip2Rtr() {
      throw new AddrFormatError("invalid IPNetwork None/31");
    }
  }
}
