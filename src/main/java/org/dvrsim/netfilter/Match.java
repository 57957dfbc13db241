package org.dvrsim.netfilter;

/** A condition of a rule beyond addresses, devices and protocol: {@code -m NAME ...}. */
public interface Match {
  /** Returns the name after {@code -m}. */
  String name();

  /** Tells whether {@code packet} fulfils the condition. */
  boolean matches(PacketView packet);

  /** Appends the options as iptables-save prints them, each preceded by a blank. */
  void save(StringBuilder out);

  /**
   * Appends the condition as {@code iptables -L} prints it, preceded by a blank.
   *
   * @param numeric no names of ports and types
   */
  void list(StringBuilder out, boolean numeric);

  /**
   * Returns the match as it comes back from the kernel, for those that iptables translates into
   * comparisons of bytes when it adds a rule (and not when it looks for one).
   *
   * <p>Models: iptables/nft.c:add_match(), iptables/nft-ruleparse.c
   */
  default Match asSent() {
    return this;
  }

  /** Tells whether the kernel takes it in a rule of such a chain. */
  default boolean isValid(RuleContext context) {
    return true;
  }

  /** Returns bits of the hooks from which a chain with this match may be reached. */
  default int allowedHooks() {
    return Hook.ALL;
  }
}
