package org.dvrsim.netfilter;

/**
 * A place in a packet's way where base chains are called, in the kernel's order.
 *
 * <p>Models: include/uapi/linux/netfilter.h:enum nf_inet_hooks
 */
public enum Hook {
  /** Received, before routing. */
  PREROUTING,
  /** For this host. */
  INPUT,
  /** Routed to another host. */
  FORWARD,
  /** Sent by this host. */
  OUTPUT,
  /** About to leave. */
  POSTROUTING;

  static final int ALL = 0b11111;

  /** Returns this hook's bit in a mask of hooks. */
  int bit() {
    return 1 << ordinal();
  }

  static int mask(Hook... hooks) {
    int mask = 0;
    for (Hook hook : hooks) {
      mask |= hook.bit();
    }
    return mask;
  }
}
