package org.dvrsim.netfilter;

import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.MacAddress;

/** What matches look at in a packet on its way through one hook. */
public interface PacketView {
  /** Returns the source address as it now is. */
  IpAddress source();

  /** Returns the destination address as it now is. */
  IpAddress destination();

  /** Returns the number of the protocol above IP. */
  int protocol();

  /** Returns the source port of TCP, UDP, SCTP, DCCP; -1 for other protocols. */
  int sourcePort();

  /** Returns the destination port, -1 for protocols without ports. */
  int destinationPort();

  /** Returns the TCP flags byte (FIN is 1, SYN 2, RST 4, PSH 8, ACK 16, URG 32), 0 if not TCP. */
  int tcpFlags();

  /** Returns the ICMP or ICMPv6 type, -1 for other protocols. */
  int icmpType();

  /** Returns the ICMP or ICMPv6 code, -1 for other protocols. */
  int icmpCode();

  /** Returns the device by which the packet came, null if this host sent it. */
  IfName in();

  /** Returns the device by which the packet will leave, null if that isn't decided or it won't. */
  IfName out();

  /** Returns the packet's mark. */
  int mark();

  /** Returns the MAC address it came from, null if this host sent it. */
  MacAddress sourceMac();

  /** Returns the length of the IP packet in bytes. */
  int length();

  /** Returns the time to live, or hop limit. */
  int ttl();

  /** Tells whether it is the second or a later part of a split packet. */
  boolean isLaterFragment();

  /** Returns what connection tracking says about the packet. */
  CtState ctState();

  /** Returns the tracked connection, null if the packet belongs to none. */
  Connection connection();
}
