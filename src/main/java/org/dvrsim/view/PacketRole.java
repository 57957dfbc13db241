package org.dvrsim.view;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dvrsim.datapath.Step;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.Packet;
import org.dvrsim.net.TcpSegment;

/** What a packet of a trace is there for. */
enum PacketRole {
  /** What was sent. */
  REQUEST("request"),
  /** What came back. */
  ANSWER("answer"),
  /** An ICMP error about another packet. */
  ERROR("error"),
  /** What completes the opening of a TCP connection. */
  ACKNOWLEDGEMENT("acknowledgement"),
  /** A question or answer about a MAC address in IPv6. */
  DISCOVERY("neighbour discovery");

  private static final int SOLICITATION = 135;
  private static final int ADVERTISEMENT = 136;

  private final String text;

  PacketRole(String text) {
    this.text = text;
  }

  /** Returns the role of each packet, by its id, in order of first sight. */
  static Map<Integer, PacketRole> of(List<Step> steps) {
    Map<Integer, PacketRole> roles = new LinkedHashMap<>();
    Packet request = null;
    for (Step step : steps) {
      if (step.packet() != null && !roles.containsKey(step.packetId())) {
        request = request == null ? step.packet() : request;
        roles.put(step.packetId(), of(step.packet(), request, roles.isEmpty()));
      }
    }
    return roles;
  }

  private static PacketRole of(Packet packet, Packet request, boolean first) {
    if (first) {
      return REQUEST;
    }
    if (packet.payload() instanceof IcmpMessage icmp) {
      boolean discovery =
          !packet.source().isV4() && (icmp.type() == SOLICITATION || icmp.type() == ADVERTISEMENT);
      return icmp.isError() ? ERROR : discovery ? DISCOVERY : ANSWER;
    }
    boolean onward =
        packet.payload() instanceof TcpSegment
            && packet.payload().sourcePort() == request.payload().sourcePort();
    return onward ? ACKNOWLEDGEMENT : ANSWER;
  }

  @Override
  public String toString() {
    return text;
  }
}
