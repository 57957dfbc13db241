package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.netfilter.RestoreLine;

/**
 * The rules that a chain has and those that it is to have. Each names the chain, so that what is
 * equal is of chains of one name.
 */
final class ChainChange {
  private final List<String> from;
  private final List<String> to;
  private final int hash;

  /** Notes both; the lists must not change. */
  ChainChange(List<String> from, List<String> to) {
    this.from = from;
    this.to = to;
    this.hash = 31 * from.hashCode() + to.hashCode();
  }

  /** Returns the commands that lead from the one to the other in the chain of that name. */
  List<RestoreLine> commands(String chain) {
    return IptablesDiff.chainDiff(chain, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ChainChange that
            && hash == that.hash
            && from.equals(that.from)
            && to.equals(that.to));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
