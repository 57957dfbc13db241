package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Payload;
import org.dvrsim.netfilter.Conntrack;
import org.dvrsim.netfilter.ConntrackArguments;
import org.dvrsim.netfilter.ConntrackEntry;
import org.dvrsim.netfilter.ConntrackUsageException;
import org.dvrsim.ops.DeleteConntrack;

/**
 * {@code conntrack}: lists and deletes tracked connections, by default those of IPv4.
 *
 * <p>Models: conntrack-tools 1.4.8 src/conntrack.c, libnetfilter_conntrack
 * src/conntrack/snprintf_default.c. Differs: connections are listed in the order in which they
 * began; the kernel lists them by a hash.
 */
final class ConntrackCommand implements ShellCommand {
  private static final int BAD_USAGE = 2;
  private static final String VERSION = "conntrack v1.4.8 (conntrack-tools)";

  @Override
  public int run(CommandContext context, List<String> words) {
    ConntrackArguments arguments;
    try {
      arguments = ConntrackArguments.parse(words);
    } catch (ConntrackUsageException e) {
      context.complain(VERSION + ": " + e.getMessage());
      context.complain("Try `conntrack -h' or 'conntrack --help' for more information.");
      return BAD_USAGE;
    }
    if (arguments.isAboutExpectations()) {
      return expectations(context, arguments);
    }
    switch (arguments.command()) {
      case 'L' -> {
        List<ConntrackEntry> shown = print(context, arguments);
        context.complain(VERSION + ": " + shown.size() + " flow entries have been shown.");
        return 0;
      }
      case 'D' -> {
        List<String> options = new ArrayList<>(words);
        if (!options.remove("-D") && !options.remove("--delete")) {
          throw new NotModelledException("conntrack " + String.join(" ", words));
        }
        options.remove("conntrack");
        List<ConntrackEntry> deleted = print(context, arguments);
        context.execute(new DeleteConntrack(context.netnsName(), options));
        context.complain(VERSION + ": " + deleted.size() + " flow entries have been deleted.");
        return deleted.isEmpty() ? 1 : 0;
      }
      case 'F' -> {
        for (String family : List.of("ipv4", "ipv6")) {
          context.execute(new DeleteConntrack(context.netnsName(), List.of("-f", family)));
        }
        context.complain(VERSION + ": connection tracking table has been emptied.");
        return 0;
      }
      case 'C' -> {
        context.println(Integer.toString(entries(context).size()));
        return 0;
      }
      case 'V' -> {
        context.println(VERSION);
        return 0;
      }
      default -> throw new NotModelledException("conntrack " + String.join(" ", words));
    }
  }

  /** There are no expectations. */
  private static int expectations(CommandContext context, ConntrackArguments arguments) {
    switch (arguments.command()) {
      case 'L' -> context.complain(VERSION + ": 0 expectations have been shown.");
      case 'F' -> context.complain(VERSION + ": expectation table has been emptied.");
      case 'C' -> context.println("0");
      default -> throw new NotModelledException("conntrack -" + arguments.command() + " expect");
    }
    return 0;
  }

  private static List<ConntrackEntry> entries(CommandContext context) {
    return context.netns().conntrack().map(Conntrack::entries).orElse(List.of());
  }

  private static List<ConntrackEntry> print(CommandContext context, ConntrackArguments arguments) {
    List<ConntrackEntry> selected = entries(context).stream().filter(arguments.filter()).toList();
    for (ConntrackEntry entry : selected) {
      String family = entry.original().family() == IpFamily.V4 ? "ipv4     2 " : "ipv6     10 ";
      context.println((arguments.isExtended() ? family : "") + line(entry));
    }
    return selected;
  }

  private static String line(ConntrackEntry entry) {
    int protocol = entry.original().protocol();
    StringBuilder out = new StringBuilder();
    out.append(
        String.format(
            Locale.ROOT, "%-8s %d %d ", name(protocol), protocol, entry.remainingSeconds()));
    if (protocol == Payload.TCP) {
      out.append(entry.tcpState()).append(' ');
    }
    out.append(entry.original()).append(' ');
    out.append(entry.isSeenReply() ? "" : "[UNREPLIED] ");
    out.append(entry.reply()).append(' ');
    out.append(entry.isAssured() ? "[ASSURED] " : "");
    return out.append("mark=").append(entry.mark()).append(" use=1").toString();
  }

  private static String name(int protocol) {
    return switch (protocol) {
      case Payload.ICMP -> "icmp";
      case Payload.TCP -> "tcp";
      case Payload.UDP -> "udp";
      case Payload.ICMPV6 -> "icmpv6";
      default -> "unknown";
    };
  }
}
