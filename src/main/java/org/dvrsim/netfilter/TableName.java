package org.dvrsim.netfilter;

import com.google.common.collect.ImmutableList;
import java.util.List;
import java.util.Optional;

/**
 * The tables of iptables, in the order in which {@code iptables-save} prints them, each with the
 * hooks of its base chains.
 *
 * <p>Models: iptables/nft.h:enum nft_table_type, iptables/nft.c:xtables_ipv4
 */
public enum TableName {
  /** Changes packets. */
  MANGLE("mangle", Hook.PREROUTING, Hook.INPUT, Hook.FORWARD, Hook.OUTPUT, Hook.POSTROUTING),
  /** Labels packets; after filter. */
  SECURITY("security", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
  /** Comes before connection tracking. */
  RAW("raw", Hook.PREROUTING, Hook.OUTPUT),
  /** Lets packets pass or not. */
  FILTER("filter", Hook.INPUT, Hook.FORWARD, Hook.OUTPUT),
  /** Translates addresses; sees the first packet of a connection only. */
  NAT("nat", Hook.PREROUTING, Hook.INPUT, Hook.OUTPUT, Hook.POSTROUTING);

  /** How many there are. */
  static final int COUNT = values().length;

  private final String text;
  private final ImmutableList<Hook> hooks;

  TableName(String text, Hook... hooks) {
    this.text = text;
    this.hooks = ImmutableList.copyOf(hooks);
  }

  /** Returns the hooks at which this table has a base chain, in the kernel's order. */
  public List<Hook> hooks() {
    return hooks;
  }

  /** Returns the table called {@code text}, empty if there is none. */
  public static Optional<TableName> find(String text) {
    for (TableName name : values()) {
      if (name.text.equals(text)) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  /** Returns the hook whose base chain in this table is called {@code chain}, or null. */
  Hook hookOf(String chain) {
    for (int i = 0; i < hooks.size(); i++) {
      if (hooks.get(i).name().equals(chain)) {
        return hooks.get(i);
      }
    }
    return null;
  }

  /** Tells whether this table has a base chain called {@code chain}. */
  public boolean hasBaseChain(String chain) {
    return hookOf(chain) != null;
  }

  /** Returns the name as iptables spells it. */
  @Override
  public String toString() {
    return text;
  }
}
