package org.dvrsim.netfilter;

/**
 * What connection tracking says about a packet.
 *
 * <p>Models: include/uapi/linux/netfilter/nf_conntrack_common.h:enum ip_conntrack_info; INVALID
 * also stands for a packet that tracking has not seen yet, as in the raw table.
 */
public enum CtState {
  /** Belongs to no connection and can't begin one. */
  INVALID(1),
  /** Of a connection that was answered, in either direction. */
  ESTABLISHED(1 << 1),
  /** Begins a connection that another one expects, or is an error about one. */
  RELATED(1 << 2),
  /** Of a connection that nobody answered yet. */
  NEW(1 << 3),
  /** Excluded from tracking. */
  UNTRACKED(1 << 6);

  private final int bit;

  CtState(int bit) {
    this.bit = bit;
  }

  /** Returns the state's bit in the mask of the conntrack match. */
  int bit() {
    return bit;
  }
}
