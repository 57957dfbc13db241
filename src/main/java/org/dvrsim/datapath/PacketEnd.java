package org.dvrsim.datapath;

import org.dvrsim.kernel.Netns;
import org.dvrsim.net.Packet;

/**
 * How one packet's way ended.
 *
 * @param packetId tells packets apart
 * @param about the packet that this one answers, 0 if it answers none
 * @param netns where it ended, null if that is on a wire between hosts
 * @param cause what decided: see {@link Step}
 * @param text what happened, in a few words
 * @param packet the packet as it was then
 */
public record PacketEnd(
    int packetId,
    int about,
    Netns netns,
    Disposition how,
    Object cause,
    String text,
    Packet packet) {}
