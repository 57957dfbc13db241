package org.dvrsim.net;

/** What an IP packet carries, as far as routers and filters look at it. */
public sealed interface Payload
    permits Fragment, IcmpMessage, OtherPayload, TcpSegment, UdpDatagram {
  /** The protocol number of ICMP. */
  int ICMP = 1;

  /** The protocol number of TCP. */
  int TCP = 6;

  /** The protocol number of UDP. */
  int UDP = 17;

  /** The protocol number of ICMPv6. */
  int ICMPV6 = 58;

  /** Returns the number of the protocol. */
  int protocol();

  /** Returns the length in bytes, headers of the protocol included. */
  int length();

  /** Returns the source port, -1 for protocols without ports. */
  default int sourcePort() {
    return -1;
  }

  /** Returns the destination port, -1 for protocols without ports. */
  default int destinationPort() {
    return -1;
  }

  /** Returns this with another source port, or ICMP identifier; itself if there is neither. */
  default Payload withSourcePort(int port) {
    return this;
  }

  /** Returns this with another destination port; itself if there is none. */
  default Payload withDestinationPort(int port) {
    return this;
  }
}
