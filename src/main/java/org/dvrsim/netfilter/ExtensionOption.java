package org.dvrsim.netfilter;

/**
 * An option of a match or a target.
 *
 * <p>Models: include/xtables.h:struct xt_option_entry
 *
 * @param id tells the options of one extension apart; synonyms share it; 0 to 31
 * @param invertible whether {@code !} may stand before it
 * @param mandatory whether it must be given
 * @param repeatable whether it may be given more than once
 * @param excludes bits of the ids that it can't be used together with
 * @param also bits of the ids that must be given with it
 */
record ExtensionOption(
    String name,
    int id,
    Type type,
    boolean invertible,
    boolean mandatory,
    boolean repeatable,
    int excludes,
    int also) {
  /** Whether an option takes an argument. */
  enum Type {
    NONE,
    ARGUMENT
  }

  /** Returns an option that takes no argument. */
  static ExtensionOption flag(String name, int id) {
    return new ExtensionOption(name, id, Type.NONE, false, false, false, 0, 0);
  }

  /** Returns an option that takes an argument. */
  static ExtensionOption value(String name, int id) {
    return new ExtensionOption(name, id, Type.ARGUMENT, false, false, false, 0, 0);
  }

  ExtensionOption negatable() {
    return new ExtensionOption(name, id, type, true, mandatory, repeatable, excludes, also);
  }

  ExtensionOption required() {
    return new ExtensionOption(name, id, type, invertible, true, repeatable, excludes, also);
  }

  ExtensionOption excluding(int ids) {
    return new ExtensionOption(name, id, type, invertible, mandatory, repeatable, ids, also);
  }

  ExtensionOption needing(int ids) {
    return new ExtensionOption(name, id, type, invertible, mandatory, repeatable, excludes, ids);
  }

  int bit() {
    return 1 << id;
  }
}
