package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * {@code ip monitor}: nothing can happen while a command of ours runs, so it would wait for ever.
 *
 * <p>Models: iproute2 ip/ipmonitor.c:do_ipmonitor()
 */
final class MonitorObject {
  private MonitorObject() {}

  static int run(IpSession session, List<String> words) {
    Arguments arguments = new Arguments(session.context(), words);
    while (arguments.hasMore()) {
      if (arguments.begins("file") || arguments.is("dev")) {
        arguments.next();
      } else if (arguments.begins("help")) {
        throw session.usage("ip-monitor");
      } else if (!isEvent(arguments)) {
        throw Complaint.fatal(
            session.context(),
            "Argument \"" + arguments.word() + "\" is unknown, try \"ip monitor help\".");
      }
      arguments.advance();
    }
    throw new NotModelledException("ip monitor; it would wait for ever");
  }

  private static boolean isEvent(Arguments arguments) {
    return arguments.begins("label", "link", "address", "maddress", "route", "mroute", "prefix")
        || arguments.begins("neigh", "netconf", "rule", "nsid", "nexthop", "all-nsid")
        || arguments.is("acaddress", "stats", "all");
  }
}
