package org.dvrsim.netfilter;

/**
 * Changes the packet's mark: clears the bits of {@code mask}, then flips those of {@code value}.
 *
 * <p>Models: extensions/libxt_MARK.c, net/netfilter/xt_mark.c:mark_tg()
 */
public record MarkTarget(int value, int mask) implements Target {
  @Override
  public String name() {
    return "MARK";
  }

  /** Returns the mark that a packet has afterwards. */
  public int apply(int mark) {
    return (mark & ~mask) ^ value;
  }

  @Override
  public void save(StringBuilder out) {
    out.append(" --set-xmark ");
    MarkMask.hex(out, value);
    out.append('/');
    MarkMask.hex(out, mask);
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" MARK ");
    writeOperation(out, value, mask);
  }

  /** Appends the shortest description of a change, as the listings of MARK and CONNMARK share. */
  static void writeOperation(StringBuilder out, int value, int mask) {
    if (value == 0) {
      out.append("and ");
      MarkMask.hex(out, ~mask);
    } else if (value == mask) {
      out.append("or ");
      MarkMask.hex(out, value);
    } else if (mask == 0) {
      out.append("xor ");
      MarkMask.hex(out, value);
    } else if (mask == MarkMask.ALL) {
      out.append("set ");
      MarkMask.hex(out, value);
    } else {
      out.append("xset ");
      MarkMask.hex(out, value);
      out.append('/');
      MarkMask.hex(out, mask);
    }
  }

  /** Reads the options of {@code -j MARK}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final int SET_MARK = 0;
    private static final int AND_MARK = 1;
    private static final int OR_MARK = 2;
    private static final int XOR_MARK = 3;
    private static final int SET_XMARK = 4;
    private static final int ANY = 0b11111;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "MARK",
            ExtensionOption.value("set-xmark", SET_XMARK).excluding(ANY),
            ExtensionOption.value("set-mark", SET_MARK).excluding(ANY),
            ExtensionOption.value("and-mark", AND_MARK).excluding(ANY),
            ExtensionOption.value("or-mark", OR_MARK).excluding(ANY),
            ExtensionOption.value("xor-mark", XOR_MARK).excluding(ANY));

    private MarkMask change = new MarkMask(0, 0);

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      switch (option.id()) {
        case SET_XMARK -> change = markMask(option, argument);
        case SET_MARK -> {
          MarkMask given = markMask(option, argument);
          change = new MarkMask(given.value(), given.value() | given.mask());
        }
        default -> {
          int bits = (int) number(option, argument, 0, MarkMask.MAX);
          change =
              switch (option.id()) {
                case AND_MARK -> new MarkMask(0, ~bits);
                case OR_MARK -> new MarkMask(bits, bits);
                default -> new MarkMask(bits, 0);
              };
        }
      }
    }

    @Override
    void check() {
      if (!seen(-1)) {
        throw XtablesError.parameter(
            "MARK: One of the --set-xmark, --{and,or,xor,set}-mark options is required");
      }
    }

    @Override
    Target build() {
      return new MarkTarget(change.value(), change.mask());
    }
  }
}
