package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.RouteSpec;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;

/**
 * The hops of a multipath route, each after the word {@code nexthop}.
 *
 * <p>Models: iproute2 ip/iproute.c:parse_nexthops(), parse_one_nh()
 */
final class RouteHops {
  private static final int MAX_WEIGHT = 256;

  private final IpSession session;
  private final CommandContext context;
  private AddressFamily family;

  RouteHops(IpSession session, AddressFamily family) {
    this.session = session;
    this.context = session.context();
    this.family = family;
  }

  /** Returns the route's family, which the first gateway may have settled. */
  AddressFamily family() {
    return family;
  }

  List<RouteSpec.HopSpec> read(Arguments arguments) {
    List<RouteSpec.HopSpec> hops = new ArrayList<>();
    while (arguments.hasMore()) {
      if (!arguments.is("nexthop")) {
        throw Complaint.fatal(
            context,
            "Error: \"nexthop\" or end of line is expected instead of \""
                + arguments.word()
                + "\"");
      }
      arguments.advance();
      if (!arguments.hasMore()) {
        throw Complaint.fatal(context, "Error: unexpected end of line after \"nexthop\"");
      }
      hops.add(hop(arguments));
    }
    return hops;
  }

  private RouteSpec.HopSpec hop(Arguments arguments) {
    Optional<IpAddress> gateway = Optional.empty();
    Optional<IfName> device = Optional.empty();
    int weight = 1;
    boolean onLink = false;
    while (arguments.hasMore() && !arguments.is("nexthop")) {
      if (arguments.is("via")) {
        gateway = gateway(arguments);
      } else if (arguments.is("dev")) {
        device = Optional.of(device(arguments.next()));
      } else if (arguments.is("weight")) {
        weight = weight(arguments.next());
      } else if (arguments.is("onlink")) {
        onLink = true;
      } else if (arguments.begins("realms") || arguments.is("encap", "as")) {
        throw new NotModelledException("ip route nexthop " + arguments.word());
      } else {
        break;
      }
      arguments.advance();
    }
    return new RouteSpec.HopSpec(gateway, device, weight, onLink);
  }

  private Optional<IpAddress> gateway(Arguments arguments) {
    AddressFamily own = AddressFamily.named(arguments.next());
    if (own == AddressFamily.UNSPEC) {
      own = family;
    } else {
      arguments.next();
    }
    PrefixWord word = session.address(arguments.word(), own);
    if (family == AddressFamily.UNSPEC) {
      family = word.family();
    }
    return word.address();
  }

  private IfName device(String word) {
    return session
        .findDevice(word)
        .orElseThrow(
            () -> {
              context.complain("Cannot find device \"" + word + "\"");
              return Complaint.fatal(context, "Error: cannot parse nexthop");
            })
        .name();
  }

  private int weight(String word) {
    OptionalLong number = Numbers.unsigned(word, MAX_WEIGHT);
    if (number.isEmpty() || number.getAsLong() == 0) {
      throw Complaint.invalid(context, "\"weight\" is invalid\n", word);
    }
    return (int) number.getAsLong();
  }
}
