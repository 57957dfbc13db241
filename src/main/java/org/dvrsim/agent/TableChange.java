package org.dvrsim.agent;

import java.util.List;

/** What is to be changed in a table. The same section brings equal changes about. */
final class TableChange {
  private final List<String> newChains;
  private final List<ChainChange> changes;
  private final List<String> goneChains;
  private final int hash;

  /** Notes the chains to be made, to be changed and to be deleted; the lists must not change. */
  TableChange(List<String> newChains, List<ChainChange> changes, List<String> goneChains) {
    this.newChains = newChains;
    this.changes = changes;
    this.goneChains = goneChains;
    this.hash = 31 * (31 * newChains.hashCode() + changes.hashCode()) + goneChains.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof TableChange that
            && hash == that.hash
            && changes.equals(that.changes)
            && newChains.equals(that.newChains)
            && goneChains.equals(that.goneChains));
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
