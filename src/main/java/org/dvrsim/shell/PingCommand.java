package org.dvrsim.shell;

import java.util.List;
import java.util.Locale;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.datapath.PathMtuDiscovery;
import org.dvrsim.datapath.PingRequest;
import org.dvrsim.datapath.PingResult;
import org.dvrsim.kernel.Link;
import org.dvrsim.net.IfName;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.Packet;

/**
 * {@code ping}.
 *
 * <p>Models: iputils 20240905 ping/ping.c, ping_common.c. Differs: times are zero; host names are
 * not looked up.
 */
final class PingCommand implements ShellCommand {
  private static final int UNANSWERED = 1;
  private static final int FAILED = 2;
  private static final int MAX_LENGTH = 65507;

  /** What the command line asks for. */
  private static final class Options {
    int count;
    int wait = 10;
    int length = PingRequest.DEFAULT_LENGTH;
    int ttl = Packet.DEFAULT_TTL;
    int tos;
    int mark;
    boolean broadcast;
    PathMtuDiscovery discovery = PathMtuDiscovery.WANT;
    boolean quiet;
    IpAddress source;
    Link device;
    String target;
  }

  @Override
  public int run(CommandContext context, List<String> arguments) {
    Options options = read(context, arguments);
    if (options.target == null) {
      context.complain("ping: usage error: Destination address required");
      return UNANSWERED;
    }
    if (!IpAddress.isValid(options.target)) {
      throw new NotModelledException("ping to the name " + options.target);
    }
    if (options.count == 0) {
      throw new NotModelledException("ping without -c");
    }
    IpAddress destination = IpAddress.parse(options.target);
    PingRequest request =
        new PingRequest(
            destination,
            options.source,
            options.device,
            options.count,
            options.wait,
            options.length,
            options.ttl,
            options.tos,
            options.mark,
            options.broadcast,
            options.discovery);
    PingResult result = context.host().datapath().ping(context.netns(), request);
    if (result.warns()) {
      context.complain("WARNING: pinging broadcast address");
    }
    if (result.refused() != null) {
      complain(context, options, result);
      return FAILED;
    }
    Link device = options.device;
    if (device != null
        && device.addresses().stream().noneMatch(a -> a.local().equals(result.source()))) {
      context.complain(
          "ping: Warning: source address might be selected on device other than: " + device);
    }
    print(context, options, request, result);
    return result.isAnswered() ? 0 : UNANSWERED;
  }

  // Arguments.

