package org.dvrsim.netfilter;

import java.util.List;
import java.util.Locale;
import org.dvrsim.base.NotModelledException;

/**
 * A rate of packets. Kept and printed, but no packet can be tried against it: that would need time.
 *
 * <p>Models: extensions/libxt_limit.c
 *
 * @param period the time between two packets in units of 0.1 ms
 */
record LimitMatch(long period, long burst) implements Match {
  private static final long SCALE = 10000;
  private static final long DEFAULT_BURST = 5;
  private static final long DEFAULT_PERIOD = SCALE * 60 * 60 / 3;

  private record Unit(String name, String shown, long seconds) {}

  private static final List<Unit> UNITS =
      List.of(
          new Unit("day", "day", 24 * 60 * 60),
          new Unit("hour", "hour", 60 * 60),
          new Unit("minute", "min", 60),
          new Unit("second", "sec", 1));

  @Override
  public String name() {
    return "limit";
  }

  @Override
  public boolean matches(PacketView packet) {
    throw new NotModelledException("match limit on a packet");
  }

  @Override
  public Match asSent() {
    return new LimitMatch(rounded(period), burst);
  }

  @Override
  public void save(StringBuilder out) {
    out.append(" --limit");
    rate(out);
    if (burst != DEFAULT_BURST) {
      out.append(" --limit-burst ").append(burst);
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" limit: avg");
    rate(out);
    out.append(" burst ").append(burst);
  }

  private void rate(StringBuilder out) {
    int i = unit(period);
    out.append(' ').append(UNITS.get(i).seconds() * SCALE / period);
    out.append('/').append(UNITS.get(i).shown());
  }

  /** Returns the index of the smallest unit in which the rate is still precise. */
  private static int unit(long period) {
    int i = 1;
    while (i < UNITS.size()) {
      long scaled = UNITS.get(i).seconds() * SCALE;
      if (period > scaled || scaled / period < scaled % period) {
        break;
      }
      i++;
    }
    return i - 1;
  }

  /** Returns the period as the kernel hands it back: a whole number of packets in a unit. */
  private static long rounded(long period) {
    long seconds = UNITS.get(unit(period)).seconds();
    return SCALE * seconds / (SCALE * seconds / period);
  }

  /** Reads {@code --limit} and {@code --limit-burst}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of(
            "limit", ExtensionOption.value("limit", 0), ExtensionOption.value("limit-burst", 1));

    private long period = DEFAULT_PERIOD;
    private long burst = DEFAULT_BURST;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      if (option.id() == 1) {
        burst = number(option, argument, 0, 10000);
      } else {
        period = period(argument);
      }
    }

    private static long period(String text) {
      int slash = text.indexOf('/');
      long seconds = slash < 0 ? 1 : seconds(text.substring(slash + 1));
      long rate = leadingNumber(text);
      if (seconds == 0 || rate == 0) {
        throw XtablesError.parameter("bad rate \"" + text + "\"'");
      }
      long period = SCALE * seconds / rate;
      if (period == 0) {
        throw XtablesError.parameter("Rate too fast \"" + text + "\"");
      }
      return period;
    }

    private static long seconds(String unit) {
      if (!unit.isEmpty()) {
        for (int i = UNITS.size() - 1; i >= 0; i--) {
          if (UNITS.get(i).name().startsWith(unit.toLowerCase(Locale.ROOT))) {
            return UNITS.get(i).seconds();
          }
        }
      }
      return 0;
    }

    private static long leadingNumber(String text) {
      int end = 0;
      while (end < text.length() && end < 9 && Character.isDigit(text.charAt(end))) {
        end++;
      }
      return end == 0 ? 0 : Long.parseLong(text.substring(0, end));
    }

    @Override
    Match build() {
      return new LimitMatch(period, burst);
    }
  }
}
