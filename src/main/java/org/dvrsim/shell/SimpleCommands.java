package org.dvrsim.shell;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.base.SimClock;

/**
 * The few programs of coreutils that scripts about networks need.
 *
 * <p>Models: coreutils 9.7 src/cat.c, sleep.c, timeout.c, echo.c, true.c, rm.c
 */
final class SimpleCommands {
  private static final int TIMED_OUT = 124;
  private static final int WRONG = 125;

  private SimpleCommands() {}

  /** {@code cat}: writes files, or standard input. */
  static int cat(CommandContext context, List<String> words) {
    ShellFiles files = context.files();
    int status = 0;
    for (String word : words.isEmpty() ? List.of("-") : words) {
      if (word.startsWith("-") && word.length() > 1) {
        throw new NotModelledException("cat " + word);
      }
      Optional<String> text = word.equals("-") ? Optional.of(context.stdin()) : files.read(word);
      if (text.isPresent()) {
        context.out().append(text.get());
      } else {
        context.complain("cat: " + word + ": " + files.refusal(word));
        status = 1;
      }
    }
    return status;
  }

  /** {@code echo}: writes its arguments. */
  static int echo(CommandContext context, List<String> words) {
    boolean bare = !words.isEmpty() && words.get(0).equals("-n");
    if (!bare && !words.isEmpty() && words.get(0).matches("-[neE]+")) {
      throw new NotModelledException("echo " + words.get(0));
    }
    String text = String.join(" ", bare ? words.subList(1, words.size()) : words);
    context.out().append(text).append(bare ? "" : "\n");
    return 0;
  }

  /** {@code sleep}: lets virtual time pass. */
  static int sleep(CommandContext context, List<String> words) {
    if (words.isEmpty()) {
      context.complain("sleep: missing operand\nTry 'sleep --help' for more information.");
      return 1;
    }
    long nanos = 0;
    for (String word : words) {
      Optional<Long> time = nanos(word);
      if (time.isEmpty()) {
        context.complain(
            "sleep: invalid time interval '"
                + word
                + "'\nTry 'sleep --help' for more information.");
        return 1;
      }
      nanos = Math.addExact(nanos, time.get());
    }
    context.host().datapath().clock().advanceNanos(nanos);
    return 0;
  }

  /**
   * {@code timeout}: ends a program that listens when its time is over; any other is done at once.
   */
  static int timeout(ShellCommand programs, CommandContext context, List<String> words) {
    if (words.size() < 2) {
      context.complain("timeout: missing operand\nTry 'timeout --help' for more information.");
      return WRONG;
    } else if (words.get(0).startsWith("-")) {
      throw new NotModelledException("timeout " + words.get(0));
    }
    Optional<Long> nanos = nanos(words.get(0));
    if (nanos.isEmpty()) {
      context.complain(
          "timeout: invalid time interval '"
              + words.get(0)
              + "'\nTry 'timeout --help' for more information.");
      return WRONG;
    }
    Background background = context.background().orElseGet(Background::new);
    int status = programs.run(context.with(background), words.subList(1, words.size()));
    if (background.isEmpty() || nanos.get() == 0) {
      return status;
    }
    SimClock clock = context.host().datapath().clock();
    background.stopAfter(clock, nanos.get());
    if (context.background().isEmpty()) {
      clock.advanceNanos(nanos.get());
      context.out().append(background.read());
    }
    return TIMED_OUT;
  }

  /** Returns a time in nanoseconds: a number and perhaps s, m, h or d. */
  private static Optional<Long> nanos(String word) {
    int unit = word.isEmpty() ? -1 : "smhd".indexOf(word.charAt(word.length() - 1));
    String number = unit < 0 ? word : word.substring(0, word.length() - 1);
    if (!number.matches("[0-9]{1,9}(\\.[0-9]{1,9})?|\\.[0-9]{1,9}")) {
      return Optional.empty();
    }
    long seconds = List.of(1L, 60L, 3600L, 86400L).get(Math.max(unit, 0));
    BigDecimal nanos =
        new BigDecimal(number).multiply(BigDecimal.valueOf(seconds)).movePointRight(9);
    return Optional.of(nanos.longValue());
  }
}
