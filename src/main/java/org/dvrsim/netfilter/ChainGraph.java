package org.dvrsim.netfilter;

import java.util.LinkedHashMap;
import java.util.Map;
import org.dvrsim.base.Errno;

/**
 * Checks what each hook can reach: no loops, not too deep, no target in a chain that a hook reaches
 * for which the target is not made.
 *
 * <p>Models: net/netfilter/nf_tables_api.c:nft_chain_validate(), nft_table_validate()
 */
final class ChainGraph {
  /** NFT_JUMP_STACK_SIZE: the base chain and at most 15 chains below it. */
  private static final int MAX_LEVELS = 16;

  private final Hook hook;

  /** Levels below and including a chain; 0 while the chain is being walked. */
  private final Map<Chain, Integer> levels = new LinkedHashMap<>();

  private ChainGraph(Hook hook) {
    this.hook = hook;
  }

  /** Returns why the kernel refuses the table as it now is, null if it doesn't. */
  static Errno check(Table table) {
    for (Chain base : table.baseChains()) {
      if (!base.hasJumps()) {
        continue;
      }
      ChainGraph graph = new ChainGraph(base.hook());
      if (graph.levels(base, 0) < 0) {
        return Errno.EMLINK;
      }
      for (Chain reached : graph.levels.keySet()) {
        if (!reached.mayBeReachedFrom(graph.hook)) {
          return Errno.EINVAL;
        }
      }
    }
    return null;
  }

  /**
   * Returns the levels from {@code chain} down, -1 if there is a loop or they are too many.
   *
   * @param above the number of levels above it
   */
  private int levels(Chain chain, int above) {
    Integer known = levels.get(chain);
    if (known != null) {
      return known == 0 || above + known > MAX_LEVELS ? -1 : known;
    }
    if (above == MAX_LEVELS) {
      return -1;
    }
    levels.put(chain, 0);
    int deepest = 0;
    for (Chain target : chain.jumpTargets()) {
      int depth = levels(target, above + 1);
      if (depth < 0) {
        return -1;
      }
      deepest = Math.max(deepest, depth);
    }
    levels.put(chain, deepest + 1);
    return deepest + 1;
  }
}
