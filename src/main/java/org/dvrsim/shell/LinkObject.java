package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * {@code ip link}.
 *
 * <p>Models: iproute2 ip/iplink.c:do_iplink()
 */
final class LinkObject {
  private LinkObject() {}

  static int run(IpSession session, List<String> words) {
    if (words.isEmpty()) {
      return new AddressList(session, true).show(words);
    }
    Arguments arguments = new Arguments(session.context(), words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("add")) {
      return new LinkModify(session).add(rest, false);
    } else if (arguments.begins("set", "change")) {
      return new LinkModify(session).set(rest);
    } else if (arguments.begins("replace")) {
      return new LinkModify(session).add(rest, true);
    } else if (arguments.begins("delete")) {
      return new LinkModify(session).delete(rest);
    } else if (arguments.begins("show", "lst", "list")) {
      return new AddressList(session, true).show(rest);
    } else if (arguments.begins("property")) {
      return new LinkProperty(session).run(rest);
    } else if (arguments.begins("xstats", "afstats")) {
      throw new NotModelledException("ip link " + arguments.word());
    } else if (arguments.begins("help")) {
      if (rest.equals(List.of("veth"))) {
        session.context().out().append(UsageText.of("ip-link-veth"));
        return 0;
      }
      throw session.usage("ip-link");
    }
    throw Complaint.fatal(
        session.context(),
        "Command \"" + arguments.word() + "\" is unknown, try \"ip link help\".");
  }
}
