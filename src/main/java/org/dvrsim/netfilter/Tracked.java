package org.dvrsim.netfilter;

/**
 * What connection tracking says about one packet.
 *
 * @param entry the connection, null if the packet belongs to none
 * @param isReply whether the packet goes against the direction of the first one
 */
public record Tracked(ConntrackEntry entry, boolean isReply, CtState state) {
  /** A packet that belongs to no connection and can't begin one, or wasn't looked at. */
  public static final Tracked INVALID = new Tracked(null, false, CtState.INVALID);

  /** A packet that a rule excluded from tracking. */
  public static final Tracked UNTRACKED = new Tracked(null, false, CtState.UNTRACKED);

  /** Returns what matches see of the connection, null if there is none. */
  public Connection connection() {
    return entry == null ? null : entry.view(isReply);
  }
}
