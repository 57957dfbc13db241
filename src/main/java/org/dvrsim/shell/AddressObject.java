package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * {@code ip addr}.
 *
 * <p>Models: iproute2 ip/ipaddress.c:do_ipaddr()
 */
final class AddressObject {
  private AddressObject() {}

  static int run(IpSession session, List<String> words) {
    if (words.isEmpty()) {
      return new AddressList(session, false).show(words);
    }
    Arguments arguments = new Arguments(session.context(), words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("add")) {
      return new AddressModify(session).add(rest, false);
    } else if (arguments.begins("change", "replace") || arguments.is("chg")) {
      return new AddressModify(session).add(rest, true);
    } else if (arguments.begins("delete")) {
      return new AddressModify(session).delete(rest);
    } else if (arguments.begins("list", "show", "lst")) {
      return new AddressList(session, false).show(rest);
    } else if (arguments.begins("flush")) {
      return new AddressList(session, false).flush(rest);
    } else if (arguments.begins("save", "showdump", "restore")) {
      throw new NotModelledException("ip address " + arguments.word());
    } else if (arguments.begins("help")) {
      throw session.usage("ip-address");
    }
    throw Complaint.fatal(
        session.context(),
        "Command \"" + arguments.word() + "\" is unknown, try \"ip address help\".");
  }
}
