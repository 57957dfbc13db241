package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Link;

/**
 * {@code ip monitor}: listens until it is stopped, so it needs {@code &} or {@code timeout}.
 *
 * <p>Models: iproute2 ip/ipmonitor.c:do_ipmonitor()
 */
final class MonitorObject {
  private final IpSession session;
  private final CommandContext context;
  private final MonitorFilter filter;
  private boolean labelled;

  private MonitorObject(IpSession session) {
    this.session = session;
    this.context = session.context();
    this.filter = new MonitorFilter(session.family());
  }

  static int run(IpSession session, List<String> words) {
    return new MonitorObject(session).run(new Arguments(session.context(), words));
  }

  private int run(Arguments arguments) {
    while (arguments.hasMore()) {
      word(arguments);
      arguments.advance();
    }
    if (session.options().brief) {
      throw new NotModelledException("ip -brief monitor");
    }
    Background background =
        context.background().orElseThrow(() -> Background.missing("ip monitor"));
    background.add(new Monitor(session, filter, labelled));
    return 0;
  }

  /** Reads one word, in the order in which iproute2 tries what it may be the beginning of. */
  private void word(Arguments arguments) {
    if (arguments.begins("file")) {
      arguments.next();
      throw new NotModelledException("ip monitor file");
    } else if (arguments.begins("label")) {
      labelled = true;
    } else if (arguments.begins("link")) {
      filter.add(MonitorFilter.Kind.LINK);
    } else if (arguments.begins("address")) {
      filter.add(MonitorFilter.Kind.ADDRESS);
    } else if (arguments.begins("maddress")) {
      filter.add(MonitorFilter.Kind.MADDRESS);
    } else if (arguments.is("acaddress")) {
      filter.add(MonitorFilter.Kind.ACADDRESS);
    } else if (arguments.begins("route")) {
      filter.add(MonitorFilter.Kind.ROUTE);
    } else if (arguments.begins("mroute")) {
      filter.add(MonitorFilter.Kind.MROUTE);
    } else if (arguments.begins("prefix")) {
      filter.add(MonitorFilter.Kind.PREFIX);
    } else if (arguments.begins("neigh")) {
      filter.add(MonitorFilter.Kind.NEIGH);
    } else if (arguments.begins("netconf")) {
      filter.add(MonitorFilter.Kind.NETCONF);
    } else if (arguments.begins("rule")) {
      filter.add(MonitorFilter.Kind.RULE);
    } else {
      laterWord(arguments);
    }
  }

  private void laterWord(Arguments arguments) {
    if (arguments.begins("nsid")) {
      filter.add(MonitorFilter.Kind.NSID);
    } else if (arguments.begins("nexthop")) {
      filter.add(MonitorFilter.Kind.NEXTHOP);
    } else if (arguments.is("stats")) {
      filter.add(MonitorFilter.Kind.STATS);
    } else if (arguments.is("all")) {
      labelled = true;
    } else if (arguments.begins("all-nsid")) {
      throw new NotModelledException("ip monitor all-nsid");
    } else if (arguments.begins("help")) {
      throw session.usage("ip-monitor");
    } else if (arguments.is("dev")) {
      device(arguments.next());
    } else {
      throw Complaint.fatal(
          context, "Argument \"" + arguments.word() + "\" is unknown, try \"ip monitor help\".");
    }
  }

  private void device(String word) {
    filter.setDevice(
        session
            .findDevice(word)
            .map(Link::ifindex)
            .orElseThrow(() -> Complaint.invalid(context, "Device does not exist\n", word)));
  }
}
