package org.dvrsim.netfilter;

/** Told about changes of a table, once the change is complete. */
public interface NetfilterListener {
  /** Some chain, rule or policy of {@code table} changed; counters alone are no change. */
  void changed(Netfilter netfilter, TableName table);
}
