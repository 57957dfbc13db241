package org.dvrsim.agent;

import java.util.List;
import org.dvrsim.netfilter.RestoreLine;

/** The rules that a chain has and those that it is to have, each list with the chain's name. */
final class ChainChange {
  private final String chain;
  private final List<String> from;
  private final List<String> to;
  private final int hash;

  /** Notes both; the lists must not change. */
  ChainChange(String chain, List<String> from, List<String> to) {
    this.chain = chain;
    this.from = from;
    this.to = to;
    this.hash = 31 * from.hashCode() + to.hashCode();
  }

  /** Returns the name that the chain is installed under. */
  String chain() {
    return chain;
  }

  /** Returns the commands that lead from the one to the other. */
  List<RestoreLine> commands() {
    return IptablesDiff.chainDiff(chain, from, to);
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof ChainChange that
            && hash == that.hash
            && chain.equals(that.chain)
            && from.equals(that.from)
            && to.equals(that.to));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
