package org.dvrsim.netfilter;

import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpFamily;

/**
 * Addresses from one to another.
 *
 * <p>Models: extensions/libxt_iprange.c, net/netfilter/xt_iprange.c:iprange_mt4()
 *
 * @param source null for any
 * @param destination null for any
 */
record IprangeMatch(Range source, Range destination) implements Match {
  /** The addresses from {@code min} to {@code max}, both included, or all others. */
  record Range(IpAddress min, IpAddress max, boolean inverted) {
    boolean contains(IpAddress address) {
      return (address.compareTo(min) >= 0 && address.compareTo(max) <= 0) != inverted;
    }

    @Override
    public String toString() {
      return min + "-" + max;
    }
  }

  @Override
  public String name() {
    return "iprange";
  }

  @Override
  public boolean matches(PacketView packet) {
    return (source == null || source.contains(packet.source()))
        && (destination == null || destination.contains(packet.destination()));
  }

  @Override
  public void save(StringBuilder out) {
    save(out, "--src-range ", source);
    save(out, "--dst-range ", destination);
  }

  private static void save(StringBuilder out, String option, Range range) {
    if (range != null) {
      out.append(range.inverted ? " ! " : " ").append(option).append(range);
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    list(out, " source IP range", source);
    list(out, " destination IP range", destination);
  }

  private static void list(StringBuilder out, String words, Range range) {
    if (range != null) {
      out.append(words).append(range.inverted ? " ! " : " ").append(range);
    }
  }

  /** Reads {@code --src-range} and {@code --dst-range}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final int SOURCE = 0;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "iprange",
            ExtensionOption.value("src-range", SOURCE).negatable(),
            ExtensionOption.value("dst-range", 1).negatable());

    private Range source;
    private Range destination;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      int dash = argument.indexOf('-');
      String first = dash < 0 ? argument : argument.substring(0, dash);
      IpAddress min = address(option, first, rule.family());
      IpAddress max = dash < 0 ? min : address(option, argument.substring(dash + 1), rule.family());
      if (min.compareTo(max) > 0) {
        rule.warnings()
            .append("xt_iprange: range ")
            .append(min)
            .append('-')
            .append(max)
            .append(" is reversed and will never match\n");
      }
      if (option.id() == SOURCE) {
        source = new Range(min, max, negated);
      } else {
        destination = new Range(min, max, negated);
      }
    }

    private static IpAddress address(ExtensionOption option, String text, IpFamily family) {
      IpAddress address = AddressText.shortened(text, family);
      if (address == null) {
        throw XtablesError.parameter(
            "iprange: Bad value for \"--" + option.name() + "\" option: \"" + text + "\"");
      }
      return address;
    }

    @Override
    void check() {
      if (!seen(-1)) {
        throw XtablesError.parameter(
            "iprange match: You must specify `--src-range' or `--dst-range'");
      }
    }

    @Override
    Match build() {
      return new IprangeMatch(source, destination);
    }
  }
}
