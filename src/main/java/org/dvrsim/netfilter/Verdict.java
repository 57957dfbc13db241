package org.dvrsim.netfilter;

import com.google.common.collect.ImmutableList;

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

  private static final ImmutableList<Verdict> ALL = ImmutableList.copyOf(values());

  @Override
  public void save(StringBuilder out) {}

  @Override
  public void list(StringBuilder out, boolean numeric) {}

  static Verdict find(String name) {
    for (int i = 0; i < ALL.size(); i++) {
      if (ALL.get(i).name().equals(name)) {
        return ALL.get(i);
      }
    }
    return null;
  }
}
