package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * {@code ip rule}.
 *
 * <p>Models: iproute2 ip/iprule.c:do_iprule()
 */
final class RuleObject {
  private RuleObject() {}

  static int run(IpSession session, List<String> words) {
    if (words.isEmpty()) {
      return RuleList.show(session, words);
    }
    Arguments arguments = new Arguments(session.context(), words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("list", "lst", "show")) {
      return RuleList.show(session, rest);
    } else if (arguments.begins("save")) {
      if (!rest.isEmpty()) {
        session.context().complain("\"ip rule save\" does not take any arguments.");
        return 1;
      }
      throw new NotModelledException("ip rule save");
    } else if (arguments.begins("restore")) {
      throw new NotModelledException("ip rule restore");
    } else if (arguments.begins("add")) {
      return new RuleModify(session, true).run(rest);
    } else if (arguments.begins("delete")) {
      return new RuleModify(session, false).run(rest);
    } else if (arguments.begins("flush")) {
      return RuleList.flush(session, rest);
    } else if (arguments.begins("help")) {
      throw session.usage("ip-rule");
    }
    throw Complaint.fatal(
        session.context(),
        "Command \"" + arguments.word() + "\" is unknown, try \"ip rule help\".");
  }
}
