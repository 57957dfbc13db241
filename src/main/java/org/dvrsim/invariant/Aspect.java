package org.dvrsim.invariant;

import org.dvrsim.kernel.KernelEvent;

/** The parts of what a namespace holds that can change without each other. */
enum Aspect {
  /** Devices with their addresses. */
  LINKS(1),
  ROUTES(2),
  RULES(4),
  NEIGHBOURS(8),
  SYSCTLS(16),
  NETFILTER(32);

  private static final int ALL = 63;

  private final int bit;

  Aspect(int bit) {
    this.bit = bit;
  }

  /** Returns a set as bits. */
  static int bits(Iterable<Aspect> aspects) {
    int bits = 0;
    for (Aspect aspect : aspects) {
      bits |= aspect.bit;
    }
    return bits;
  }

  /** Returns the bits of what an event may have changed, itself or by what the kernel did then. */
  static int changedBy(KernelEvent event) {
    if (event instanceof KernelEvent.RouteChanged) {
      return ROUTES.bit;
    }
    if (event instanceof KernelEvent.RuleChanged) {
      return RULES.bit;
    }
    if (event instanceof KernelEvent.NeighbourChanged) {
      return NEIGHBOURS.bit;
    }
    if (event instanceof KernelEvent.NetfilterChanged) {
      return NETFILTER.bit;
    }
    if (event instanceof KernelEvent.SysctlChanged) {
      return SYSCTLS.bit | LINKS.bit | ROUTES.bit;
    }
    return ALL;
  }
}
