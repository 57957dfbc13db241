package org.dvrsim.shell;

import java.util.List;
import java.util.OptionalInt;
import java.util.OptionalLong;
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
      return new NetnsIdObject(session).list(rest);
    } else if (arguments.begins("help")) {
      throw session.usage("ip-netns");
    } else if (arguments.begins("add")) {
      return add(rest);
    } else if (arguments.begins("set")) {
      return new NetnsIdObject(session).set(rest);
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
      return monitor();
    }
    throw Complaint.fatal(
        context, "Command \"" + arguments.word() + "\" is unknown, try \"ip netns help\".");
  }

  /** Lists the namespaces, with the numbers that they have here. */
  private int list() {
    FieldPrinter printer = session.printer();
    printer.begin();
    for (Netns netns : context.kernel().newestFirst()) {
      OptionalInt id = session.netns().ids().of(netns);
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

  private int monitor() {
    Background background =
        context.background().orElseThrow(() -> Background.missing("ip netns monitor"));
    background.add(new NetnsMonitor(context.kernel()));
    return 0;
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
