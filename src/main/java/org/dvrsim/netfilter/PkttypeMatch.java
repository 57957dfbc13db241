package org.dvrsim.netfilter;

import java.util.Locale;
import org.dvrsim.base.NotModelledException;

/**
 * To whom the frame was sent. Kept and printed, but no packet can be tried against it.
 *
 * <p>Models: extensions/libxt_pkttype.c
 *
 * @param type {@code unicast}, {@code broadcast} or {@code multicast}
 */
record PkttypeMatch(String type, boolean inverted) implements Match {
  @Override
  public String name() {
    return "pkttype";
  }

  @Override
  public boolean matches(PacketView packet) {
    throw new NotModelledException("match pkttype on a packet");
  }

  @Override
  public void save(StringBuilder out) {
    out.append(inverted ? " ! --pkt-type " : " --pkt-type ").append(type);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(inverted ? " PKTTYPE != " : " PKTTYPE = ").append(type);
  }

  /** Reads {@code --pkt-type}. */
  static final class Parser extends ExtensionParser<Match> {
    private static final OptionTable OPTIONS =
        OptionTable.of("pkttype", ExtensionOption.value("pkt-type", 0).negatable().required());

    private String type;
    private boolean inverted;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      type =
          switch (argument.toLowerCase(Locale.ROOT)) {
            case "unicast", "host" -> "unicast";
            case "broadcast", "bcast" -> "broadcast";
            case "multicast", "mcast" -> "multicast";
            default -> throw XtablesError.parameter("Bad packet type '" + argument + "'");
          };
      inverted = negated;
    }

    @Override
    Match build() {
      return new PkttypeMatch(type, inverted);
    }
  }
}
