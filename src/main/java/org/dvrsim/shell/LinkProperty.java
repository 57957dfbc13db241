package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.net.IfName;
import org.dvrsim.ops.ChangeAltNames;

/**
 * {@code ip link property}: further names of devices.
 *
 * <p>Models: iproute2 ip/iplink.c:iplink_prop(), iplink_prop_mod()
 */
final class LinkProperty {
  private static final int MAX_NAME = 127;

  private final IpSession session;
  private final CommandContext context;
  private final List<String> names = new ArrayList<>();
  private String device = "";

  LinkProperty(IpSession session) {
    this.session = session;
    this.context = session.context();
  }

  int run(List<String> words) {
    if (words.isEmpty()) {
      throw session.usage("ip-link");
    }
    Arguments arguments = new Arguments(context, words);
    boolean add = arguments.begins("add");
    if (!add && !arguments.begins("del")) {
      throw arguments.begins("help")
          ? session.usage("ip-link")
          : Complaint.fatal(context, "Operator required");
    }
    arguments.advance();
    read(arguments);
    IfName name = session.device(device).name();
    if (names.stream().anyMatch(each -> each.length() > MAX_NAME)) {
      context.complain("Error: Attribute failed policy validation.");
      return IpSession.REFUSED;
    }
    return session.talk(new ChangeAltNames(session.netnsName(), name, add, names));
  }

  private void read(Arguments arguments) {
    while (arguments.hasMore()) {
      if (arguments.begins("altname")) {
        names.add(checked(arguments.next(), "not a valid altname"));
      } else if (arguments.begins("help")) {
        throw session.usage("ip-link");
      } else {
        if (arguments.is("dev")) {
          arguments.next();
        }
        if (!device.isEmpty()) {
          throw Complaint.duplicateOrGarbage(context, "dev", arguments.word());
        }
        device = checked(arguments.word(), "\"dev\" not a valid ifname");
      }
      arguments.advance();
    }
    if (device.isEmpty()) {
      throw Complaint.fatal(context, "Not enough of information: \"dev\" argument is required.");
    }
  }

  private String checked(String word, String reason) {
    boolean blank = word.chars().anyMatch(c -> c == ' ' || (c >= '\t' && c <= '\r'));
    if (word.isEmpty() || word.indexOf('/') >= 0 || blank) {
      throw Complaint.invalid(context, reason, word);
    }
    return word;
  }
}
