package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.base.NotModelledException;
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
      throw new NotModelledException("ip netns list-id");
    } else if (arguments.begins("help")) {
      throw session.usage("ip-netns");
    } else if (arguments.begins("add")) {
      return add(rest);
    } else if (arguments.begins("set")) {
      throw new NotModelledException("ip netns set");
    } else if (arguments.begins("delete")) {
      return delete(rest);
    } else if (arguments.begins("identify")) {
      return identify(rest);
    } else if (arguments.begins("pids")) {
      return pids(rest);
    } else if (arguments.begins("exec")) {
      return exec(rest);
    } else if (arguments.begins("monitor", "attach")) {
      throw new NotModelledException("ip netns " + arguments.word());
    }
    throw Complaint.fatal(
        context, "Command \"" + arguments.word() + "\" is unknown, try \"ip netns help\".");
  }

  /**
   * Lists the namespaces.
   *
   * <p>Differs: in order of name; the real order is that of the folder's file system. Ids that
   * namespaces give each other are left out.
   */
  private int list() {
    FieldPrinter printer = session.printer();
    printer.begin();
    for (NetnsName name : context.kernel().names()) {
      printer.openObject();
      printer.string("name", "", name.text(), "");
      printer.text("\n").closeObject();
    }
    printer.end();
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
      for (NetnsName name : List.copyOf(context.kernel().names())) {
        context.execute(new RemoveNetns(name));
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
      throw new NotModelledException("ip netns identify of a process");
    }
    context.println(context.netnsName().text());
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
    for (NetnsName name : List.copyOf(context.kernel().names())) {
      context.println("\nnetns: " + name);
      shell.run(context.in(name), words);
    }
    return 0;
  }
}
