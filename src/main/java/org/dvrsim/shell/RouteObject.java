package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.ops.AddRoute;

/**
 * {@code ip route}.
 *
 * <p>Models: iproute2 ip/iproute.c:do_iproute()
 */
final class RouteObject {
  private RouteObject() {}

  static int run(IpSession session, List<String> words) {
    if (words.isEmpty()) {
      return new RouteList(session).show(words);
    }
    Arguments arguments = new Arguments(session.context(), words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("add")) {
      return new RouteModify(session, false).add(AddRoute.Mode.ADD, rest);
    } else if (arguments.begins("change") || arguments.is("chg")) {
      return new RouteModify(session, false).add(AddRoute.Mode.CHANGE, rest);
    } else if (arguments.begins("replace")) {
      return new RouteModify(session, false).add(AddRoute.Mode.REPLACE, rest);
    } else if (arguments.begins("prepend")) {
      return new RouteModify(session, false).add(AddRoute.Mode.PREPEND, rest);
    } else if (arguments.begins("append")) {
      return new RouteModify(session, false).add(AddRoute.Mode.APPEND, rest);
    } else if (arguments.begins("test")) {
      return new RouteModify(session, false).add(AddRoute.Mode.TEST, rest);
    } else if (arguments.begins("delete")) {
      return new RouteModify(session, true).delete(rest);
    } else if (arguments.begins("list", "show", "lst")) {
      return new RouteList(session).show(rest);
    } else if (arguments.begins("get")) {
      return new RouteGet(session, rest).run();
    } else if (arguments.begins("flush")) {
      return new RouteList(session).flush(rest);
    } else if (arguments.begins("save", "restore", "showdump")) {
      throw new NotModelledException("ip route " + arguments.word());
    } else if (arguments.begins("help")) {
      throw session.usage("ip-route");
    }
    throw Complaint.fatal(
        session.context(),
        "Command \"" + arguments.word() + "\" is unknown, try \"ip route help\".");
  }
}
