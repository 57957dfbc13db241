package org.dvrsim.cli;

import org.dvrsim.base.SimRandom;
import org.dvrsim.kernel.MacSource;
import org.dvrsim.net.IfName;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;

/** Draws locally administered unicast addresses from a seed, as the kernel draws its own. */
final class SeededMacs implements MacSource {
  private final SimRandom random;

  SeededMacs(long seed) {
    this.random = new SimRandom(seed).fork("macs");
  }

  @Override
  public MacAddress next(NetnsName netns, IfName name) {
    long bits = random.nextLong() & 0xffff_ffff_ffffL;
    return new MacAddress((bits & ~0x0100_0000_0000L) | 0x0200_0000_0000L);
  }
}
