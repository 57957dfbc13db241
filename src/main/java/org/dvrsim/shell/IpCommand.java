package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;

/**
 * {@code ip}: reads the options, finds the object by its name or the beginning of it, hands over.
 *
 * <p>Models: iproute2 ip/ip.c, version 6.15
 */
final class IpCommand implements ShellCommand {
  private static final List<String> OBJECTS =
      List.of(
          "address",
          "addrlabel",
          "maddress",
          "route",
          "rule",
          "neighbor",
          "neighbour",
          "ntable",
          "ntbl",
          "link",
          "l2tp",
          "fou",
          "ila",
          "macsec",
          "tunnel",
          "tunl",
          "tuntap",
          "tap",
          "token",
          "tcpmetrics",
          "tcp_metrics",
          "monitor",
          "xfrm",
          "mroute",
          "mrule",
          "netns",
          "netconf",
          "vrf",
          "sr",
          "nexthop",
          "mptcp",
          "ioam",
          "help",
          "stats");

  private static final int FATAL = 255;

  private final ShellCommand shell;

  /** Builds the command; {@code shell} runs what {@code ip netns exec} is given. */
  IpCommand(ShellCommand shell) {
    this.shell = shell;
  }

  @Override
  public int run(CommandContext context, List<String> arguments) {
    IpOptions options = new IpOptions();
    IpOptionReader reader = new IpOptionReader(context, options, arguments);
    List<String> rest = reader.read();
    CommandContext inside = reader.context();
    if (reader.batch().isPresent()) {
      return batch(inside, options, reader.batch().get());
    }
    if (rest.isEmpty()) {
      throw new IpSession(inside, options).usage("ip");
    }
    return object(inside, options, rest);
  }

  private int object(CommandContext context, IpOptions options, List<String> words) {
    IpSession session = new IpSession(context, options);
    String word = words.get(0);
    List<String> rest = words.subList(1, words.size());
    String object = fullName(word);
    return switch (object) {
      case "address" -> AddressObject.run(session, rest);
      case "route" -> RouteObject.run(session, rest);
      case "rule" -> RuleObject.run(session, rest);
      case "neighbor", "neighbour" -> NeighbourObject.run(session, rest);
      case "link" -> LinkObject.run(session, rest);
      case "netns" -> new NetnsObject(session, shell).run(rest);
      case "monitor" -> MonitorObject.run(session, rest);
      case "help" -> throw session.usage("ip");
      case "" -> {
        context.complain("Object \"" + word + "\" is unknown, try \"ip help\".");
        yield 1;
      }
      default -> throw new NotModelledException("ip " + object);
    };
  }

  /** Returns the first object that {@code word} is the beginning of, empty if there is none. */
  private static String fullName(String word) {
    for (String name : OBJECTS) {
      if (Arguments.isBeginning(word, name)) {
        return name;
      }
    }
    return "";
  }

  /**
   * Runs the lines of a file or of standard input, each as the words after {@code ip}.
   *
   * <p>Models: iproute2 lib/utils.c:do_batch()
   */
  private int batch(CommandContext context, IpOptions options, String file) {
    Optional<String> text =
        file.equals("-") ? Optional.of(context.stdin()) : context.files().read(file);
    if (text.isEmpty()) {
      if (context.files().isFolder(file)) {
        return 0; // it can be opened, and no line can be read
      }
      context.complain("Cannot open file \"" + file + "\" for reading: No such file or directory");
      return 1;
    }
    AddressFamily family = options.family;
    int status = 0;
    BatchLines lines = new BatchLines(text.get());
    while (lines.hasMore()) {
      List<String> words = lines.next(context);
      if (words.isEmpty()) {
        continue;
      }
      options.family = family;
      if (batched(context, options, words) != 0) {
        context.complain("Command failed " + file + ":" + lines.number());
        status = 1;
        if (!options.force) {
          break;
        }
      }
    }
    return status;
  }

  /** Runs one line; only what ends the program for good ends the batch (exit(-1)). */
  private int batched(CommandContext context, IpOptions options, List<String> words) {
    try {
      return object(context, options, words);
    } catch (CommandExit e) {
      if (e.status() == FATAL) {
        throw e;
      }
      return e.status();
    }
  }

  /** Returns {@code context} moved into the namespace named, or ends the command with 255. */
  static CommandContext enter(CommandContext context, String name) {
    return findNetns(context, name)
        .map(context::in)
        .orElseThrow(
            () ->
                Complaint.fatal(
                    context,
                    "Cannot open network namespace \"" + name + "\": No such file or directory"));
  }

  /** Returns the name of a namespace that exists. */
  static Optional<NetnsName> findNetns(CommandContext context, String name) {
    return NetnsName.isValid(name)
        ? context.kernel().find(new NetnsName(name)).map(Netns::name)
        : Optional.empty();
  }
}
