package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.ops.DeleteConntrack;

/**
 * {@code conntrack}: lists and deletes tracked connections.
 *
 * <p>Models: conntrack-tools 1.4.8 src/conntrack.c. Differs: as long as no packets are modelled
 * there are no connections, so every list is empty; options are checked for their first letters
 * only.
 */
final class ConntrackCommand implements ShellCommand {
  private static final String VERSION = "conntrack v1.4.8 (conntrack-tools)";

  @Override
  public int run(CommandContext context, List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    switch (command) {
      case "-L", "--dump" -> {
        context.complain(VERSION + ": 0 flow entries have been shown.");
        return 0;
      }
      case "-D", "--delete" -> {
        context.execute(
            new DeleteConntrack(context.netnsName(), arguments.subList(1, arguments.size())));
        context.complain(VERSION + ": 0 flow entries have been deleted.");
        return 1;
      }
      case "-F", "--flush" -> {
        context.complain(VERSION + ": connection tracking table has been emptied.");
        return 0;
      }
      case "-C", "--count" -> {
        context.println("0");
        return 0;
      }
      case "-V", "--version" -> {
        context.println(VERSION);
        return 0;
      }
      default -> throw new NotModelledException("conntrack " + String.join(" ", arguments));
    }
  }
}
