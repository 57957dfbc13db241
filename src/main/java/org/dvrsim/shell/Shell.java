package org.dvrsim.shell;

import java.util.List;
import java.util.Objects;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * A root shell on a host: runs {@code ip}, {@code iptables}, {@code sysctl}, {@code conntrack} and
 * {@code ovs-vsctl} commands with the output, the messages and the exit statuses of Debian trixie's
 * (iproute2 6.15, iptables 1.8.11, procps 4.0.4) on Linux 6.18.
 *
 * <p>Whatever changes the host goes through {@link Host#execute}.
 */
public final class Shell {
  private static final Programs PROGRAMS = new Programs();

  private Shell() {}

  /**
   * Runs one command in the host's root namespace.
   *
   * @param words the program and its arguments
   * @param stdin what the program reads from standard input
   * @throws org.dvrsim.base.NotModelledException for a program or an argument that is not modelled;
   *     nothing is printed then
   */
  public static CommandResult run(Host host, List<String> words, String stdin) {
    return run(host, NetnsName.ROOT, words, stdin);
  }

  /**
   * Runs one command in a namespace.
   *
   * @throws org.dvrsim.base.NotModelledException for a program or an argument that is not modelled
   */
  public static CommandResult run(Host host, NetnsName netns, List<String> words, String stdin) {
    Objects.requireNonNull(stdin);
    return run(new CommandContext(host, stdin).in(netns), words);
  }

  /** Runs one command in a context of its own. */
  static CommandResult run(CommandContext context, List<String> words) {
    return context.finish(() -> PROGRAMS.run(context, words));
  }

  /** Runs one command line without standard input; words are split as {@link WordSplitter} does. */
  public static CommandResult run(Host host, String line) {
    return run(host, WordSplitter.split(line), "");
  }

  /** Returns the names of the programs, sorted. */
  public static List<String> programs() {
    return PROGRAMS.names();
  }
}
