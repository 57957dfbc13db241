package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;

/**
 * A tracked connection: the tuples of its two directions and what is known about it.
 *
 * <p>Models: include/net/netfilter/nf_conntrack.h:struct nf_conn
 */
public final class ConntrackEntry {
  private final Conntrack table;
  private final ConntrackTuple original;
  private final Direction originalView = new Direction(false);
  private final Direction replyView = new Direction(true);
  private ConntrackTuple reply;
  private TcpState tcpState = TcpState.NONE;
  private long expires;
  private long streamSince;
  private int mark;
  private int masqueradeIfindex;
  private boolean sourceTranslated;
  private boolean destinationTranslated;
  private boolean sourceDone;
  private boolean destinationDone;
  private boolean seenReply;
  private boolean assured;
  private boolean confirmed;

  ConntrackEntry(Conntrack table, ConntrackTuple original, ConntrackTuple reply) {
    this.table = table;
    this.original = original;
    this.reply = reply;
  }

  /** Returns what packets of the first one's direction carry before translation. */
  public ConntrackTuple original() {
    return original;
  }

  /** Returns what answers carry before they are translated back. */
  public ConntrackTuple reply() {
    return reply;
  }

  /** Returns the tuple of one direction. */
  public ConntrackTuple tuple(boolean ofReply) {
    return ofReply ? reply : original;
  }

  /** Returns what matches see of this in a packet of one direction. */
  public Connection view(boolean ofReply) {
    return ofReply ? replyView : originalView;
  }

  /** Returns the connection's mark. */
  public int mark() {
    return mark;
  }

  /** Sets the connection's mark. */
  public void setMark(int newMark) {
    mark = newMark;
  }

  /** Returns the state if this is of TCP. */
  public TcpState tcpState() {
    return tcpState;
  }

  void setTcpState(TcpState state) {
    tcpState = state;
  }

  /** Tells whether packets were seen in both directions. */
  public boolean isSeenReply() {
    return seenReply;
  }

  void setSeenReply() {
    seenReply = true;
  }

  /** Tells whether it is not thrown out early. */
  public boolean isAssured() {
    return assured;
  }

  void setAssured() {
    assured = true;
  }

  /** Tells whether its first packet passed all hooks. */
  public boolean isConfirmed() {
    return confirmed;
  }

  void setConfirmed(boolean value) {
    confirmed = value;
  }

  /** Tells whether the first packet's source is translated. */
  public boolean isSourceTranslated() {
    return sourceTranslated;
  }

  /** Tells whether the first packet's destination is translated. */
  public boolean isDestinationTranslated() {
    return destinationTranslated;
  }

  /** Tells whether it is settled what becomes of the source, or of the destination. */
  public boolean isNatDone(boolean ofSource) {
    return ofSource ? sourceDone : destinationDone;
  }

  void translated(boolean ofSource, ConntrackTuple newReply) {
    reply = newReply;
    if (ofSource) {
      sourceTranslated = true;
    } else {
      destinationTranslated = true;
    }
  }

  void natDone(boolean ofSource) {
    if (ofSource) {
      sourceDone = true;
    } else {
      destinationDone = true;
    }
  }

  /** Returns the device that MASQUERADE took the address of, 0 if there is none. */
  public int masqueradeIfindex() {
    return masqueradeIfindex;
  }

  /** Notes the device that MASQUERADE took the address of. */
  public void setMasqueradeIfindex(int ifindex) {
    masqueradeIfindex = ifindex;
  }

  /** Returns the nanosecond of virtual time at which it expires. */
  long expires() {
    return expires;
  }

  void setExpires(long nanos) {
    expires = nanos;
  }

  /** Returns the nanosecond from which a UDP connection counts as a stream. */
  long streamSince() {
    return streamSince;
  }

  void setStreamSince(long nanos) {
    streamSince = nanos;
  }

  /** Returns the seconds until it expires. */
  public long remainingSeconds() {
    return Math.max(0, (expires - table.now()) / Conntrack.SECOND);
  }

  /** Returns what conntrack(8) shows of the two directions. */
  @Override
  public String toString() {
    return original + " " + reply;
  }

  /** What packets of one direction see. */
  private final class Direction implements Connection {
    private final boolean ofReply;

    Direction(boolean ofReply) {
      this.ofReply = ofReply;
    }

    @Override
    public int mark() {
      return mark;
    }

    @Override
    public boolean isSourceTranslated() {
      return sourceTranslated;
    }

    @Override
    public boolean isDestinationTranslated() {
      return destinationTranslated;
    }

    @Override
    public boolean isReplyDirection() {
      return ofReply;
    }

    @Override
    public IpAddress address(boolean replySide, boolean source) {
      ConntrackTuple tuple = tuple(replySide);
      return source ? tuple.source() : tuple.destination();
    }

    @Override
    public int port(boolean replySide, boolean source) {
      ConntrackTuple tuple = tuple(replySide);
      return source ? tuple.sourcePort() : tuple.destinationPort();
    }

    @Override
    public int protocol() {
      return original.protocol();
    }

    @Override
    public boolean isSeenReply() {
      return seenReply;
    }

    @Override
    public boolean isAssured() {
      return assured;
    }

    @Override
    public boolean isConfirmed() {
      return confirmed;
    }

    @Override
    public boolean isExpected() {
      return false;
    }

    @Override
    public long remainingSeconds() {
      return ConntrackEntry.this.remainingSeconds();
    }
  }
}
