package org.dvrsim.cluster;

/** What may happen to messages on their way to a host. */
public enum MessageFault {
  /** They arrive. */
  NONE,
  /** They are lost; the host is not settled from then on. */
  LOST,
  /** They arrive twice. */
  TWICE,
  /** They arrive after those of the next delivery; the host is not settled from then on. */
  LATE,
  /** They arrive the last first; the host is not settled from then on. */
  REVERSED
}
