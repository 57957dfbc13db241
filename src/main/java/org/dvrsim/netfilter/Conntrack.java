package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.dvrsim.base.SimClock;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.Packet;
import org.dvrsim.net.TcpSegment;

/**
 * The connections of one network namespace, of both address families.
 *
 * <p>A packet is looked up when it comes in ({@link #track}); the first one of a connection makes
 * an entry that nobody else finds until the packet has passed its last hook ({@link #confirm}).
 * Entries disappear when virtual time reaches their timeout.
 *
 * <p>Models: net/netfilter/nf_conntrack_core.c, nf_conntrack_proto_icmp.c,
 * nf_conntrack_proto_icmpv6.c, nf_conntrack_proto_udp.c, nf_conntrack_proto_tcp.c,
 * nf_conntrack_proto_generic.c with their default timeouts. Left out: zones, helpers, expectations.
 */
public final class Conntrack {
  static final long SECOND = 1_000_000_000L;

  private static final int ICMP_SECONDS = 30;
  private static final int UDP_SECONDS = 30;
  private static final int UDP_STREAM_SECONDS = 120;
  private static final int GENERIC_SECONDS = 600;

  /** A UDP connection is a stream after it was used for two seconds. */
  private static final int UDP_STREAM_AFTER_SECONDS = 2;

  /** Expired entries are thrown out when so many new ones were made. */
  private static final int COLLECT_EVERY = 4096;

  private final SimClock clock;

  /** Both tuples of every confirmed entry, in the order in which they were confirmed. */
  private final Map<ConntrackTuple, ConntrackEntry> byTuple = new LinkedHashMap<>();

  private boolean tcpLoose = true;
  private int untilCollection = COLLECT_EVERY;

  /** Makes an empty table whose entries age by {@code clock}. */
  public Conntrack(SimClock clock) {
    this.clock = clock;
  }

  long now() {
    return clock.now().nanos();
  }

  /** Sets whether a TCP connection may begin with a segment that isn't a SYN. */
  public void setTcpLoose(boolean loose) {
    tcpLoose = loose;
  }

  /** Returns the connections that haven't expired, the oldest first. */
  public List<ConntrackEntry> entries() {
    List<ConntrackEntry> list = new ArrayList<>();
    byTuple.forEach(
        (tuple, entry) -> {
          if (!isExpired(entry) && tuple.equals(entry.original())) {
            list.add(entry);
          }
        });
    return list;
  }

  /** Removes the connections that {@code which} selects and returns how many there were. */
  public int remove(Predicate<ConntrackEntry> which) {
    int count = 0;
    for (ConntrackEntry entry : entries()) {
      if (which.test(entry)) {
        remove(entry);
        count++;
      }
    }
    return count;
  }

  /** Removes one connection. */
  public void remove(ConntrackEntry entry) {
    byTuple.remove(entry.original(), entry);
    byTuple.remove(entry.reply(), entry);
    entry.setConfirmed(false);
  }

  /** Returns the connection one of whose tuples is {@code tuple}, null if there is none. */
  public ConntrackEntry find(ConntrackTuple tuple) {
    ConntrackEntry entry = byTuple.get(tuple);
    if (entry != null && isExpired(entry)) {
      remove(entry);
      return null;
    }
    return entry;
  }

  private boolean isExpired(ConntrackEntry entry) {
    return entry.expires() <= now();
  }

  /**
   * Returns what is known about {@code packet}, making an entry if it begins a connection.
   *
   * <p>Models: nf_conntrack_core.c:nf_conntrack_in()
   */
  public Tracked track(Packet packet) {
    if (packet.payload() instanceof IcmpMessage icmp) {
      if (icmp.isError()) {
        return trackError(packet, icmp);
      }
      if (isUntracked(icmp)) {
        return Tracked.UNTRACKED;
      }
    }
    ConntrackTuple tuple = ConntrackTuple.of(packet);
    ConntrackEntry entry = find(tuple);
    if (entry != null && isReopened(entry, packet, tuple)) {
      remove(entry);
      entry = null;
    }
    if (entry == null) {
      ConntrackTuple inverted = tuple.inverted();
      if (inverted == null) {
        return Tracked.INVALID;
      }
      entry = new ConntrackEntry(this, tuple, inverted);
    }
    boolean reply = !tuple.equals(entry.original());
    CtState state = reply || entry.isSeenReply() ? CtState.ESTABLISHED : CtState.NEW;
    if (!seen(entry, packet, reply, state)) {
      return Tracked.INVALID;
    }
    if (reply) {
      entry.setSeenReply();
    }
    return new Tracked(entry, reply, state);
  }

  /** Neighbour discovery and its like belong to no connection. */
  private static boolean isUntracked(IcmpMessage icmp) {
    return icmp.protocol() == Protocols.ICMPV6 && icmp.type() >= 130 && icmp.type() <= 137;
  }

