package org.dvrsim.kernel;

/**
 * How many frames a device has sent and received.
 *
 * <p>Models: include/uapi/linux/if_link.h:struct rtnl_link_stats64
 *
 * <p>Differs: counts what somebody here sends; a real device also sends reports of its multicast
 * groups and, with IPv6, router solicitations.
 */
public final class LinkCounters {
  private long receivedPackets;
  private long receivedBytes;
  private long sentPackets;
  private long sentBytes;
  private long sendDrops;
  private int carrierChanges;

  LinkCounters() {}

  /** Counts a frame that came in. */
  public void received(int bytes) {
    receivedPackets++;
    receivedBytes += bytes;
  }

  /** Counts a frame that went out. */
  public void sent(int bytes) {
    sentPackets++;
    sentBytes += bytes;
  }

  /** Counts a frame that could not go out. */
  public void sendDropped() {
    sendDrops++;
  }

  void carrierChanged() {
    carrierChanges++;
  }

  /** Returns how many frames came in. */
  public long receivedPackets() {
    return receivedPackets;
  }

  /** Returns how many bytes came in, Ethernet headers included. */
  public long receivedBytes() {
    return receivedBytes;
  }

  /** Returns how many frames went out. */
  public long sentPackets() {
    return sentPackets;
  }

  /** Returns how many bytes went out, Ethernet headers included. */
  public long sentBytes() {
    return sentBytes;
  }

  /** Returns how many frames could not go out. */
  public long sendDrops() {
    return sendDrops;
  }

  /** Returns how often the carrier came or went. */
  public int carrierChanges() {
    return carrierChanges;
  }
}
