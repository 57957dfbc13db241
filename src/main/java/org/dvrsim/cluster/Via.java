package org.dvrsim.cluster;

import java.util.Locale;

/** By which way a packet reached its destination. */
public enum Via {
  /** Through a fip namespace: by a floating IP of its host. */
  FIP,
  /** Through a snat namespace: by the network node. */
  SNAT,
  /** Through routers' own namespaces at most. */
  DIRECT,
  /** Not at all, or the answer did not come back. */
  NONE;

  /**
   * Reads a word such as {@code fip}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static Via parse(String text) {
    for (Via via : values()) {
      if (via.toString().equals(text)) {
        return via;
      }
    }
    throw new IllegalArgumentException("not a way: " + text);
  }

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
