package org.dvrsim.netfilter;

/**
 * The options of iptables that are no commands.
 *
 * <p>Models: iptables/xshared.c:options_v_commands, ip46t_option_name(), ip46t_option_invert()
 */
enum CommandOption {
  NUMERIC("--numeric", false),
  SOURCE("--source", true),
  DESTINATION("--destination", true),
  PROTOCOL("--protocol", true),
  JUMP("--jump", false),
  VERBOSE("--verbose", false),
  EXACT("--exact", false),
  IN("--in-interface", true),
  OUT("--out-interface", true),
  LINE_NUMBERS("--line-numbers", false),
  COUNTERS("--set-counters", false),
  FRAGMENT("--fragments", true);

  private final String text;
  private final boolean invertible;

  CommandOption(String text, boolean invertible) {
    this.text = text;
    this.invertible = invertible;
  }

  String text() {
    return text;
  }

  boolean isInvertible() {
    return invertible;
  }

  /** Tells whether the option may stand with a command. */
  boolean allowedWith(CommandKind kind, boolean alsoZero) {
    return switch (this) {
      case VERBOSE -> true;
      case NUMERIC, EXACT, LINE_NUMBERS -> kind == CommandKind.LIST && !alsoZero;
      case COUNTERS ->
          kind == CommandKind.INSERT
              || kind == CommandKind.REPLACE
              || kind == CommandKind.APPEND
              || kind == CommandKind.POLICY;
      default -> kind.hasRule();
    };
  }
}
