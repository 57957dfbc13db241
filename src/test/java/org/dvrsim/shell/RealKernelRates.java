package org.dvrsim.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dvrsim.netfilter.NetfilterBench;

/**
 * Measures this machine's own kernel with its own tools: {@code ip -batch} and {@code
 * iptables-restore} in a network namespace of their own. Needs root. The tools are those of the
 * folder that {@link RealLinux} takes them from.
 *
 * <p>What counts is the processor time that the tool and the kernel spend for it, less that of an
 * empty run. It is at most the time that passes, and other work on the machine doesn't change it.
 */
final class RealKernelRates {
  /** Commands that make a veth pair with an address. */
  static final String START =
      """
      link add v0 type veth peer name v1
      link set v0 up
      link set v1 up
      addr add 10.0.0.1/24 dev v0
      """;

  private static final Pattern CLOCK = Pattern.compile("(\\d+)m(\\d+\\.\\d+)s");

  private static final String TOOLS =
      System.getProperty("dvrsim.linux.root", "").isEmpty()
          ? ""
          : "chroot " + System.getProperty("dvrsim.linux.root") + " ";

  private RealKernelRates() {}

  /** Returns commands that add {@code count} routes. */
  static String routes(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("route add ").append(20 + i / 65536).append('.').append(i / 256 % 256);
      text.append('.').append(i % 256).append(".0/24 via 10.0.0.2 dev v0\n");
    }
    return text.toString();
  }

  /** Returns commands that add {@code count} rules, the last with the lowest priority. */
  static String rules(int count) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < count; i++) {
      text.append("rule add from 30.").append(i / 65536).append('.').append(i / 256 % 256);
      text.append('.').append(i % 256).append(" table 16 pref ").append(1000 + count - i);
      text.append('\n');
    }
    return text.toString();
  }

  /**
   * Returns the nanoseconds that each run of {@code commands} takes.
   *
   * @param before commands to begin with, which don't count
   */
  static double batch(String before, String commands, int times) {
    String work = commands.repeat(times);
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, measured("ip -batch -", START + before, work));
    }
    return (double) Math.max(0, least - empty("ip -batch -")) / times;
  }

  /** Returns the nanoseconds that a restore of {@code rules} rules takes. */
  static double restore(int rules) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, measured("iptables-restore", START, NetfilterBench.text(rules)));
    }
    return Math.max(0, least - empty("iptables-restore"));
  }

  private static long empty(String tool) {
    long least = Long.MAX_VALUE;
    for (int i = 0; i < 3; i++) {
      least = Math.min(least, measured(tool, START, ""));
    }
    return least;
  }

  private static long measured(String tool, String before, String work) {
    try {
      Path first = temporary(before);
      Path second = temporary(work);
      String script =
          "%sip -batch - < %s > /dev/null || exit 1; times; %s%s < %s > /dev/null || exit 1; times"
              .formatted(TOOLS, first, TOOLS, tool, second);
      Process process =
          new ProcessBuilder(List.of("unshare", "--net", "bash", "-c", script))
              .redirectError(ProcessBuilder.Redirect.INHERIT)
              .start();
      String text =
          new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
      if (process.waitFor() != 0) {
        throw new IllegalStateException("failed: " + script);
      }
      List<String> lines = text.lines().toList();
      return nanos(lines.get(3)) - nanos(lines.get(1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** Reads a line of bash's {@code times}: user and system time of its children. */
  private static long nanos(String line) {
    double seconds = 0;
    Matcher clock = CLOCK.matcher(line);
    while (clock.find()) {
      seconds += 60 * Integer.parseInt(clock.group(1)) + Double.parseDouble(clock.group(2));
    }
    return (long) (seconds * 1e9);
  }

  private static Path temporary(String text) throws IOException {
    Path file = Files.createTempFile("dvrsim", "");
    file.toFile().deleteOnExit();
    return Files.writeString(file, text);
  }
}
