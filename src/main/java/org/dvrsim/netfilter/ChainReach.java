package org.dvrsim.netfilter;

import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/** Which chains the rules of one chain lead to, and from which hooks they may be reached. */
final class ChainReach {
  /** The chains that rules jump or go to, in the order in which that was noticed. */
  private Set<Chain> targets = Set.of();

  private Set<Chain> view = targets;

  /** The bit {@code 1 << mask} is set if some rule is made for the hooks of that mask alone. */
  private int masks;

  /** Knows of no rule yet. */
  ChainReach() {}

  /** Tells whether {@code rule} leads nowhere and is allowed everywhere. */
  static boolean isUnbound(ChainRule rule) {
    return rule.jump() == null && rule.rule().allowedHooks() == Hook.ALL;
  }

  /** Takes in one more rule. */
  void add(ChainRule rule) {
    if (rule.jump() != null && !targets.contains(rule.jump())) {
      if (targets.isEmpty()) {
        targets = new LinkedHashSet<>(4);
        view = Collections.unmodifiableSet(targets);
      }
      targets.add(rule.jump());
    }
    masks |= 1 << rule.rule().allowedHooks();
  }

  /** Returns the chains that the rules lead to. */
  Set<Chain> targets() {
    return view;
  }

  /** Tells whether every rule may be reached from {@code from}. */
  boolean isAllowedAt(Hook from) {
    for (int allowed = 0; allowed < Hook.ALL; allowed++) {
      if ((masks & 1 << allowed) != 0 && (allowed & from.bit()) == 0) {
        return false;
      }
    }
    return true;
  }
}
