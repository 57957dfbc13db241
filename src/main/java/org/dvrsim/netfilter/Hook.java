package org.dvrsim.netfilter;

/**
 * A place in a packet's way where base chains are called, in the kernel's order.
 *
 * <p>Models: include/uapi/linux/netfilter.h:enum nf_inet_hooks
 */
public enum Hook {
  /** Received, before routing. */
  PREROUTING(1),
  /** For this host. */
  INPUT(1 << 1),
  /** Routed to another host. */
  FORWARD(1 << 2),
  /** Sent by this host. */
  OUTPUT(1 << 3),
  /** About to leave. */
  POSTROUTING(1 << 4);

  static final int ALL = 0b11111;

  private final int bit;

  Hook(int bit) {
    this.bit = bit;
  }

  /** Returns this hook's bit in a mask of hooks. */
  int bit() {
    return bit;
  }

  static int mask(Hook... hooks) {
    int mask = 0;
    for (Hook hook : hooks) {
      mask |= hook.bit();
    }
    return mask;
  }
}
