package org.dvrsim.shell;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.CreateNetns;
import org.dvrsim.ops.RemoveNetns;

/**
 * {@code ip netns}.
 *
 * <p>Models: iproute2 ip/ipnetns.c
 */
final class NetnsObject {
  private static final String FOLDER = "/run/netns/";
  private static final String NO_FILE = "No such file or directory";

  private final IpSession session;
  private final CommandContext context;
  private final ShellCommand shell;

  NetnsObject(IpSession session, ShellCommand shell) {
    this.session = session;
    this.context = session.context();
    this.shell = shell;
  }

  int run(List<String> words) {
    if (words.isEmpty()) {
      return list();
    }
    if (!session.options().all && words.size() > 1 && !NetnsName.isValid(words.get(1))) {
      throw Complaint.fatal(context, "Invalid netns name \"" + words.get(1) + "\"");
    }
    Arguments arguments = new Arguments(context, words);
    List<String> rest = words.subList(1, words.size());
    if (arguments.begins("list", "show", "lst")) {
      return list();
    } else if (arguments.begins("list-id")) {
      return listIds(rest);
    } else if (arguments.begins("help")) {
      throw session.usage("ip-netns");
    } else if (arguments.begins("add")) {
      return add(rest);
    } else if (arguments.begins("set")) {
      return set(rest);
    } else if (arguments.begins("delete")) {
      return delete(rest);
    } else if (arguments.begins("identify")) {
      return identify(rest);
    } else if (arguments.begins("pids")) {
      return pids(rest);
    } else if (arguments.begins("exec")) {
      return exec(rest);
    } else if (arguments.begins("attach")) {
      return attach(rest);
    } else if (arguments.begins("monitor")) {
      throw new NotModelledException("ip netns " + arguments.word());
    }
    throw Complaint.fatal(
        context, "Command \"" + arguments.word() + "\" is unknown, try \"ip netns help\".");
  }

  /** Lists the namespaces, with the numbers that they have here. */
  private int list() {
    FieldPrinter printer = session.printer();
    printer.begin();
    for (Netns netns : context.kernel().newestFirst()) {
      OptionalInt id = session.netns().knownNumberOf(netns);
      printer.openObject();
      printer.string("name", "", netns.name().text(), "");
      if (id.isPresent()) {
        printer.number("id", " (id: ", id.getAsInt(), ")");
      }
      printer.text("\n").closeObject();
    }
    printer.end();
    return 0;
  }

  private int listIds(List<String> words) {
    OptionalInt wanted = OptionalInt.empty();
    Arguments arguments = new Arguments(context, words);
    while (arguments.hasMore()) {
      if (arguments.is("target-nsid")) {
        throw new NotModelledException("ip netns list-id target-nsid");
      } else if (!arguments.is("nsid")) {
        throw session.usage("ip-netns");
      }
      wanted = OptionalInt.of(netnsId(arguments.next()));
      arguments.advance();
    }
    TreeMap<Integer, String> names = new TreeMap<>();
    for (Netns netns : context.kernel().newestFirst()) {
      session.netns().knownNumberOf(netns).ifPresent(id -> names.put(id, netns.name().text()));
    }
    session.netns().knownNumberOf(context.kernel().root()).ifPresent(id -> names.put(id, ""));
    FieldPrinter printer = session.printer();
    printer.begin();
    for (Map.Entry<Integer, String> entry : names.entrySet()) {
      if (wanted.isEmpty() || wanted.getAsInt() == entry.getKey()) {
        printer.openObject().number("nsid", "nsid ", entry.getKey(), " ");
        if (!entry.getValue().isEmpty()) {
          printer.string("name", "(iproute2 netns name: ", entry.getValue(), ")");
        }
        printer.text("\n").closeObject();
      }
    }
    printer.end();
    return 0;
  }

