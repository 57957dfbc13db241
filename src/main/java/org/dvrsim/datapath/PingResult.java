package org.dvrsim.datapath;

import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.net.IcmpMessage;
import org.dvrsim.net.IpAddress;

/**
 * What a ping saw.
 *
 * @param refused what the kernel refused so that nothing was sent, null if something was
 * @param error why it was refused, null if nothing was
 * @param target the address that was pinged: 127.0.0.1 for 0.0.0.0
 * @param source the address that the kernel proposed to send from
 * @param warns whether it took leave to ping a broadcast address, as the first attempt to connect
 *     was not permitted
 * @param events what came back, in order
 */
public record PingResult(
    Refusal refused,
    Errno error,
    IpAddress target,
    IpAddress source,
    int sent,
    boolean warns,
    List<Event> events) {
  /** A system call that ping can't go on without. */
  public enum Refusal {
    /** Asking for a source address. */
    CONNECT,
    /** Taking the source address that was asked for. */
    BIND
  }

  /**
   * One thing that came back, or an error in sending.
   *
   * @param from who sent it, null for an error in sending
   * @param error the ICMP error, null if this is a reply or an error in sending
   * @param errno the error in sending, null if something came back
   */
  public record Event(
      int sequence, IpAddress from, int ttl, int bytes, IcmpMessage error, Errno errno) {
    static Event failed(int sequence, Errno errno) {
      return new Event(sequence, null, 0, 0, null, errno);
    }

    /** Tells whether this is an echo reply. */
    public boolean isReply() {
      return error == null && errno == null;
    }

    /** Tells whether this is an ICMP error that ping counts: a redirect is none. */
    public boolean isCountedError() {
      return (error != null && !isRedirect()) || errno == Errno.EMSGSIZE;
    }

    /** Tells whether this is a redirect. */
    public boolean isRedirect() {
      return error != null
          && error.type()
              == (error.quoted().source().isV4() ? IcmpMessage.REDIRECT : IcmpMessage.V6_REDIRECT);
    }
  }

  /** Tells whether a reply came. */
  public boolean isAnswered() {
    return received() > 0;
  }

  /** Returns the number of replies. */
  public int received() {
    return (int) events.stream().filter(Event::isReply).count();
  }

  /** Returns the number of ICMP errors. */
  public int errors() {
    return (int) events.stream().filter(Event::isCountedError).count();
  }
}
