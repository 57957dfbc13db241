package org.dvrsim.kernel;

import java.util.Locale;

/**
 * What a route may say about the path to its destination, in the order of their numbers.
 *
 * <p>Models: include/uapi/linux/rtnetlink.h:RTAX_*
 */
public enum RouteMetric {
  /** The path MTU in bytes. */
  MTU,
  /** The TCP window. */
  WINDOW,
  /** The round trip time, in eighths of milliseconds. */
  RTT,
  /** Its variance, in quarters of milliseconds. */
  RTTVAR,
  /** The slow start threshold. */
  SSTHRESH,
  /** The congestion window. */
  CWND,
  /** The maximum segment size told to peers. */
  ADVMSS,
  /** How much reordering is allowed. */
  REORDERING,
  /** The hop limit. */
  HOPLIMIT,
  /** The first congestion window. */
  INITCWND,
  /** Bits of features. */
  FEATURES,
  /** The least retransmission time, in milliseconds. */
  RTO_MIN,
  /** The first receive window. */
  INITRWND,
  /** Whether to acknowledge at once. */
  QUICKACK,
  /** Whether to do without cookies of TCP fast open. */
  FASTOPEN_NO_COOKIE;

  private static final long MAX_MTU = 65520;
  private static final long MAX_ADVMSS = 65495;

  /**
   * Returns the value that the kernel keeps of one that is sent.
   *
   * <p>Models: net/ipv4/metrics.c:ip_metrics_convert()
   */
  long kept(long value) {
    return switch (this) {
      case MTU -> Math.min(value, MAX_MTU);
      case ADVMSS -> Math.min(value, MAX_ADVMSS);
      case HOPLIMIT -> Math.min(value, 255);
      default -> value;
    };
  }

  /** Returns the name that iproute2 has for it. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
