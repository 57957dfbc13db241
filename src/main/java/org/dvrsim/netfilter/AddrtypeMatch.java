package org.dvrsim.netfilter;

import java.util.List;
import java.util.Locale;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.IpFamily;

/**
 * What an address is to the routing tables. Kept and printed, but no packet can be tried against
 * it.
 *
 * <p>Models: extensions/libxt_addrtype.c, net/netfilter/xt_addrtype.c:addrtype_mt_checkentry_v1()
 *
 * @param sources bits of the types that a source may have, in the order of names; 0 for any
 * @param destinations likewise
 * @param limitIn only addresses of the device by which the packet came count
 * @param limitOut only addresses of the device by which the packet leaves count
 */
record AddrtypeMatch(
    int sources,
    boolean sourceInverted,
    int destinations,
    boolean destinationInverted,
    boolean limitIn,
    boolean limitOut)
    implements Match {
  private static final List<String> TYPES =
      List.of(
          "UNSPEC",
          "UNICAST",
          "LOCAL",
          "BROADCAST",
          "ANYCAST",
          "MULTICAST",
          "BLACKHOLE",
          "UNREACHABLE",
          "PROHIBIT",
          "THROW",
          "NAT",
          "XRESOLVE");

  private static final int BROADCAST = 1 << 3;
  private static final int BLACKHOLE = 1 << 6;
  private static final int PROHIBIT = 1 << 8;
  private static final int INBOUND = Hook.mask(Hook.PREROUTING, Hook.INPUT);
  private static final int OUTBOUND = Hook.mask(Hook.POSTROUTING, Hook.OUTPUT);

  @Override
  public String name() {
    return "addrtype";
  }

  @Override
  public boolean matches(PacketView packet) {
    throw new NotModelledException("match addrtype on a packet");
  }

  @Override
  public boolean isValid(RuleContext context) {
    if (((context.hooks() & INBOUND) != 0 && limitOut)
        || ((context.hooks() & OUTBOUND) != 0 && limitIn)) {
      return false;
    }
    int types = sources | destinations;
    return context.family() == IpFamily.V4
        || ((types & (BROADCAST | BLACKHOLE)) == 0 && types < PROHIBIT);
  }

  @Override
  public void save(StringBuilder out) {
    if (sources != 0) {
      out.append(sourceInverted ? " ! --src-type " : " --src-type ");
      types(out, sources);
    }
    if (destinations != 0) {
      out.append(destinationInverted ? " ! --dst-type " : " --dst-type ");
      types(out, destinations);
    }
    out.append(limitIn ? " --limit-iface-in" : "").append(limitOut ? " --limit-iface-out" : "");
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" ADDRTYPE match");
    if (sources != 0) {
      out.append(sourceInverted ? " src-type !" : " src-type ");
      types(out, sources);
    }
    if (destinations != 0) {
      out.append(destinationInverted ? " dst-type !" : " dst-type ");
      types(out, destinations);
    }
    out.append(limitIn ? " limit-in" : "").append(limitOut ? " limit-out" : "");
  }

  private static void types(StringBuilder out, int types) {
    String separator = "";
    for (int i = 0; i < TYPES.size(); i++) {
      if ((types & 1 << i) != 0) {
        out.append(separator).append(TYPES.get(i));
        separator = ",";
      }
    }
  }

  /** Reads the options; names of types may be shortened. */
  static final class Parser extends ExtensionParser<Match> {
    private static final int SOURCE = 0;
    private static final int DESTINATION = 1;
    private static final int IN = 2;
    private static final int OUT = 3;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "addrtype",
            ExtensionOption.value("src-type", SOURCE).negatable(),
            ExtensionOption.value("dst-type", DESTINATION).negatable(),
            ExtensionOption.flag("limit-iface-in", IN).excluding(1 << OUT),
            ExtensionOption.flag("limit-iface-out", OUT).excluding(1 << IN));

    private int sources;
    private boolean sourceInverted;
    private int destinations;
    private boolean destinationInverted;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      if (option.id() == SOURCE) {
        sources = types(argument);
        sourceInverted = negated;
      } else if (option.id() == DESTINATION) {
        destinations = types(argument);
        destinationInverted = negated;
      }
    }

    private static int types(String text) {
      int bits = 0;
      String rest = text;
      while (true) {
        int comma = rest.indexOf(',');
        int type = type(comma < 0 ? rest : rest.substring(0, comma));
        if (type < 0) {
          throw XtablesError.parameter("addrtype: bad type \"" + rest + "\"");
        }
        bits |= 1 << type;
        if (comma < 0) {
          return bits;
        }
        rest = rest.substring(comma + 1);
      }
    }

    private static int type(String text) {
      for (int i = 0; i < TYPES.size() && !text.isEmpty(); i++) {
        if (TYPES.get(i).startsWith(text.toUpperCase(Locale.ROOT))) {
          return i;
        }
      }
      return -1;
    }

    @Override
    void check() {
      if (!seen(1 << SOURCE | 1 << DESTINATION)) {
        throw XtablesError.parameter("addrtype: you must specify --src-type or --dst-type");
      }
    }

    @Override
    Match build() {
      return new AddrtypeMatch(
          sources,
          sourceInverted,
          destinations,
          destinationInverted,
          seen(1 << IN),
          seen(1 << OUT));
    }
  }
}
