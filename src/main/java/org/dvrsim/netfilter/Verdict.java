package org.dvrsim.netfilter;

/** The targets that every kernel has. */
public enum Verdict implements Target {
  /** The packet goes on to the next table or hook. */
  ACCEPT,
  /** The packet ends here. */
  DROP,
  /** Goes on after the rule that called this chain; in a base chain the policy decides. */
  RETURN,
  /** Hands the packet to a program; this kernel does not have it. */
  QUEUE;

  @Override
  public void save(StringBuilder out) {}

  @Override
  public void list(StringBuilder out, boolean numeric) {}

  static Verdict find(String name) {
    for (Verdict verdict : values()) {
      if (verdict.name().equals(name)) {
        return verdict;
      }
    }
    return null;
  }
}
