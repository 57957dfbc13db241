package org.dvrsim.shell;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.dvrsim.base.Errno;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Netns;

/**
 * {@code ip netns list-id} and {@code set}: the numbers by which namespaces know each other.
 *
 * <p>Numbers are not given through ops: listing devices gives some, too.
 *
 * <p>Models: iproute2 ip/ipnetns.c:netns_list_id(), netns_set();
 * net/core/net_namespace.c:rtnl_net_getid(), rtnl_net_dumpid()
 */
final class NetnsIdObject {
  private final IpSession session;
  private final CommandContext context;
  private final FieldPrinter printer;
  private OptionalInt wanted = OptionalInt.empty();
  private OptionalInt target = OptionalInt.empty();

  NetnsIdObject(IpSession session) {
    this.session = session;
    this.context = session.context();
    this.printer = session.printer();
  }

  int list(List<String> words) {
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (arguments.is("target-nsid")) {
        target = OptionalInt.of(number(arguments, target));
      } else if (arguments.is("nsid")) {
        wanted = OptionalInt.of(number(arguments, wanted));
      } else {
        throw session.usage("ip-netns");
      }
      arguments.advance();
    }
    return wanted.isPresent() ? get() : dump();
  }

  private int number(Arguments arguments, OptionalInt before) {
    String name = arguments.word();
    if (before.isPresent()) {
      throw Complaint.duplicate(context, name, name);
    }
    String word = arguments.next();
    OptionalLong id = Numbers.signed(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (id.isEmpty()) {
      throw Complaint.invalid(context, "\"" + name + "\" value is invalid", word);
    } else if (id.getAsLong() < 0) {
      arguments.advance(); // the word after it is what is complained of
      String next = arguments.hasMore() ? arguments.word() : "(null)";
      throw Complaint.invalid(context, "\"" + name + "\" value should be >= 0", next);
    }
    return (int) id.getAsLong();
  }

  private int get() {
    Netns peer = session.netns().ids().byNumber().get(wanted.getAsInt());
    if (peer == null) {
      return refused(Errno.EINVAL, "Peer netns reference is invalid");
    }
    Optional<Netns> home = home();
    if (home.isEmpty()) {
      return refused(Errno.EINVAL, "Target netns reference is invalid");
    }
    printer.begin();
    print(home.get().ids().of(peer), peer);
    printer.end();
    return 0;
  }

  private int dump() {
    Optional<Netns> home = home();
    if (home.isEmpty()) {
      refused(Errno.EINVAL, "Invalid target network namespace id");
      context.complain("Dump terminated");
      return 1;
    }
    printer.begin();
    for (Map.Entry<Integer, Netns> entry : home.get().ids().byNumber().entrySet()) {
      print(OptionalInt.of(entry.getKey()), entry.getValue());
    }
    printer.end();
    return 0;
  }

  /** Returns the namespace whose numbers are asked for. */
  private Optional<Netns> home() {
    return target.isEmpty()
        ? Optional.of(session.netns())
        : Optional.ofNullable(session.netns().ids().byNumber().get(target.getAsInt()));
  }

  private void print(OptionalInt id, Netns netns) {
    OptionalInt here = session.netns().ids().of(netns);
    printer.openObject();
    number("nsid", id);
    if (target.isPresent()) {
      number("current-nsid", here);
    }
    if (here.isPresent() && !netns.name().isRoot()) {
      printer.string("name", "(iproute2 netns name: ", netns.name().text(), ")");
    }
    printer.text("\n").closeObject();
  }

  private void number(String key, OptionalInt id) {
    if (id.isPresent()) {
      printer.number(key, key + " ", id.getAsInt(), " ");
    } else {
      printer.text(key + " unassigned ");
    }
  }

  private int refused(Errno errno, String extack) {
    Complaint.netlink(context, ErrnoException.withExtack(errno, "netns list-id", extack));
    return IpSession.REFUSED;
  }

  int set(List<String> words) {
    if (words.size() < 2) {
      context.complain(words.isEmpty() ? "No netns name specified" : "No nsid specified");
      return 1;
    }
    OptionalInt id = OptionalInt.empty();
    if (!words.get(1).equals("auto")) {
      OptionalLong number = Numbers.signed(words.get(1), Integer.MIN_VALUE, Integer.MAX_VALUE);
      if (number.isEmpty()) {
        throw Complaint.invalid(context, "Invalid \"netnsid\" value", words.get(1));
      } else if (number.getAsLong() < 0) {
        throw Complaint.invalid(context, "\"netnsid\" value should be >= 0", words.get(1));
      }
      id = OptionalInt.of((int) number.getAsLong());
    }
    Optional<Netns> other = IpCommand.findNetns(context, words.get(0)).map(context.kernel()::netns);
    if (other.isEmpty()) {
      return 1;
    }
    try {
      session.netns().ids().assign(other.get(), id);
      return 0;
    } catch (ErrnoException e) {
      Complaint.netlink(context, e);
      return IpSession.REFUSED;
    }
  }
}
