package org.dvrsim.netfilter;

/**
 * {@code -w} and {@code -W}, which say how long to wait for a lock that nobody else holds here.
 *
 * <p>Models: iptables/xshared.c:parse_wait_time(), parse_wait_interval()
 */
final class WaitOptions {
  private static final int MAX_INTERVAL = 999_999;

  private final StringBuilder warnings;
  private boolean waits;
  private boolean hasInterval;

  WaitOptions(StringBuilder warnings) {
    this.warnings = warnings;
  }

  void seconds(Getopt words, boolean restore) {
    refuseInRestore('w', restore);
    String seconds = argument(words);
    if (seconds != null && CNumber.prefix(seconds, 0, 0, Integer.MAX_VALUE) == null) {
      throw XtablesError.parameter("wait seconds not numeric");
    }
    waits = true;
  }

  void interval(Getopt words, boolean restore) {
    refuseInRestore('W', restore);
    String text = argument(words);
    if (text == null) {
      throw XtablesError.parameter("wait interval value required");
    }
    CNumber number = CNumber.prefix(text, 0, 0, MarkMask.MAX);
    if (number == null) {
      throw XtablesError.parameter("wait interval not numeric");
    }
    if (number.value() > MAX_INTERVAL) {
      throw XtablesError.parameter(
          "too long usec wait " + number.value() + " > " + MAX_INTERVAL + " usec");
    }
    warnings.append("Ignoring deprecated --wait-interval option.\n");
    hasInterval = true;
  }

  private static void refuseInRestore(char letter, boolean restore) {
    if (restore) {
      throw XtablesError.parameter("You cannot use `-" + letter + "' from iptables-restore");
    }
  }

  private static String argument(Getopt words) {
    if (words.argument() != null) {
      return words.argument();
    }
    return words.hasArgument() ? words.takeWord() : null;
  }

  void check() {
    if (hasInterval && !waits) {
      throw XtablesError.parameter("--wait-interval only makes sense with --wait\n");
    }
  }
}