  private static Options read(CommandContext context, List<String> arguments) {
    Options options = new Options();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (!word.startsWith("-") || word.length() < 2) {
        options.target = word;
        continue;
      }
      char letter = word.charAt(1);
      if ("cWsItQmiM".indexOf(letter) < 0) {
        for (int k = 1; k < word.length(); k++) {
          flag(options, word.charAt(k));
        }
        continue;
      }
      String value = word.substring(2);
      if (value.isEmpty()) {
        i++;
        if (i == arguments.size()) {
          context.complain("ping: option requires an argument -- '" + letter + "'");
          throw new CommandExit(FAILED);
        }
        value = arguments.get(i);
      }
      set(context, options, letter, value);
    }
    return options;
  }

  private static void flag(Options options, char letter) {
    switch (letter) {
      case 'n', '4', '6' -> {}
      case 'q' -> options.quiet = true;
      case 'b' -> {
        options.broadcast = true;
        options.discovery = PathMtuDiscovery.DO; // what is for all is not split
      }
      default -> throw new NotModelledException("ping -" + letter);
    }
  }

  private static void set(CommandContext context, Options options, char letter, String value) {
    switch (letter) {
      case 'c' -> options.count = number(context, value, 1, Integer.MAX_VALUE);
      case 'W' -> options.wait = (int) Math.ceil(seconds(value));
      case 's' -> options.length = number(context, value, 0, MAX_LENGTH);
      case 't' -> options.ttl = number(context, value, 1, 255);
      case 'Q' -> options.tos = number(context, value, 0, 255);
      case 'm' -> options.mark = number(context, value, 0, Integer.MAX_VALUE);
      case 'i' -> seconds(value);
      case 'M' -> options.discovery = discovery(context, value);
      default -> {
        if (IpAddress.isValid(value)) {
          options.source = IpAddress.parse(value);
        } else {
          options.device = device(context, value);
        }
      }
    }
  }

  private static PathMtuDiscovery discovery(CommandContext context, String value) {
    for (PathMtuDiscovery each : PathMtuDiscovery.values()) {
      if (each.name().equalsIgnoreCase(value)) {
        return each;
      }
    }
    context.complain("ping: invalid -M argument: " + value);
    throw new CommandExit(UNANSWERED);
  }

  private static double seconds(String value) {
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw new NotModelledException("ping with the time " + value);
    }
  }

  private static int number(CommandContext context, String value, int min, int max) {
    long number;
    try {
      number = Long.decode(value);
    } catch (NumberFormatException e) {
      context.complain("ping: invalid argument: '" + value + "'");
      throw new CommandExit(UNANSWERED);
    }
    if (number < min || number > max) {
      context.complain(
          "ping: invalid argument: '" + value + "': out of range: " + min + " <= value <= " + max);
      throw new CommandExit(UNANSWERED);
    }
    return (int) number;
  }

  private static Link device(CommandContext context, String value) {
    Link link = IfName.isValid(value) ? context.netns().link(new IfName(value)).orElse(null) : null;
    if (link == null) {
      context.complain("ping: unknown iface: " + value);
      throw new CommandExit(FAILED);
    }
    return link;
  }

  // Output.

  private static void complain(CommandContext context, Options options, PingResult result) {
    Errno errno = result.error();
    if (result.refused() == PingResult.Refusal.BIND) {
      context.complain("ping: bind: " + errno.message());
    } else if (errno == Errno.EACCES && !options.broadcast && result.target().isV4()) {
      context.complain(
          "ping: Do you want to ping broadcast? Then -b. If not, check your local firewall rules");
    } else {
      context.complain("ping: connect: " + errno.message());
    }
  }

  private static void print(
      CommandContext context, Options options, PingRequest request, PingResult result) {
    boolean v4 = result.target().isV4();
    StringBuilder head = new StringBuilder("PING ");
    head.append(options.target).append(" (").append(result.target()).append(") ");
    if (request.source() != null || request.device() != null) {
      head.append("from ").append(result.source()).append(' ');
      head.append(request.device() == null ? "" : request.device().name()).append(": ");
    }
    head.append(request.dataLength());
    if (v4) {
      head.append('(').append(request.dataLength() + 28).append(") bytes of data.");
    } else {
      head.append(" data bytes");
    }
    context.println(head.toString());
    for (PingResult.Event event : result.events()) {
      if (!options.quiet || event.errno() != null) {
        print(context, result, event);
      }
    }
    statistics(context, options, result);
  }

  private static void print(CommandContext context, PingResult result, PingResult.Event event) {
    if (event.errno() != null) {
      context.complain("ping: sendmsg: " + event.errno().message());
    } else if (event.isReply()) {
      String different = event.from().equals(result.target()) ? "" : " (DIFFERENT ADDRESS!)";
      context.println(
          event.bytes()
              + " bytes from "
              + event.from()
              + ": icmp_seq="
              + event.sequence()
              + " ttl="
              + event.ttl()
              + " time=0.000 ms"
              + different);
    } else {
      String colon = event.isRedirect() ? ": " : " ";
      context.println(
          "From "
              + event.from()
              + colon
              + "icmp_seq="
              + event.sequence()
              + " "
              + IcmpErrorText.of(event.error()));
    }
  }

  private static void statistics(CommandContext context, Options options, PingResult result) {
    int received = result.received();
    int lost = (result.sent() - received) * 100 / result.sent();
    String errors = result.errors() == 0 ? "" : "+" + result.errors() + " errors, ";
    context.println("");
    context.println("--- " + options.target + " ping statistics ---");
    context.println(
        String.format(
            Locale.ROOT,
            "%d packets transmitted, %d received, %s%d%% packet loss, time %dms",
            result.sent(),
            received,
            errors,
            lost,
            (result.sent() - 1) * 1000));
    context.println(received > 0 ? "rtt min/avg/max/mdev = 0.000/0.000/0.000/0.000 ms" : "");
  }
}
