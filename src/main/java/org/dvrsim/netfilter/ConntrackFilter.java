package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Which connections a conntrack(8) command line means.
 *
 * <p>Models: conntrack-tools 1.4.8 src/conntrack.c:nfct_filter()
 */
public final class ConntrackFilter implements Predicate<ConntrackEntry> {
  private final List<Predicate<ConntrackEntry>> conditions;

  private ConntrackFilter(List<Predicate<ConntrackEntry>> conditions) {
    this.conditions = List.copyOf(conditions);
  }

  /**
   * Reads the words after {@code conntrack -D}.
   *
   * @throws NotModelledException for an option that has no meaning here
   * @throws ConntrackUsageException if the tool refuses the words
   */
  public static ConntrackFilter parse(List<String> words) {
    List<String> all = new ArrayList<>(List.of("-D"));
    all.addAll(words);
    return ConntrackArguments.parse(all).filter();
  }

  @Override
  public boolean test(ConntrackEntry entry) {
    for (Predicate<ConntrackEntry> condition : conditions) {
      if (!condition.test(entry)) {
        return false;
      }
    }
    return true;
  }

  /** Collects conditions as options name them. */
  static final class Builder {
    private static final int MAX_PROTOCOL = 255;

    private final List<Predicate<ConntrackEntry>> conditions = new ArrayList<>();
    private IpFamily family;

    /** Takes an address, or a network, of one place in the tuples: {@code s d r q}. */
    void address(char place, String text) {
      AddressMask wanted = network(text);
      conditions.add(entry -> wanted.contains(at(place, entry)));
    }

    private static IpAddress at(char place, ConntrackEntry entry) {
      return switch (place) {
        case 's' -> entry.original().source();
        case 'd' -> entry.original().destination();
        case 'r' -> entry.reply().source();
        default -> entry.reply().destination();
      };
    }

    private AddressMask network(String text) {
      int slash = text.indexOf('/');
      String name = slash < 0 ? text : text.substring(0, slash);
      if (!IpAddress.isValid(name)) {
        throw new ConntrackUsageException("Invalid IP address `" + name + "'");
      }
      IpAddress address = IpAddress.parse(name);
      if (slash < 0) {
        settle(address.family());
        return AddressMask.host(address);
      }
      long length = CNumber.whole(text.substring(slash + 1), 0, address.family().bits());
      if (length < 0) {
        throw new ConntrackUsageException("Invalid netmask");
      }
      settle(address.family());
      return AddressMask.network(address, AddressMask.maskOf(address.family(), (int) length));
    }

    private void settle(IpFamily next) {
      if (family != null && family != next) {
        throw new ConntrackUsageException("mismatched address family");
      }
      family = next;
    }

    void family(String text) {
      switch (text) {
        case "ipv4" -> settle(IpFamily.V4);
        case "ipv6" -> settle(IpFamily.V6);
        default -> throw new ConntrackUsageException("`" + text + "' unsupported protocol");
      }
    }

    /**
     * Takes a translation: {@code n} of the source, {@code g} of the destination, {@code j} of
     * either.
     *
     * @param text the new address, null for any connection, translated or not
     */
    void translated(char kind, String text) {
      if (text == null) {
        return;
      }
      AddressMask wanted = network(text);
      conditions.add(
          entry ->
              (kind != 'g'
                      && entry.view(false).isSourceTranslated()
                      && wanted.contains(entry.reply().destination()))
                  || (kind != 'n'
                      && entry.view(false).isDestinationTranslated()
                      && wanted.contains(entry.reply().source())));
    }

    void protocol(String text) {
      int protocol =
          switch (text.toLowerCase(Locale.ROOT)) {
            case "tcp" -> Protocols.TCP;
            case "udp" -> Protocols.UDP;
            case "icmp" -> Protocols.ICMP;
            case "icmpv6" -> Protocols.ICMPV6;
            case "sctp" -> Protocols.SCTP;
            case "dccp" -> Protocols.DCCP;
            case "udplite" -> Protocols.UDPLITE;
            default -> (int) CNumber.whole(text, 1, MAX_PROTOCOL);
          };
      if (protocol < 0) {
        throw new ConntrackUsageException("`" + text + "' unsupported protocol");
      }
      conditions.add(entry -> entry.original().protocol() == protocol);
    }

    /** Takes a port: 1 and 2 source and destination, 3 and 4 those of the reply. */
    void port(int place, String text) {
      int port = (int) leading(text);
      conditions.add(
          entry -> {
            ConntrackTuple tuple = place > 2 ? entry.reply() : entry.original();
            return (place % 2 == 1 ? tuple.sourcePort() : tuple.destinationPort()) == port;
          });
    }

    void mark(String text) {
      int slash = text.indexOf('/');
      int value = (int) leading(slash < 0 ? text : text.substring(0, slash));
      int mask = slash < 0 ? -1 : (int) leading(text.substring(slash + 1));
      conditions.add(entry -> (entry.mark() & mask) == value);
    }

    /** Takes a zone; all connections are in zone 0. */
    void zone(String text) {
      if (leading(text) != 0) {
        conditions.add(entry -> false);
      }
    }

    /** Returns the number that {@code text} begins with, 0 if it begins with none. */
    private static long leading(String text) {
      CNumber number = CNumber.prefix(text, 0, 0, MarkMask.MAX);
      return number == null ? 0 : number.value();
    }

    void status(String text) {
      for (String name : text.split(",", -1)) {
        switch (name.toUpperCase(Locale.ROOT)) {
          case "ASSURED" -> conditions.add(ConntrackEntry::isAssured);
          case "SEEN_REPLY" -> conditions.add(ConntrackEntry::isSeenReply);
          case "SRC_NAT" -> conditions.add(entry -> entry.view(false).isSourceTranslated());
          case "DST_NAT" -> conditions.add(entry -> entry.view(false).isDestinationTranslated());
          case "UNSET", "EXPECTED", "CONFIRMED", "FIXED_TIMEOUT", "HELPER", "OFFLOAD" ->
              throw new NotModelledException("conntrack -u " + name);
          default -> throw new ConntrackUsageException("Bad parameter `" + name + "'");
        }
      }
    }

    ConntrackFilter build(IpFamily fallback) {
      IpFamily wanted = family == null ? fallback : family;
      List<Predicate<ConntrackEntry>> all = new ArrayList<>(conditions);
      all.add(entry -> entry.original().family() == wanted);
      return new ConntrackFilter(all);
    }
  }
}
