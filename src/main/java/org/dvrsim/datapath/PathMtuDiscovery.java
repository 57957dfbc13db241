package org.dvrsim.datapath;

/**
 * Whether a program lets its packets be split.
 *
 * <p>Models: include/uapi/linux/in.h:IP_PMTUDISC_*
 */
public enum PathMtuDiscovery {
  /** Splits here what is too long; nobody else may split anything that isn't (the default). */
  WANT,
  /** Refuses to send what is too long for the path as it is known. */
  DO,
  /** Refuses to send what is too long for the device, whatever is known of the path. */
  PROBE,
  /** Anybody may split it. */
  DONT;

  /** Tells whether a packet that fits, or not, is sent with leave for nobody to split it. */
  boolean keepsWhole(boolean fits) {
    return this == DO || this == PROBE || (this == WANT && fits);
  }

  /** Tells whether a packet that doesn't fit is not sent at all. */
  boolean refuses() {
    return this == DO || this == PROBE;
  }
}
