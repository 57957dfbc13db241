package org.dvrsim.shell;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Route;
import org.dvrsim.kernel.RtnetlinkMessage;
import org.dvrsim.kernel.RtnetlinkMessage.OfAddress;
import org.dvrsim.kernel.RtnetlinkMessage.OfAnycast;
import org.dvrsim.kernel.RtnetlinkMessage.OfGroup;
import org.dvrsim.kernel.RtnetlinkMessage.OfLink;
import org.dvrsim.kernel.RtnetlinkMessage.OfNeighbour;
import org.dvrsim.kernel.RtnetlinkMessage.OfNetnsId;
import org.dvrsim.kernel.RtnetlinkMessage.OfRoute;
import org.dvrsim.kernel.RtnetlinkMessage.OfRule;
import org.dvrsim.kernel.RtnetlinkMessage.OfSettings;
import org.dvrsim.net.IpFamily;

/**
 * Which messages {@code ip monitor} shows: those of the groups it joined, of the family and the
 * device it was given.
 *
 * <p>Models: iproute2 ip/ipmonitor.c:do_ipmonitor()
 */
final class MonitorFilter {
  /** What a message is about, by the word that asks for it. */
  enum Kind {
    LINK,
    ADDRESS,
    MADDRESS,
    ACADDRESS,
    ROUTE,
    MROUTE,
    PREFIX,
    NEIGH,
    NETCONF,
    RULE,
    NSID,
    NEXTHOP,
    STATS
  }

  private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
  private final AddressFamily family;
  private Optional<Integer> ifindex = Optional.empty();

  MonitorFilter(AddressFamily family) {
    this.family = family;
  }

  /** Asks for one kind of messages; without any, all are asked for. */
  void add(Kind kind) {
    kinds.add(kind);
  }

  /** Asks for messages about one device, and those that are about none. */
  void setDevice(int index) {
    ifindex = Optional.of(index);
  }

  /** Tells whether a device was given, which then is not repeated in every line. */
  boolean hasDevice() {
    return ifindex.isPresent();
  }

  /** Tells whether a message about a device is shown, rather than only remembered. */
  boolean shows(OfLink message) {
    return isAbout(message.link());
  }

  /** Tells whether a message is of use. */
  boolean takes(RtnetlinkMessage message) {
    if (message instanceof OfLink) {
      return wants(Kind.LINK);
    } else if (message instanceof OfAddress of) {
      return wants(Kind.ADDRESS, of.address().family()) && isAbout(of.address().device());
    } else if (message instanceof OfGroup of) {
      return wants(Kind.MADDRESS, of.group().family()) && isAbout(of.link());
    } else if (message instanceof OfAnycast of) {
      return wants(Kind.ACADDRESS, IpFamily.V6) && isAbout(of.link());
    } else if (message instanceof OfRoute of) {
      return wants(Kind.ROUTE, of.route().family()) && isAbout(of.route());
    } else if (message instanceof OfRule of) {
      return wants(Kind.RULE, of.rule().family());
    } else if (message instanceof OfNeighbour of) {
      IpFamily own = of.neighbour().address().family();
      return wants(Kind.NEIGH, own) && isAbout(of.neighbour().device());
    } else if (message instanceof OfSettings of) {
      boolean about = ifindex.isEmpty() || of.scope().link().filter(this::isAbout).isPresent();
      return wants(Kind.NETCONF, of.family()) && about;
    }
    return message instanceof OfNetnsId && wants(Kind.NSID);
  }

  private boolean wants(Kind kind) {
    return kinds.isEmpty() || kinds.contains(kind);
  }

  private boolean wants(Kind kind, IpFamily own) {
    return wants(kind) && (family == AddressFamily.UNSPEC || family == AddressFamily.of(own));
  }

  private boolean isAbout(Link link) {
    return ifindex.isEmpty() || link.ifindex() == ifindex.get();
  }

  /** A route without any device is about all of them (filter_nlmsg()). */
  private boolean isAbout(Route route) {
    return ifindex.isEmpty()
        || route.hops().stream().anyMatch(hop -> hop.device().map(this::isAbout).orElse(true));
  }
}
