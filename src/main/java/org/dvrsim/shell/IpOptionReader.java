package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;

/**
 * Reads the options before {@code ip}'s object; one may be shortened as long as the first that fits
 * is meant.
 *
 * <p>Models: iproute2 ip/ip.c:main()
 */
final class IpOptionReader {
  private final IpOptions options;
  private final List<String> words;
  private CommandContext context;
  private int position;
  private Optional<String> batch = Optional.empty();

  IpOptionReader(CommandContext context, IpOptions options, List<String> words) {
    this.context = context;
    this.options = options;
    this.words = words;
  }

  /** Reads the options; returns the words after them. */
  List<String> read() {
    while (position < words.size() && words.get(position).startsWith("-")) {
      String word = words.get(position);
      if (word.equals("--")) {
        position++;
        break;
      }
      option(word.startsWith("--") ? word.substring(1) : word);
      position++;
    }
    return words.subList(Math.min(position, words.size()), words.size());
  }

  /** Returns where the command runs: what {@code -n} named, or where it started. */
  CommandContext context() {
    return context;
  }

  /** Returns the file given with {@code -batch}. */
  Optional<String> batch() {
    return batch;
  }

  private void option(String word) {
    if (word.equals("-n")) {
      netns();
    } else if (fits(word, "-loops")) {
      argument("loop count");
    } else if (fits(word, "-family")) {
      family(argument("family type"));
    } else if (word.equals("-4")) {
      options.family = AddressFamily.INET;
    } else if (word.equals("-6")) {
      options.family = AddressFamily.INET6;
    } else if (word.equals("-0")) {
      options.family = AddressFamily.PACKET;
    } else if (word.equals("-M")) {
      options.family = AddressFamily.MPLS;
    } else if (word.equals("-B")) {
      options.family = AddressFamily.BRIDGE;
    } else if (fits(word, "-human-readable") || fits(word, "-iec")) {
      options.human = true;
    } else if (fits(word, "-stats") || fits(word, "-statistics")) {
      options.statistics++;
    } else if (fits(word, "-details")) {
      options.details++;
    } else if (fits(word, "-resolve")) {
      throw new NotModelledException("ip -resolve");
    } else if (fits(word, "-oneline")) {
      options.oneLine = true;
    } else if (fits(word, "-timestamp")) {
      if (options.timestamp == IpOptions.Timestamp.NONE) {
        options.timestamp = IpOptions.Timestamp.LONG;
      }
    } else if (fits(word, "-tshort")) {
      options.timestamp = IpOptions.Timestamp.SHORT;
    } else {
      laterOption(word);
    }
  }

  private void laterOption(String word) {
    if (fits(word, "-Version")) {
      context.println("ip utility, iproute2-6.15.0, libbpf 1.5.0");
      throw new CommandExit(0);
    } else if (fits(word, "-force")) {
      options.force = true;
    } else if (fits(word, "-batch")) {
      batch = Optional.of(argument("batch file"));
    } else if (fits(word, "-brief")) {
      options.brief = true;
    } else if (fits(word, "-json")) {
      options.json = true;
    } else if (fits(word, "-pretty")) {
      options.pretty = true;
    } else if (fits(word, "-rcvbuf")) {
      String size = argument("rcvbuf size");
      if (Numbers.unsigned(size, Integer.MAX_VALUE).isEmpty()) {
        throw Complaint.fatal(context, "Invalid rcvbuf size '" + size + "'");
      }
    } else if (isColour(word)) {
      options.colour = word.indexOf('=') < 0 || word.endsWith("=always");
    } else if (fits(word, "-help")) {
      throw new IpSession(context, options).usage("ip");
    } else if (fits(word, "-netns")) {
      netns();
    } else if (fits(word, "-Numeric")) {
      options.numeric = true;
    } else if (fits(word, "-all")) {
      options.all = true;
    } else if (word.equals("-echo")) {
      throw new NotModelledException("ip -echo");
    } else {
      throw Complaint.fatal(context, "Option \"" + word + "\" is unknown, try \"ip -help\".");
    }
  }

  private void netns() {
    position++;
    context = IpCommand.enter(context, position < words.size() ? words.get(position) : "(null)");
  }

  private static boolean isColour(String word) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    String value = equals < 0 ? "always" : word.substring(equals + 1);
    return fits(name, "-color") && List.of("always", "auto", "never").contains(value);
  }

  private void family(String word) {
    if (word.equals("help")) {
      throw new IpSession(context, options).usage("ip");
    }
    options.family = AddressFamily.named(word);
    if (options.family == AddressFamily.UNSPEC) {
      throw Complaint.invalid(context, "invalid protocol family", word);
    }
  }

  private String argument(String what) {
    position++;
    if (position >= words.size()) {
      throw Complaint.missing(context, what);
    }
    return words.get(position);
  }

  private static boolean fits(String word, String option) {
    return Arguments.isBeginning(word, option);
  }
}
