package org.dvrsim.shell;

import org.dvrsim.base.ErrnoException;

/**
 * iproute2's ways of refusing a command line. Each writes its message and returns the exit to
 * throw.
 *
 * <p>Models: iproute2 lib/utils.c
 */
final class Complaint {
  private static final int USAGE = 255;

  private Complaint() {}

  /** The command line ends where a word is needed. */
  static CommandExit incomplete(CommandContext context) {
    return fatal(context, "Command line is not complete. Try option \"help\"");
  }

  /** An option has no argument. */
  static CommandExit missing(CommandContext context, String key) {
    return fatal(context, "Error: argument \"" + key + "\" is required");
  }

  /**
   * A word cannot be what it stands for.
   *
   * @param reason some end with a newline, which leaves an empty line
   */
  static CommandExit invalid(CommandContext context, String reason, String word) {
    return fatal(context, "Error: argument \"" + word + "\" is wrong: " + reason);
  }

  /** Something is given twice. */
  static CommandExit duplicate(CommandContext context, String key, String word) {
    return fatal(
        context, "Error: duplicate \"" + key + "\": \"" + word + "\" is the second value.");
  }

  /** Something is given twice, or is not understood. */
  static CommandExit duplicateOrGarbage(CommandContext context, String key, String word) {
    return fatal(
        context, "Error: either \"" + key + "\" is duplicate, or \"" + word + "\" is garbage.");
  }

  /** Writes a line to standard error and returns the exit with 255. */
  static CommandExit fatal(CommandContext context, String line) {
    context.complain(line);
    return new CommandExit(USAGE);
  }

  /** There is no such device; the command ends with 1. */
  static CommandExit noDevice(CommandContext context, String name) {
    context.complain("Cannot find device \"" + name + "\"");
    return new CommandExit(1);
  }

  /**
   * Writes what iproute2 makes of a refusal by the kernel: netlink's own text where it sent one,
   * else the errno's.
   *
   * <p>Models: iproute2 lib/libnetlink.c:rtnl_talk_error()
   */
  static void netlink(CommandContext context, ErrnoException refusal) {
    String text = refusal.extack();
    if (text.isEmpty()) {
      context.complain("RTNETLINK answers: " + refusal.errno().message());
    } else {
      context.complain("Error: " + text + (text.endsWith(".") ? "" : "."));
    }
  }
}
