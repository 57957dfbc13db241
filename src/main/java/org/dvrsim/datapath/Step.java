package org.dvrsim.datapath;

import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.Packet;

/**
 * One thing that happened to a packet on its way.
 *
 * @param packetId tells the packets of a trace apart, in order of their making
 * @param in the device it came by, null if it was made here
 * @param out the device it is to leave by, null if that isn't settled
 * @param table the table of the packet filter, null outside of it
 * @param chain the chain, null outside of the packet filter
 * @param cause what decided: a chain's rule, a route lookup's result, a neighbour; null if nothing
 *     that somebody configured
 * @param text what happened, in a few words
 * @param packet the packet after the step, null if this is somebody's answer to the question for a
 *     MAC address that the packet needs
 * @param end how the packet's way ended, null if it goes on
 */
public record Step(
    int packetId,
    Kind kind,
    Netns netns,
    Link in,
    Link out,
    String table,
    String chain,
    Object cause,
    String text,
    Packet packet,
    int mark,
    Disposition end) {
  /** What kind of thing happened. */
  public enum Kind {
    /** A program or the kernel made the packet. */
    SEND,
    /** It came in by a device. */
    RECEIVE,
    /** A rule of the packet filter matched. */
    RULE,
    /** A chain's policy decided. */
    POLICY,
    /** Connection tracking classified it. */
    CONNTRACK,
    /** Addresses or ports were translated. */
    NAT,
    /** A route was looked up. */
    ROUTE,
    /** It was split, or put together. */
    FRAGMENT,
    /** The next hop's MAC address was found, or asked for. */
    NEIGHBOUR,
    /** It left by a device. */
    TRANSMIT,
    /** Its way ended. */
    END
  }
}
