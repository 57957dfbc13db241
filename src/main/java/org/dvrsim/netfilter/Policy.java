package org.dvrsim.netfilter;

/** What happens to a packet at the end of a base chain. */
public enum Policy {
  /** The packet goes on. */
  ACCEPT,
  /** The packet ends here. */
  DROP
}
