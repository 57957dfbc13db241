package org.dvrsim.datapath;

import org.dvrsim.kernel.Link;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Packet;

/**
 * What to ping and how.
 *
 * @param source the source address, null to have one chosen
 * @param device the device to send by, null for what routing says
 * @param count how many requests are sent, a second apart
 * @param waitSeconds how long the answer to the last one is waited for
 * @param dataLength bytes of data in each
 * @param broadcast whether a broadcast address may be pinged
 * @param discovery whether the requests may be split
 */
public record PingRequest(
    IpAddress destination,
    IpAddress source,
    Link device,
    int count,
    int waitSeconds,
    int dataLength,
    int ttl,
    int tos,
    int mark,
    boolean broadcast,
    PathMtuDiscovery discovery) {
  /** How much data ping sends if it isn't told. */
  public static final int DEFAULT_LENGTH = 56;

  /** Returns a single request as {@code ping -c1 -W1 DESTINATION} sends it. */
  public static PingRequest to(IpAddress destination) {
    return new PingRequest(
        destination,
        null,
        null,
        1,
        1,
        DEFAULT_LENGTH,
        Packet.DEFAULT_TTL,
        0,
        0,
        false,
        PathMtuDiscovery.WANT);
  }

  /** Returns this request sent from another source address. */
  public PingRequest from(IpAddress newSource) {
    return new PingRequest(
        destination,
        newSource,
        device,
        count,
        waitSeconds,
        dataLength,
        ttl,
        tos,
        mark,
        broadcast,
        discovery);
  }

  /** Returns this request with other data and discovery of the path's MTU. */
  public PingRequest with(int newLength, PathMtuDiscovery newDiscovery) {
    return new PingRequest(
        destination,
        source,
        device,
        count,
        waitSeconds,
        newLength,
        ttl,
        tos,
        mark,
        broadcast,
        newDiscovery);
  }
}
