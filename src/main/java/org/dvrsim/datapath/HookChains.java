package org.dvrsim.datapath;

import java.util.Arrays;
import java.util.Collection;
import org.dvrsim.netfilter.Chain;
import org.dvrsim.netfilter.ChainRule;
import org.dvrsim.netfilter.ConnmarkTarget;
import org.dvrsim.netfilter.CtTarget;
import org.dvrsim.netfilter.Hook;
import org.dvrsim.netfilter.Match;
import org.dvrsim.netfilter.NatTarget;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.netfilter.Table;
import org.dvrsim.netfilter.TableName;
import org.dvrsim.netfilter.Target;

/**
 * The base chains of one family's packet filter by table and hook, and what their rules ask for:
 * read anew whenever a table changed.
 */
final class HookChains {
  private static final int HOOKS = Hook.values().length;

  private final Netfilter netfilter;
  private final Chain[] chains = new Chain[TableName.values().length * HOOKS];
  private long version = -1;
  private boolean tracks;
  private boolean translates;
  private boolean empty;

  HookChains(Netfilter netfilter) {
    this.netfilter = netfilter;
  }

  /** Reads the tables anew if they changed. */
  void refresh() {
    if (version == netfilter.version()) {
      return;
    }
    version = netfilter.version();
    Arrays.fill(chains, null);
    tracks = false;
    translates = false;
    empty = true;
    for (Table table : netfilter.tables()) {
      empty = false;
      for (Chain chain : table.baseChains()) {
        chains[place(table.name(), chain.hook())] = chain;
        translates |= table.name() == TableName.NAT;
      }
      tracks = tracks || needTracking(table.baseChains()) || needTracking(table.userChains());
    }
  }

  /** Nothing but this array's order hangs on the numbers of the two. */
  @SuppressWarnings("EnumOrdinal")
  private static int place(TableName table, Hook hook) {
    return table.ordinal() * HOOKS + hook.ordinal();
  }

  /** Tells whether a rule has an extension that asks for tracking (nf_ct_netns_get()). */
  private static boolean needTracking(Collection<Chain> chains) {
    for (Chain chain : chains) {
      for (ChainRule rule : chain.rules()) {
        Target target = rule.rule().target();
        if (target instanceof NatTarget
            || target instanceof ConnmarkTarget
            || (target instanceof CtTarget ct && !ct.notrack())) {
          return true;
        }
        for (Match match : rule.rule().matches()) {
          switch (match.name()) {
            case "conntrack", "state", "connmark" -> {
              return true;
            }
            default -> {}
          }
        }
      }
    }
    return false;
  }

  /** Returns the chain of a table at a hook, null if there is none. */
  Chain of(TableName table, Hook hook) {
    return chains[place(table, hook)];
  }

  /** Tells whether there is no table. */
  boolean isEmpty() {
    return empty;
  }

  /** Tells whether connections are tracked. */
  boolean tracks() {
    return tracks;
  }

  /** Tells whether addresses are translated. */
  boolean translates() {
    return translates;
  }
}
