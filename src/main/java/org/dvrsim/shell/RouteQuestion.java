package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Flow;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.PortRange;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.IpProtocols;

/**
 * What {@code ip route get} asks for.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_get()
 */
final class RouteQuestion {
  private final IpSession session;
  private final CommandContext context;
  private AddressFamily family;
  private PrefixWord destination;
  private Optional<IpAddress> source = Optional.empty();
  private String incomingWord = "";
  private String outgoingWord = "";
  private int mark;
  private int tos;
  private boolean wantsRoute;
  private OptionalLong uid = OptionalLong.empty();
  private OptionalInt protocol = OptionalInt.empty();
  private int sourcePort;
  private int destinationPort;

  RouteQuestion(IpSession session, List<String> words) {
    this.session = session;
    this.context = session.context();
    this.family = session.family();
    read(words);
  }

  private void read(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (!selector(arguments) && !device(arguments) && !transport(arguments)) {
        destination(arguments);
      }
      arguments.advance();
    }
  }

  private boolean selector(Arguments arguments) {
    if (arguments.is("tos") || arguments.begins("dsfield")) {
      String word = arguments.next();
      tos =
          NameTables.tos(word)
              .orElseThrow(() -> Complaint.invalid(context, "TOS value is invalid\n", word));
    } else if (arguments.begins("from")) {
      arguments.next();
      if (arguments.begins("help")) {
        throw session.usage("ip-route");
      }
      PrefixWord word = session.prefix(arguments.word(), family);
      settle(word);
      source = word.address();
    } else if (arguments.begins("mark")) {
      mark = (int) session.u32(arguments.next(), "invalid mark value");
    } else if (arguments.begins("fibmatch")) {
      wantsRoute = true;
    } else {
      return false;
    }
    return true;
  }

  private boolean device(Arguments arguments) {
    if (arguments.begins("iif")) {
      incomingWord = arguments.next();
    } else if (arguments.begins("oif") || arguments.is("dev")) {
      outgoingWord = arguments.next();
    } else if (arguments.begins("notify", "connected", "vrf")) {
      throw new NotModelledException("ip route get " + arguments.word());
    } else {
      return false;
    }
    return true;
  }

  private boolean transport(Arguments arguments) {
    if (arguments.begins("uid")) {
      uid = OptionalLong.of(session.u32(arguments.next(), "invalid UID\n"));
    } else if (arguments.is("as", "flowlabel")) {
      throw new NotModelledException("ip route get " + arguments.word());
    } else if (arguments.begins("sport")) {
      sourcePort = port(arguments.next(), "invalid sport\n");
    } else if (arguments.begins("dport")) {
      destinationPort = port(arguments.next(), "invalid dport\n");
    } else if (arguments.begins("ipproto")) {
      protocol = OptionalInt.of(RuleSelectors.protocol(context, arguments.next()));
    } else {
      return false;
    }
    return true;
  }

  private int port(String word, String reason) {
    return (int)
        Numbers.unsigned(word, PortRange.ALL_BITS)
            .orElseThrow(() -> Complaint.invalid(context, reason, word));
  }

  /** Returns what is asked for above IP, of which the two families think differently. */
  private Flow.Transport transport(boolean received) {
    IpFamily ip = family();
    int icmp = ip == IpFamily.V4 ? IpProtocols.ICMP : IpProtocols.ICMPV6;
    int number = protocol.orElse(ip == IpFamily.V4 ? IpProtocols.UDP : 0);
    if (protocol.isPresent()
        && number != IpProtocols.TCP
        && number != IpProtocols.UDP
        && number != icmp) {
      throw ErrnoException.withExtack(Errno.EOPNOTSUPP, "route get", "Unsupported ip proto");
    }
    return new Flow.Transport(
        uid.orElse(received && ip == IpFamily.V6 ? Numbers.MAX_U32 : 0),
        number,
        sourcePort,
        destinationPort);
  }

  private void destination(Arguments arguments) {
    if (arguments.is("to")) {
      arguments.next();
    }
    if (arguments.begins("help")) {
      throw session.usage("ip-route");
    }
    destination = session.prefix(arguments.word(), family);
    settle(destination);
    int bits = family.bits();
    if (bits != 0 && destination.length() != bits) {
      context.complain(
          "Warning: /"
              + destination.length()
              + " as prefix is invalid, only /"
              + bits
              + " (or none) is supported.");
    }
  }

  private void settle(PrefixWord word) {
    if (family == AddressFamily.UNSPEC) {
      family = word.family();
    }
  }

  boolean hasDestination() {
    return destination != null;
  }

  /** Returns the family; IPv4 if nothing tells. */
  IpFamily family() {
    return family.ip().orElse(IpFamily.V4);
  }

  Optional<IpAddress> source() {
    return source;
  }

  int mark() {
    return mark;
  }

  OptionalLong uid() {
    return uid;
  }

  /** Tells whether the route in the table is asked for ({@code fibmatch}). */
  boolean wantsRoute() {
    return wantsRoute;
  }

  /** Returns the device the packet comes in by, or ends the command if there is none such. */
  Optional<Link> incoming() {
    return device(incomingWord);
  }

  /** Returns the device the packet is to leave by, or ends the command if there is none such. */
  Optional<Link> outgoing() {
    return device(outgoingWord);
  }

  /**
   * Returns the flow to look up.
   *
   * @throws ErrnoException EOPNOTSUPP for a protocol the kernel does not take
   */
  Flow flow(Optional<Link> in, Optional<Link> out) {
    IpAddress to = destination.address().orElse(IpAddress.any(family()));
    boolean received6 = family() == IpFamily.V6 && in.isPresent();
    return new Flow(
        to,
        source.orElse(IpAddress.any(family())),
        in.map(Link::ifindex).orElse(Flow.LOOPBACK),
        received6 ? outOfReceived6(to, in.get()) : out.map(Link::ifindex).orElse(0),
        mark,
        tos,
        0,
        transport(in.isPresent()));
  }

  /**
   * Returns the device that an IPv6 packet must leave by that came in by {@code in}: by lo, as one
   * made here does, it is bound to it all the same.
   *
   * <p>Models: net/ipv6/route.c:ip6_route_input_lookup(), whose lookup prefers or, for addresses of
   * a link, demands the incoming device
   */
  private int outOfReceived6(IpAddress to, Link in) {
    boolean bound = source.isPresent() || to.isMulticast() || to.isLinkLocal() || to.isLoopback();
    return in.isLoopback() && bound ? in.ifindex() : 0;
  }

  private Optional<Link> device(String word) {
    return word.isEmpty() ? Optional.empty() : Optional.of(session.device(word));
  }
}
