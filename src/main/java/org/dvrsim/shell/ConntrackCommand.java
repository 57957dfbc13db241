package org.dvrsim.shell;

import java.util.List;
import java.util.Locale;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;
import org.dvrsim.net.Payload;
import org.dvrsim.netfilter.Conntrack;
import org.dvrsim.netfilter.ConntrackEntry;
import org.dvrsim.netfilter.ConntrackFilter;
import org.dvrsim.ops.DeleteConntrack;

/**
 * {@code conntrack}: lists and deletes tracked connections, by default those of IPv4.
 *
 * <p>Models: conntrack-tools 1.4.8 src/conntrack.c, libnetfilter_conntrack
 * src/conntrack/snprintf_default.c. Differs: connections are listed in the order in which they
 * began; the kernel lists them by a hash.
 */
final class ConntrackCommand implements ShellCommand {
  private static final String VERSION = "conntrack v1.4.8 (conntrack-tools)";

  @Override
  public int run(CommandContext context, List<String> arguments) {
    String command = arguments.isEmpty() ? "" : arguments.get(0);
    List<String> rest = arguments.isEmpty() ? List.of() : arguments.subList(1, arguments.size());
    switch (command) {
      case "-L", "--dump" -> {
        List<ConntrackEntry> shown = selected(context, rest);
        shown.forEach(entry -> context.println(line(entry)));
        context.complain(VERSION + ": " + shown.size() + " flow entries have been shown.");
        return 0;
      }
      case "-D", "--delete" -> {
        List<ConntrackEntry> deleted = selected(context, rest);
        deleted.forEach(entry -> context.println(line(entry)));
        context.execute(new DeleteConntrack(context.netnsName(), rest));
        context.complain(VERSION + ": " + deleted.size() + " flow entries have been deleted.");
        return deleted.isEmpty() ? 1 : 0;
      }
      case "-F", "--flush" -> {
        context.execute(new DeleteConntrack(context.netnsName(), List.of()));
        context.complain(VERSION + ": connection tracking table has been emptied.");
        return 0;
      }
      case "-C", "--count" -> {
        context.println(
            Integer.toString(context.netns().conntrack().map(c -> c.entries().size()).orElse(0)));
        return 0;
      }
      case "-V", "--version" -> {
        context.println(VERSION);
        return 0;
      }
      default -> throw new NotModelledException("conntrack " + String.join(" ", arguments));
    }
  }

  private static List<ConntrackEntry> selected(CommandContext context, List<String> words) {
    ConntrackFilter filter = ConntrackFilter.parse(words);
    boolean anyFamily = words.contains("-f") || words.contains("--family");
    return context.netns().conntrack().map(Conntrack::entries).orElse(List.of()).stream()
        .filter(entry -> anyFamily || entry.original().family() == IpFamily.V4)
        .filter(filter)
        .toList();
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
