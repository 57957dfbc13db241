package org.dvrsim.netfilter;

/** What a rule does with a packet that fulfils its conditions: {@code -j NAME ...}. */
public interface Target {
  /** Returns the name after {@code -j}. */
  String name();

  /** Returns the name in the target column of {@code iptables -L}. */
  default String listedName() {
    return name();
  }

  /** Appends the options as iptables-save prints them, each preceded by a blank. */
  void save(StringBuilder out);

  /** Appends what {@code iptables -L} prints after the addresses, preceded by a blank. */
  void list(StringBuilder out, boolean numeric);

  /** Tells whether the kernel takes it in a rule of such a chain. */
  default boolean isValid(RuleContext context) {
    return true;
  }

  /** Returns bits of the hooks from which a chain with this target may be reached. */
  default int allowedHooks() {
    return Hook.ALL;
  }
}
