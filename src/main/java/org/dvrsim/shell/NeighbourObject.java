package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.ops.AddNeighbour;

/**
 * {@code ip neigh}.
 *
 * <p>Models: iproute2 ip/ipneigh.c:do_ipneigh()
 */
final class NeighbourObject {
  private NeighbourObject() {}

  static int run(IpSession session, List<String> words) {
    if (words.isEmpty()) {
      return new NeighbourList(session).show(words);
    }
    Arguments arguments = new Arguments(session.context(), words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("add")) {
      return new NeighbourModify(session).add(AddNeighbour.Mode.ADD, rest);
    } else if (arguments.begins("change") || arguments.is("chg")) {
      return new NeighbourModify(session).add(AddNeighbour.Mode.CHANGE, rest);
    } else if (arguments.begins("replace")) {
      return new NeighbourModify(session).add(AddNeighbour.Mode.REPLACE, rest);
    } else if (arguments.begins("delete")) {
      return new NeighbourModify(session).delete(rest);
    } else if (arguments.begins("get")) {
      return new NeighbourList(session).get(rest);
    } else if (arguments.begins("show", "lst", "list")) {
      return new NeighbourList(session).show(rest);
    } else if (arguments.begins("flush")) {
      return new NeighbourList(session).flush(rest);
    } else if (arguments.begins("help")) {
      throw session.usage("ip-neigh");
    }
    throw Complaint.fatal(
        session.context(),
        "Command \"" + arguments.word() + "\" is unknown, try \"ip neigh help\".");
  }
}
