package org.dvrsim.netfilter;

/** What a target, or a whole table, decides about a packet. */
public enum HookVerdict {
  /** Of a target: the next rule is tried. */
  CONTINUE,
  /** The packet goes on to the next table or hook. */
  ACCEPT,
  /** The packet ends here. */
  DROP
}