  private int netnsId(String word) {
    OptionalLong id = Numbers.signed(word, Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (id.isEmpty()) {
      throw Complaint.invalid(context, "\"nsid\" value is invalid", word);
    }
    if (id.getAsLong() < 0) {
      throw new NotModelledException("ip netns list-id with a negative number");
    }
    return (int) id.getAsLong();
  }

  /** Complains of what {@code ip netns set} lacks; setting a number is not modelled. */
  private int set(List<String> words) {
    if (words.size() < 2) {
      context.complain(words.isEmpty() ? "No netns name specified" : "No nsid specified");
      return 1;
    }
    OptionalLong id = Numbers.signed(words.get(1), Integer.MIN_VALUE, Integer.MAX_VALUE);
    if (!words.get(1).equals("auto")) {
      if (id.isEmpty()) {
        throw Complaint.invalid(context, "Invalid \"netnsid\" value", words.get(1));
      } else if (id.getAsLong() < 0) {
        throw Complaint.invalid(context, "\"netnsid\" value should be >= 0", words.get(1));
      }
    }
    if (IpCommand.findNetns(context, words.get(0)).isEmpty()) {
      return 1;
    }
    throw new NotModelledException("ip netns set");
  }

  /** Complains of what {@code ip netns attach} lacks; there are no processes to take one from. */
  private int attach(List<String> words) {
    if (words.size() < 2) {
      context.complain("No netns name and PID specified");
      return 1;
    }
    if (Numbers.signed(words.get(1), Integer.MIN_VALUE, Integer.MAX_VALUE).isEmpty()) {
      context.complain("Invalid PID: " + words.get(1));
      return 1;
    }
    throw new NotModelledException("ip netns attach");
  }

  private int add(List<String> words) {
    if (words.isEmpty()) {
      context.complain("No netns name specified");
      return 1;
    }
    String name = words.get(0);
    try {
      context.execute(new CreateNetns(new NetnsName(name)));
      return 0;
    } catch (ErrnoException e) {
      context.complain(
          "Cannot create namespace file \"" + FOLDER + name + "\": " + e.errno().message());
      return 1;
    }
  }

  private int delete(List<String> words) {
    if (session.options().all) {
      for (Netns netns : context.kernel().newestFirst()) {
        context.execute(new RemoveNetns(netns.name()));
      }
      return 0;
    }
    if (words.isEmpty()) {
      context.complain("No netns name specified");
      return 1;
    }
    String name = words.get(0);
    try {
      context.execute(new RemoveNetns(new NetnsName(name)));
      return 0;
    } catch (ErrnoException e) {
      context.complain(
          "Cannot remove namespace file \"" + FOLDER + name + "\": " + e.errno().message());
      return 1;
    }
  }

  private int identify(List<String> words) {
    if (words.size() > 1) {
      context.complain("extra arguments specified");
      return 1;
    }
    if (!words.isEmpty()) {
      return identifyProcess(words.get(0));
    }
    context.println(context.netnsName().text());
    return 0;
  }

  /** The first process is in the root namespace, which has no name; there are no others. */
  private int identifyProcess(String word) {
    OptionalLong pid = Numbers.unsigned(word, Integer.MAX_VALUE);
    if (pid.isEmpty()) {
      context.complain("Specified string '" + word + "' is not a pid");
      return 1;
    }
    if (pid.getAsLong() != 1) {
      context.complain("Cannot open network namespace: " + NO_FILE);
      return 1;
    }
    return 0;
  }

  private int pids(List<String> words) {
    if (words.size() != 1) {
      context.complain(words.isEmpty() ? "No netns name specified" : "extra arguments specified");
      return 1;
    }
    if (IpCommand.findNetns(context, words.get(0)).isEmpty()) {
      context.complain("Cannot open network namespace: No such file or directory");
      return 1;
    }
    return 0;
  }

  private int exec(List<String> words) {
    boolean all = session.options().all;
    if (words.isEmpty() && !all) {
      context.complain("No netns name specified");
      return 1;
    }
    if (words.size() < (all ? 1 : 2)) {
      context.complain("No command specified");
      return 1;
    }
    if (!all) {
      CommandContext inside = IpCommand.enter(context, words.get(0));
      return shell.run(inside, words.subList(1, words.size()));
    }
    for (Netns netns : context.kernel().newestFirst()) {
      context.println("\nnetns: " + netns.name());
      shell.run(context.in(netns.name()), words);
    }
    return 0;
  }
}
