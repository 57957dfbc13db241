package org.dvrsim.netfilter;

/**
 * An option with a long name, as getopt_long(3) takes them.
 *
 * @param argument whether it takes an argument
 * @param value the letter of the program's own option, 0 for an extension's
 * @param owner the extension that the option belongs to, null for the program's own
 * @param extension the extension's description of it, null for the program's own
 */
record LongOption(
    String name, Arity argument, char value, String owner, ExtensionOption extension) {
  /** How an option treats the word after it. */
  enum Arity {
    NONE,
    REQUIRED,
    OPTIONAL
  }

  static LongOption own(String name, Arity argument, char value) {
    return new LongOption(name, argument, value, null, null);
  }

  static LongOption of(String owner, ExtensionOption option) {
    return new LongOption(
        option.name(),
        option.type() == ExtensionOption.Type.NONE ? Arity.NONE : Arity.REQUIRED,
        '\0',
        owner,
        option);
  }

  boolean means(LongOption other) {
    return argument == other.argument
        && value == other.value
        && extension == null == (other.extension == null)
        && (extension == null
            || (owner.equals(other.owner) && extension.id() == other.extension.id()));
  }
}
