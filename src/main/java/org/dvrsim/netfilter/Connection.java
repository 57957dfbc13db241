package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;

/** What matches look at in a tracked connection. */
public interface Connection {
  /** Returns the connection's mark. */
  int mark();

  /** Tells whether its source address or port is translated. */
  boolean isSourceTranslated();

  /** Tells whether its destination address or port is translated. */
  boolean isDestinationTranslated();

  /** Tells whether the packet at hand goes against the direction of the first one. */
  boolean isReplyDirection();

  /** Returns one end of the connection as the packets of one direction carry it. */
  IpAddress address(boolean reply, boolean source);

  /** Returns a port of the connection as the packets of one direction carry it, or ICMP's id. */
  int port(boolean reply, boolean source);

  /** Returns the protocol number. */
  int protocol();

  /** Tells whether packets were seen in both directions. */
  boolean isSeenReply();

  /** Tells whether the connection is assured: it is not thrown out early. */
  boolean isAssured();

  /** Tells whether its first packet passed all hooks. */
  boolean isConfirmed();

  /** Tells whether another connection expected this one. */
  boolean isExpected();

  /** Returns the seconds until it expires. */
  long remainingSeconds();
}
