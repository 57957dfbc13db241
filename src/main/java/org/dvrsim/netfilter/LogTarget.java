package org.dvrsim.netfilter;

import java.util.List;

/**
 * Writes a line about the packet to the kernel's log and goes on.
 *
 * <p>Models: extensions/libxt_LOG.c
 *
 * @param flags bits of what else is logged, in the kernel's order
 */
record LogTarget(String prefix, int level, int flags) implements Target {
  private static final int DEFAULT_LEVEL = 4;

  /** Names of the flags' bits, as in options; one bit is unused. */
  private static final List<String> FLAGS =
      List.of("tcp-sequence", "tcp-options", "ip-options", "uid", "", "macdecode");

  /** Names of the levels from 0 to 7 as listings show them. */
  private static final List<String> LEVELS =
      List.of("emerg", "alert", "crit", "err", "warn", "notice", "info", "debug");

  @Override
  public String name() {
    return "LOG";
  }

  @Override
  public void save(StringBuilder out) {
    if (!prefix.isEmpty()) {
      out.append(" --log-prefix ");
      QuotedText.write(out, prefix);
    }
    if (level != DEFAULT_LEVEL) {
      out.append(" --log-level ").append(level);
    }
    flags(out, " --log-");
  }

  private void flags(StringBuilder out, String before) {
    for (int i = 0; i < FLAGS.size(); i++) {
      if ((flags & 1 << i) != 0) {
        out.append(before).append(FLAGS.get(i));
      }
    }
  }

  @Override
  public void list(StringBuilder out, boolean numeric) {
    out.append(" LOG");
    if (numeric) {
      out.append(" flags ").append(flags).append(" level ").append(level);
    } else {
      out.append(" level ").append(LEVELS.get(level));
      flags(out, " ");
    }
    if (!prefix.isEmpty()) {
      out.append(" prefix \"").append(prefix).append('"');
    }
  }

  /** Reads the options of {@code -j LOG}. */
  static final class Parser extends ExtensionParser<Target> {
    private static final int LEVEL = 6;
    private static final int PREFIX = 7;
    private static final int MAX_PREFIX = 29;

    private static final OptionTable OPTIONS =
        OptionTable.of(
            "LOG",
            ExtensionOption.value("log-level", LEVEL),
            ExtensionOption.value("log-prefix", PREFIX),
            ExtensionOption.flag("log-tcp-sequence", 0),
            ExtensionOption.flag("log-tcp-options", 1),
            ExtensionOption.flag("log-ip-options", 2),
            ExtensionOption.flag("log-uid", 3),
            ExtensionOption.flag("log-macdecode", 5));

    private String prefix = "";
    private int level = DEFAULT_LEVEL;
    private int flags;

    Parser() {
      super(OPTIONS);
    }

    @Override
    void parse(ExtensionOption option, String argument, boolean negated, RuleSoFar rule) {
      switch (option.id()) {
        case LEVEL -> level = level(argument);
        case PREFIX -> prefix = prefix(argument);
        default -> flags |= option.bit();
      }
    }

    private static String prefix(String text) {
      if (text.isEmpty()) {
        throw XtablesError.parameter("Argument must have a minimum length of 1 characters\n");
      }
      if (text.indexOf('\n') >= 0) {
        throw XtablesError.parameter("Newlines not allowed in --log-prefix");
      }
      return text.length() > MAX_PREFIX ? text.substring(0, MAX_PREFIX) : text;
    }

    private static int level(String text) {
      long number = CNumber.whole(text, 0, 7);
      if (number >= 0) {
        return (int) number;
      }
      return switch (text) {
        case "emerg", "panic" -> 0;
        case "alert" -> 1;
        case "crit" -> 2;
        case "error" -> 3;
        case "warning" -> 4;
        case "notice" -> 5;
        case "info" -> 6;
        case "debug" -> 7;
        default -> throw XtablesError.parameter("log level \"" + text + "\" unknown\n");
      };
    }

    @Override
    Target build() {
      return new LogTarget(prefix, level, flags);
    }
  }
}
