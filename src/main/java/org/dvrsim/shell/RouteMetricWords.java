package org.dvrsim.shell;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.kernel.RouteMetric;
import org.dvrsim.kernel.RouteMetrics;

/**
 * Reads what {@code ip route} says about a path.
 *
 * <p>Models: iproute2 ip/iproute.c:iproute_modify(), lib/utils.c:get_time_rtt()
 */
final class RouteMetricWords {
  private final CommandContext context;
  private RouteMetrics metrics = RouteMetrics.NONE;

  RouteMetricWords(IpSession session) {
    this.context = session.context();
  }

  /** Returns the metrics read so far. */
  RouteMetrics metrics() {
    return metrics;
  }

  /** Reads a metric if the word at hand is one's name. */
  boolean read(Arguments arguments) {
    RouteMetric metric = named(arguments);
    if (metric == null) {
      return false;
    }
    boolean lock = metric == RouteMetric.RTO_MIN;
    arguments.next();
    if (canBeLocked(metric) && arguments.is("lock")) {
      lock = true;
      arguments.next();
    }
    metrics = metrics.with(metric, value(metric, arguments.word()), lock);
    return true;
  }

  private static RouteMetric named(Arguments arguments) {
    if (arguments.is("mtu")) {
      return RouteMetric.MTU;
    } else if (arguments.is("hoplimit")) {
      return RouteMetric.HOPLIMIT;
    } else if (arguments.is("advmss")) {
      return RouteMetric.ADVMSS;
    } else if (arguments.begins("reordering")) {
      return RouteMetric.REORDERING;
    } else if (arguments.is("rtt")) {
      return RouteMetric.RTT;
    } else if (arguments.is("rto_min")) {
      return RouteMetric.RTO_MIN;
    } else if (arguments.begins("window")) {
      return RouteMetric.WINDOW;
    } else if (arguments.begins("cwnd")) {
      return RouteMetric.CWND;
    } else if (arguments.begins("initcwnd")) {
      return RouteMetric.INITCWND;
    } else if (arguments.begins("initrwnd")) {
      return RouteMetric.INITRWND;
    } else if (arguments.begins("features")) {
      return RouteMetric.FEATURES;
    } else if (arguments.begins("quickack")) {
      return RouteMetric.QUICKACK;
    } else if (arguments.begins("rttvar")) {
      return RouteMetric.RTTVAR;
    } else if (arguments.begins("ssthresh")) {
      return RouteMetric.SSTHRESH;
    }
    return arguments.begins("fastopen_no_cookie") ? RouteMetric.FASTOPEN_NO_COOKIE : null;
  }

  private static boolean canBeLocked(RouteMetric metric) {
    return switch (metric) {
      case FEATURES, QUICKACK, RTO_MIN, FASTOPEN_NO_COOKIE -> false;
      default -> true;
    };
  }

  private long value(RouteMetric metric, String word) {
    return switch (metric) {
      case FEATURES -> features(word);
      case RTT -> time(metric, word, 8);
      case RTTVAR -> time(metric, word, 4);
      case RTO_MIN -> time(metric, word, 1);
      case QUICKACK, FASTOPEN_NO_COOKIE -> {
        long number = number(metric, word);
        if (number > 1) {
          throw Complaint.invalid(context, "\"" + metric + "\" value should be 0 or 1\n", word);
        }
        yield number;
      }
      case HOPLIMIT -> {
        long number = number(metric, word);
        if (number > 255) {
          throw invalid(metric, word);
        }
        yield number;
      }
      default -> number(metric, word);
    };
  }

  private long number(RouteMetric metric, String word) {
    return Numbers.unsigned(word, Numbers.MAX_U32).orElseThrow(() -> invalid(metric, word));
  }

  private CommandExit invalid(RouteMetric metric, String word) {
    String name = metric == RouteMetric.ADVMSS ? "mss" : metric.toString();
    return Complaint.invalid(context, "\"" + name + "\" value is invalid\n", word);
  }

  private long features(String word) {
    return switch (word) {
      case "ecn" -> RoutePrinter.ECN;
      case "tcp_usec_ts" -> RoutePrinter.USEC_TIMESTAMPS;
      default -> throw Complaint.invalid(context, "\"features\" value not valid\n", word);
    };
  }

  /** Reads milliseconds, or what a bare number stands for. */
  private long time(RouteMetric metric, String word, int unit) {
    int end = 0;
    while (end < word.length()
        && (Character.isDigit(word.charAt(end)) || word.charAt(end) == '.')) {
      end++;
    }
    Optional<BigDecimal> number = decimal(word.substring(0, end));
    String suffix = word.substring(end).toLowerCase(Locale.ROOT);
    if (number.isEmpty()) {
      throw invalid(metric, word);
    }
    BigDecimal milliseconds =
        switch (suffix) {
          case "", "ms", "msec", "msecs" -> number.get();
          case "s", "sec", "secs" -> number.get().scaleByPowerOfTen(3);
          default -> throw invalid(metric, word);
        };
    long whole = milliseconds.setScale(0, java.math.RoundingMode.CEILING).longValue();
    return suffix.isEmpty() ? whole : whole * unit;
  }

  private static Optional<BigDecimal> decimal(String digits) {
    if (digits.isEmpty() || digits.equals(".")) {
      return Optional.empty();
    }
    if (digits.indexOf('.') < 0) {
      OptionalLong number = Numbers.unsigned(digits, Numbers.MAX_U32);
      return number.isPresent()
          ? Optional.of(BigDecimal.valueOf(number.getAsLong()))
          : Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(digits));
    } catch (NumberFormatException e) {
      return Optional.empty();
    }
  }
}
