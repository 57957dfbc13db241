package org.dvrsim.netfilter;

/**
 * Changes the connection's mark, or copies between it and the packet's.
 *
 * <p>Models: extensions/libxt_CONNMARK.c, net/netfilter/xt_connmark.c:connmark_tg_shift()
 *
 * @param ctmark the value for {@link Mode#SET}
 * @param shift bits by which the mark is shifted, to the left if positive
 */
public record ConnmarkTarget(Mode mode, int ctmark, int ctmask, int nfmask, int shift)
    implements Target {
  /** What is done. */
  public enum Mode {
    /** Changes the connection's mark. */
    SET,
    /** Copies the packet's mark into the connection. */
    SAVE,
    /** Copies the connection's mark into the packet. */
    RESTORE
  }

  @Override
  public String name() {
    return "CONNMARK";
  }

  /** Returns the connection's mark afterwards. */
  public int applyToConnection(int connectionMark, int packetMark) {
    return switch (mode) {
      case SET -> shifted((connectionMark & ~ctmask) ^ ctmark);
      case SAVE -> (connectionMark & ~ctmask) ^ shifted(packetMark & nfmask);
      case RESTORE -> connectionMark;
    };
  }

  /** Returns the packet's mark afterwards. */
  public int applyToPacket(int packetMark, int connectionMark) {
    return mode == Mode.RESTORE
        ? (packetMark & ~nfmask) ^ shifted(connectionMark & ctmask)
        : packetMark;
  }

  private int shifted(int mark) {
    if (shift == 0) {
      return mark;
    }
    return shift > 0 ? mark << shift : mark >>> -shift;
  }

  @Override
  public void save(StringBuilder out) {
    if (mode == Mode.SET) {
      out.append(" --set-xmark ");
      MarkMask.hex(out, ctmark);
      out.append('/');
      MarkMask.hex(out, ctmask);
    } else {
      out.append(mode == Mode.SAVE ? " --save-mark --nfmask " : " --restore-mark --nfmask ");
      MarkMask.hex(out, nfmask);
      out.append(" --ctmask ");
      MarkMask.hex(out, ctmask);
    }
    shift(out, " --");
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" CONNMARK ");
    switch (mode) {
      case SET -> MarkTarget.writeOperation(out, ctmark, ctmask);
      case SAVE -> masks(out, "save", " nfmask ", nfmask, " ctmask ~", ctmask);
      case RESTORE -> masks(out, "restore", " ctmask ", ctmask, " nfmask ~", nfmask);
    }
    shift(out, " ");
  }

  private static void masks(
      StringBuilder out, String word, String first, int one, String second, int other) {
    out.append(word);
    if (one != other) {
      out.append(first);
      MarkMask.hex(out, one);
      out.append(second);
      MarkMask.hex(out, other);
    } else if (one != MarkMask.ALL) {
      out.append(" mask ");
      MarkMask.hex(out, one);
    }
  }

  private void shift(StringBuilder out, String prefix) {
    if (shift != 0) {
      out.append(prefix).append(shift > 0 ? "left-shift-mark " : "right-shift-mark ");
      out.append(Math.abs(shift));
    }
  }

  /** Reads the options of {@code -j CONNMARK}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final int SET_MARK = 0;
    private static final int SAVE_MARK = 1;
    private static final int RESTORE_MARK = 2;
    private static final int AND_MARK = 3;
    private static final int OR_MARK = 4;
    private static final int XOR_MARK = 5;
    private static final int LEFT_SHIFT = 6;
    private static final int RIGHT_SHIFT = 7;
    private static final int SET_XMARK = 8;
    private static final int CTMASK = 9;
    private static final int NFMASK = 10;
    private static final int MASK = 11;
    private static final int ANY = 0b100111111;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "CONNMARK",
            ExtensionOption.value("set-xmark", SET_XMARK).excluding(ANY),
            ExtensionOption.value("set-mark", SET_MARK).excluding(ANY),
            ExtensionOption.value("and-mark", AND_MARK).excluding(ANY),
            ExtensionOption.value("or-mark", OR_MARK).excluding(ANY),
            ExtensionOption.value("xor-mark", XOR_MARK).excluding(ANY),
            ExtensionOption.flag("save-mark", SAVE_MARK).excluding(ANY),
            ExtensionOption.flag("restore-mark", RESTORE_MARK).excluding(ANY),
            ExtensionOption.value("left-shift-mark", LEFT_SHIFT),
            ExtensionOption.value("right-shift-mark", RIGHT_SHIFT),
            ExtensionOption.value("ctmask", CTMASK).excluding(1 << MASK),
            ExtensionOption.value("nfmask", NFMASK).excluding(1 << MASK),
            ExtensionOption.value("mask", MASK).excluding(1 << CTMASK | 1 << NFMASK));

    private Mode mode = Mode.SET;
    private int ctmark;
    private int ctmask = MarkMask.ALL;
    private int nfmask = MarkMask.ALL;
    private int shift;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      switch (option.id()) {
        case SET_XMARK, SET_MARK -> {
          MarkMask given = markMask(option, argument);
          boolean or = option.id() == SET_MARK;
          set(given.value(), or ? given.value() | given.mask() : given.mask());
        }
        case AND_MARK -> set(0, ~bits(option, argument));
        case OR_MARK -> set(bits(option, argument), bits(option, argument));
        case XOR_MARK -> set(bits(option, argument), 0);
        case SAVE_MARK -> mode = Mode.SAVE;
        case RESTORE_MARK -> mode = Mode.RESTORE;
        case LEFT_SHIFT -> shift = (int) number(option, argument, 0, 32);
        case RIGHT_SHIFT -> shift = -(int) number(option, argument, 0, 32);
        case CTMASK -> ctmask = bits(option, argument);
        case NFMASK -> nfmask = bits(option, argument);
        default -> {
          ctmask = bits(option, argument);
          nfmask = ctmask;
        }
      }
    }

    private int bits(ExtensionOption option, String argument) {
      return (int) number(option, argument, 0, MarkMask.MAX);
    }

    private void set(int mark, int mask) {
      mode = Mode.SET;
      ctmark = mark;
      ctmask = mask;
    }

    @Override
    void check() {
      if (!seen(ANY)) {
        throw XtablesError.parameter("CONNMARK target: No operation specified");
      }
    }

    @Override
    Target build() {
      return new ConnmarkTarget(mode, ctmark, ctmask, nfmask, shift);
    }
  }
}
