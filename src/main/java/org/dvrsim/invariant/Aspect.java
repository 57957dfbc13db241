package org.dvrsim.invariant;

import org.dvrsim.kernel.KernelEvent;

/** The parts of what a namespace holds that can change without each other. */
enum Aspect {
  /** Devices, but for their addresses. */
  LINKS(1),
  ROUTES(2),
  RULES(4),
  NEIGHBOURS(8),
  SYSCTLS(16),
  NETFILTER(32),
  ADDRESSES(64);

  private static final int ALL = 127;

  private final int bit;

  Aspect(int bit) {
    this.bit = bit;
  }

  /** Returns the aspect as bits. */
  int bits() {
    return bit;
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
      return SYSCTLS.bit | LINKS.bit | ADDRESSES.bit | ROUTES.bit;
    }
    if (event instanceof KernelEvent.LinkChanged) {
      return LINKS.bit | ADDRESSES.bit | ROUTES.bit | NEIGHBOURS.bit | SYSCTLS.bit;
    }
    if (event instanceof KernelEvent.AddressChanged) {
      return ADDRESSES.bit | ROUTES.bit | NEIGHBOURS.bit;
    }
    return ALL;
  }
}
