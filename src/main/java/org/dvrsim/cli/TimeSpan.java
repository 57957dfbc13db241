package org.dvrsim.cli;

import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.dvrsim.base.InputException;

/** Reads spans of time as people type them. */
final class TimeSpan {
  private static final Pattern SPAN = Pattern.compile("([0-9]{1,6})(s|m|h)?");

  private TimeSpan() {}

  /**
   * Returns the span that {@code 60s}, {@code 5m} or {@code 1h} is.
   *
   * @throws InputException if it is none
   */
  static Duration parse(String text) {
    Matcher matcher = SPAN.matcher(text);
    if (!matcher.matches()) {
      throw InputException.of("no time: " + text + "; write 60s, 5m or 1h");
    }
    int number = Integer.parseInt(matcher.group(1));
    if (number == 0) {
      throw InputException.of("no time at all: " + text + "; nothing would be played");
    }
    String unit = matcher.group(2) == null ? "s" : matcher.group(2);
    return switch (unit) {
      case "m" -> Duration.ofMinutes(number);
      case "h" -> Duration.ofHours(number);
      default -> Duration.ofSeconds(number);
    };
  }
}