  /** Models: nf_conntrack_core.c:nf_conntrack_inet_error() in nf_conntrack_proto_icmp.c. */
  private Tracked trackError(Packet packet, IcmpMessage icmp) {
    ConntrackTuple inner = ConntrackTuple.of(icmp.quoted()).inverted();
    ConntrackEntry entry = inner == null ? null : find(inner);
    if (entry == null) {
      return Tracked.INVALID;
    }
    boolean reply = !inner.equals(entry.original());
    if (!packet.destination().equals(entry.tuple(reply).destination())) {
      return Tracked.INVALID;
    }
    return new Tracked(entry, reply, CtState.RELATED);
  }

  /** A SYN on a connection that is over begins a new one. */
  private static boolean isReopened(ConntrackEntry entry, Packet packet, ConntrackTuple tuple) {
    return packet.payload() instanceof TcpSegment segment
        && segment.has(TcpSegment.SYN)
        && !segment.has(TcpSegment.ACK)
        && (entry.tcpState() == TcpState.TIME_WAIT || entry.tcpState() == TcpState.CLOSE)
        && tuple.equals(entry.original());
  }

  /** Notes a packet of {@code entry}; returns false if it can't be part of it. */
  private boolean seen(ConntrackEntry entry, Packet packet, boolean reply, CtState state) {
    switch (packet.protocol()) {
      case Protocols.ICMP, Protocols.ICMPV6 -> {
        if (state == CtState.NEW && !mayBegin(entry.original())) {
          return false;
        }
        refresh(entry, ICMP_SECONDS);
      }
      case Protocols.UDP, Protocols.UDPLITE -> seenUdp(entry);
      case Protocols.TCP -> {
        return seenTcp(entry, (TcpSegment) packet.payload(), reply);
      }
      default -> refresh(entry, GENERIC_SECONDS);
    }
    return true;
  }

  private static boolean mayBegin(ConntrackTuple tuple) {
    int type = tuple.icmpType();
    return tuple.protocol() == Protocols.ICMP
        ? type == 8 || type == 13 || type == 15 || type == 17
        : type == 128 || type == 139;
  }

  private void seenUdp(ConntrackEntry entry) {
    if (!entry.isConfirmed()) {
      entry.setStreamSince(now() + UDP_STREAM_AFTER_SECONDS * SECOND);
    }
    if (!entry.isSeenReply()) {
      refresh(entry, UDP_SECONDS);
      return;
    }
    boolean stream = now() > entry.streamSince();
    refresh(entry, stream ? UDP_STREAM_SECONDS : UDP_SECONDS);
    entry.setAssured();
  }

  private boolean seenTcp(ConntrackEntry entry, TcpSegment segment, boolean reply) {
    TcpState old = entry.tcpState();
    TcpState next = old.after(segment, reply);
    if (next == null || (old == TcpState.NONE && next == TcpState.ESTABLISHED && !tcpLoose)) {
      return false;
    }
    entry.setTcpState(next);
    if (next == TcpState.CLOSE && !entry.isSeenReply() && !reply && entry.isConfirmed()) {
      remove(entry);
      return true;
    }
    boolean opened = old == TcpState.SYN_RECV || old == TcpState.ESTABLISHED;
    if (opened && next == TcpState.ESTABLISHED && (entry.isSeenReply() || reply)) {
      entry.setAssured();
    }
    refresh(entry, next.timeoutSeconds());
    return true;
  }

  private void refresh(ConntrackEntry entry, int seconds) {
    entry.setExpires(now() + seconds * SECOND);
  }

  /**
   * Makes an entry known to all once its first packet has passed; returns false if the packet must
   * be dropped since another connection took a tuple meanwhile.
   *
   * <p>Models: nf_conntrack_core.c:__nf_conntrack_confirm()
   */
  public boolean confirm(Tracked tracked) {
    ConntrackEntry entry = tracked.entry();
    if (entry == null || entry.isConfirmed() || tracked.isReply()) {
      return true;
    }
    if (find(entry.original()) != null || find(entry.reply()) != null) {
      return false;
    }
    if (--untilCollection == 0) {
      collect();
    }
    byTuple.put(entry.original(), entry);
    byTuple.put(entry.reply(), entry);
    entry.setConfirmed(true);
    return true;
  }

  /** Throws out what has expired. */
  private void collect() {
    untilCollection = COLLECT_EVERY;
    Iterator<ConntrackEntry> all = byTuple.values().iterator();
    while (all.hasNext()) {
      ConntrackEntry entry = all.next();
      if (isExpired(entry)) {
        entry.setConfirmed(false);
        all.remove();
      }
    }
  }

  /**
   * Tells whether another connection than {@code except} has the answers to {@code tuple}.
   *
   * <p>Models: net/netfilter/nf_nat_core.c:nf_nat_used_tuple()
   */
  boolean isUsed(ConntrackTuple tuple, ConntrackEntry except) {
    ConntrackEntry other = find(tuple.inverted());
    return other != null && other != except;
  }
}
