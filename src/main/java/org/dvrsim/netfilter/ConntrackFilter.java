package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.Fwmark;
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
   * Reads the words after {@code -L} or {@code -D}.
   *
   * @throws NotModelledException for an option that isn't known
   * @throws IllegalArgumentException if a value can't be read
   */
  public static ConntrackFilter parse(List<String> words) {
    List<Predicate<ConntrackEntry>> conditions = new ArrayList<>();
    IpFamily family = null;
    for (int i = 0; i < words.size(); i += 2) {
      if (i + 1 == words.size()) {
        throw new NotModelledException("conntrack " + words.get(i));
      }
      String value = words.get(i + 1);
      if (words.get(i).equals("-f") || words.get(i).equals("--family")) {
        family = value.equals("ipv6") ? IpFamily.V6 : IpFamily.V4;
      } else {
        conditions.add(condition(words.get(i), value));
      }
    }
    if (family != null) {
      IpFamily wanted = family;
      conditions.add(entry -> entry.original().family() == wanted);
    }
    return new ConntrackFilter(conditions);
  }

  private static Predicate<ConntrackEntry> condition(String option, String value) {
    switch (option) {
      case "-s", "--src", "--orig-src" -> {
        IpAddress address = IpAddress.parse(value);
        return entry -> entry.original().source().equals(address);
      }
      case "-d", "--dst", "--orig-dst" -> {
        IpAddress address = IpAddress.parse(value);
        return entry -> entry.original().destination().equals(address);
      }
      case "-r", "--reply-src" -> {
        IpAddress address = IpAddress.parse(value);
        return entry -> entry.reply().source().equals(address);
      }
      case "-q", "--reply-dst" -> {
        IpAddress address = IpAddress.parse(value);
        return entry -> entry.reply().destination().equals(address);
      }
      case "-p", "--proto" -> {
        int protocol = Protocols.parse(value);
        return entry -> entry.original().protocol() == protocol;
      }
      case "--sport", "--orig-port-src" -> {
        int port = Integer.parseInt(value);
        return entry -> entry.original().sourcePort() == port;
      }
      case "--dport", "--orig-port-dst" -> {
        int port = Integer.parseInt(value);
        return entry -> entry.original().destinationPort() == port;
      }
      case "-m", "--mark" -> {
        Fwmark mark = Fwmark.parse(value);
        return entry -> mark.matches(entry.mark());
      }
      default -> throw new NotModelledException("conntrack " + option);
    }
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
}
