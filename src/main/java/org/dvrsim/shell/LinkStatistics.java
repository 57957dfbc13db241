package org.dvrsim.shell;

import java.util.List;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkCounters;

/**
 * Prints what a device has sent and received, as {@code ip -s link} does; of the many kinds of
 * errors none ever happens here.
 *
 * <p>Models: iproute2 ip/ipaddress.c:print_stats64()
 */
final class LinkStatistics {
  private static final List<String> RECEIVED =
      List.of("bytes", "packets", "errors", "dropped", "missed", "mcast");
  private static final List<String> RECEIVE_ERRORS =
      List.of("", "length", "crc", "frame", "fifo", "overrun");
  private static final List<String> SENT =
      List.of("bytes", "packets", "errors", "dropped", "carrier", "collsns");
  private static final List<String> SEND_ERRORS =
      List.of("", "aborted", "fifo", "window", "heartbt", "transns");

  private final IpOptions options;
  private final FieldPrinter printer;
  private final int[] widths = {10, 7, 6, 7, 7, 7};

  LinkStatistics(IpOptions options, FieldPrinter printer) {
    this.options = options;
    this.printer = printer;
  }

  void print(Link link) {
    LinkCounters counters = link.counters();
    if (printer.json()) {
      json(counters);
      return;
    }
    long[] received = {counters.receivedBytes(), counters.receivedPackets(), 0, 0, 0, 0};
    long[] sent = {counters.sentBytes(), counters.sentPackets(), 0, counters.sendDrops(), 0, 0};
    long[] none = new long[widths.length];
    long[] sendErrors = {0, 0, 0, 0, 0, counters.carrierChanges()};
    boolean errors = options.statistics > 1;
    fit(received);
    fit(sent);
    if (errors) {
      fit(sendErrors);
    }
    printer.text(options.lineBreak());
    block("    RX: ", RECEIVED, 0, received);
    if (errors) {
      printer.text(options.lineBreak());
      block("    RX errors:", RECEIVE_ERRORS, 1, none);
    }
    printer.text(options.lineBreak());
    block("    TX: ", SENT, 0, sent);
    if (errors) {
      printer.text(options.lineBreak());
      block("    TX errors:", SEND_ERRORS, 1, sendErrors);
    }
  }

  private void fit(long[] values) {
    for (int i = 0; i < values.length; i++) {
      if (options.human && values[i] >= 1000) {
        throw new NotModelledException("ip -human with large numbers");
      }
      widths[i] = Math.max(widths[i], Long.toString(values[i]).length());
    }
  }

  private void block(String title, List<String> names, int first, long[] values) {
    StringBuilder head = new StringBuilder(title);
    StringBuilder line = new StringBuilder("    ");
    for (int i = 0; i < widths.length; i++) {
      int room = i == 0 ? widths[0] + 4 - title.length() : widths[i];
      head.append(right(names.get(i), room)).append(' ');
      line.append(right(i < first ? "" : Long.toString(values[i]), widths[i])).append(' ');
    }
    printer.text(head + (first == 0 ? " ".repeat(10) : "") + options.lineBreak() + line);
  }

  private static String right(String text, int width) {
    return " ".repeat(Math.max(0, width - text.length())) + text;
  }

  private void json(LinkCounters counters) {
    printer.openObject("stats64").openObject("rx");
    printer.jsonNumber("bytes", counters.receivedBytes());
    printer.jsonNumber("packets", counters.receivedPackets());
    zeros("errors", "dropped", "over_errors", "multicast");
    if (options.statistics > 1) {
      zeros("length_errors", "crc_errors", "frame_errors", "fifo_errors", "missed_errors");
    }
    printer.closeObject().openObject("tx");
    printer.jsonNumber("bytes", counters.sentBytes());
    printer.jsonNumber("packets", counters.sentPackets());
    zeros("errors");
    printer.jsonNumber("dropped", counters.sendDrops());
    zeros("carrier_errors", "collisions");
    if (options.statistics > 1) {
      zeros("aborted_errors", "fifo_errors", "window_errors", "heartbeat_errors");
      printer.jsonNumber("carrier_changes", counters.carrierChanges());
    }
    printer.closeObject().closeObject();
  }

  private void zeros(String... names) {
    for (String name : names) {
      printer.jsonNumber(name, 0);
    }
  }
}
