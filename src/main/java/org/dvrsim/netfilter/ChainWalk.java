package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.dvrsim.base.NotModelledException;

/**
 * Takes a packet through the rules of a base chain and the chains they lead to, counting it.
 *
 * <p>Models: net/netfilter/nf_tables_core.c:nft_do_chain()
 */
public final class ChainWalk {
  /** Does what targets do that concern more than the walk itself, and is told what happens. */
  public interface Visitor {
    /** Applies a target that is neither a verdict nor a jump. */
    HookVerdict apply(ChainRule rule, Target target);

    /** Told that the packet fulfils the conditions of {@code rule}. */
    default void matched(ChainRule rule) {}

    /** Told that the policy of {@code chain} decides. */
    default void policy(Chain chain) {}
  }

  private final List<Chain> callers = new ArrayList<>();
  private int[] positions = new int[16];

  /** Returns {@link HookVerdict#ACCEPT} or {@link HookVerdict#DROP}. */
  public HookVerdict run(Chain base, PacketView packet, Visitor visitor) {
    callers.clear();
    Chain chain = base;
    int next = 0;
    while (true) {
      ChainIndex index = chain.index();
      if (index != null) {
        next = index.next(next, packet);
      }
      if (next >= chain.size()) {
        if (callers.isEmpty()) {
          return policy(base, packet, visitor);
        }
        chain = callers.remove(callers.size() - 1);
        next = positions[callers.size()];
        continue;
      }
      ChainRule rule = chain.rule(next++);
      if (!rule.rule().matches(packet)) {
        continue;
      }
      rule.count(packet.length());
      visitor.matched(rule);
      Target target = rule.rule().target();
      if (target == null) {
        continue;
      }
      if (rule.jump() != null) {
        if (!((Jump) target).isGoto()) {
          push(chain, next);
        }
        chain = rule.jump();
        next = 0;
      } else if (target == Verdict.RETURN) {
        next = Integer.MAX_VALUE;
      } else {
        HookVerdict verdict = decide(rule, target, visitor);
        if (verdict != HookVerdict.CONTINUE) {
          return verdict;
        }
      }
    }
  }

  private static HookVerdict decide(ChainRule rule, Target target, Visitor visitor) {
    if (target == Verdict.ACCEPT) {
      return HookVerdict.ACCEPT;
    }
    if (target == Verdict.DROP) {
      return HookVerdict.DROP;
    }
    if (target == Verdict.QUEUE) {
      throw new NotModelledException("target QUEUE on a packet");
    }
    return visitor.apply(rule, target);
  }

  private void push(Chain chain, int next) {
    if (callers.size() == positions.length) {
      positions = Arrays.copyOf(positions, 2 * positions.length);
    }
    positions[callers.size()] = next;
    callers.add(chain);
  }

  private static HookVerdict policy(Chain base, PacketView packet, Visitor visitor) {
    base.count(packet.length());
    visitor.policy(base);
    return base.policy() == Policy.DROP ? HookVerdict.DROP : HookVerdict.ACCEPT;
  }
}
