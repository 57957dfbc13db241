package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * The steps of a {@link Batch} on chains, their policies and counters, and on the table.
 *
 * <p>Models: iptables/nft.c:nft_chain_user_add(), nft_chain_restore(), nft_chain_del(),
 * nft_chain_user_rename(), nft_chain_set(), nft_chain_zero_counters(), nft_table_flush()
 */
final class ChainSteps {
  private final BatchState state;

  ChainSteps(BatchState state) {
    this.state = state;
  }

  void zeroRule(TableCommand command) {
    Chain chain = state.findOrFail(command, PrepareError.BAD_RULE);
    if (command.index() >= chain.size()) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    zero(chain.rule(command.index()));
  }

  private void zero(ChainRule rule) {
    long packets = rule.packets();
    long bytes = rule.bytes();
    rule.setCounters(0, 0);
    state.touched(() -> rule.setCounters(packets, bytes));
  }

  void zeroChains(TableCommand command) {
    if (command.chain() != null) {
      Chain chain = state.find(command.chain());
      Hook hook = state.tableName().hookOf(command.chain());
      if (hook != null) {
        state.show(hook);
      } else if (chain == null) {
        throw new PrepareError(messageOfLastKind(), command.line());
      }
      if (command.verbose()) {
        state.stdout().append("Zeroing chain `").append(command.chain()).append("'\n");
      }
      if (chain != null) {
        zero(chain);
      }
      return;
    }
    Table table = state.table();
    for (Hook hook : state.tableName().hooks()) {
      state.show(hook);
      if (command.verbose()) {
        state.stdout().append("Zeroing chain `").append(hook.name()).append("'\n");
      }
      if (table != null && table.baseChain(hook) != null) {
        zero(table.baseChain(hook));
      }
    }
    if (table != null) {
      for (Chain chain : state.listedUserChains()) {
        state.announce(command.verbose(), "Zeroing chain `", chain);
        zero(chain);
      }
    }
  }

  /** Returns how a missing chain is reported by a step that has no wording of its own. */
  private String messageOfLastKind() {
    if (state.lastKind() == Kind.CHAIN_UPDATE) {
      return PrepareError.BAD_CHAIN;
    }
    boolean search =
        state.lastKind() == Kind.RULE_CHECK
            || state.lastKind() == Kind.RULE_DELETE
            || state.lastKind() == Kind.RULE_ZERO;
    return search ? PrepareError.BAD_RULE : PrepareError.NO_CHAIN;
  }

  private void zero(Chain chain) {
    long packets = chain.packets();
    long bytes = chain.bytes();
    chain.setCounters(0, 0);
    state.touched(() -> chain.setCounters(packets, bytes));
    Policy read = state.readPolicy(chain);
    if (read != null) {
      // zeroing sends the chain as it was read, policy and all
      Policy newer = chain.policy();
      chain.setPolicy(read);
      state.touched(() -> chain.setPolicy(newer));
    }
    chain.rules().forEach(this::zero);
  }

  void addUserChain(TableCommand command) {
    String name = command.chain();
    Table table = state.needTable();
    Chain present = table.chain(name);
    if (present != null && state.remember(present)) {
      state.error(command, Errno.EEXIST);
      return;
    }
    if (state.tableName().hookOf(name) != null || present != null) {
      throw new PrepareError("Chain already exists", command.line());
    }
    create(table, name);
  }

  private Chain create(Table table, String name) {
    Chain chain = new Chain(name, null);
    table.add(chain);
    state.noteBorn(chain);
    state.changed(() -> table.remove(chain));
    return chain;
  }

  void restoreChain(TableCommand command) {
    Table table = state.needTable();
    Chain chain = table.chain(command.chain());
    if (chain == null) {
      create(table, command.chain());
      return;
    }
    state.remember(chain);
    if (chain.size() > 0) {
      state.keepApart(chain);
      state.empty(chain);
    }
  }

  void deleteChains(TableCommand command) {
    if (command.chain() != null) {
      Chain chain = state.findOrFail(command, PrepareError.NO_CHAIN);
      state.announce(command.verbose() && !chain.isBase(), "Deleting chain `", chain);
      if (state.isOnlyShown(chain)) {
        state.error(command, Errno.ENOENT);
        return;
      }
      if (chain.isBase() && !isDeletable(chain)) {
        throw new PrepareError("Directory not empty", command.line());
      }
      delete(command, chain);
      return;
    }
    Table table = state.table();
    for (Hook hook : state.tableName().hooks()) {
      if (state.isShown(hook) && (table == null || table.baseChain(hook) == null)) {
        state.error(command, Errno.ENOENT, hook.name());
      }
    }
    state.hideAll();
    if (table == null) {
      return;
    }
    List<Chain> chains = command.verbose() ? listed(table) : table.inOrderOfCreation();
    for (Chain chain : chains) {
      state.announce(command.verbose() && !chain.isBase(), "Deleting chain `", chain);
      if (!chain.isBase() || isDeletable(chain)) {
        delete(command, chain);
      } else {
        state.forget(chain);
      }
    }
  }

  private List<Chain> listed(Table table) {
    List<Chain> chains = new ArrayList<>(table.baseChains());
    chains.addAll(state.listedUserChains());
    return chains;
  }

  private boolean isDeletable(Chain base) {
    Policy read = state.readPolicy(base);
    return (read != null ? read : base.policy()) == Policy.ACCEPT && !state.hasKnownRules(base);
  }

  private void delete(TableCommand command, Chain chain) {
    if (chain.size() > 0 || chain.references() > 0) {
      state.error(command, Errno.EBUSY, chain.name());
      state.forget(chain);
      return;
    }
    Table table = state.table();
    int place = table.creationIndex(chain);
    table.remove(chain);
    if (chain.isBase()) {
      state.changed(() -> table.add(chain));
    } else {
      state.changed(() -> table.restore(chain, place));
    }
  }

  void rename(TableCommand command) {
    String newName = command.argument();
    Table table = state.table();
    if (state.tableName().hookOf(newName) != null
        || (table != null && table.chain(newName) != null)) {
      throw new PrepareError("File exists", command.line());
    }
    Chain chain = state.findOrFail(command, PrepareError.NO_CHAIN);
    if (state.isOnlyShown(chain) || state.isBorn(chain)) {
      state.error(command, Errno.ENOENT, newName);
    } else if (chain.isBase()) {
      throw new NotModelledException("base chain with another name");
    } else if (!state.renameLater(chain, newName)) {
      state.error(command, Errno.EEXIST, newName);
    }
  }

  void updatePolicy(TableCommand command) {
    Policy policy = null;
    if (command.argument().equals("ACCEPT")) {
      policy = Policy.ACCEPT;
    } else if (command.argument().equals("DROP")) {
      policy = Policy.DROP;
    } else if (!command.argument().equals("-")) {
      throw new PrepareError(PrepareError.BAD_POLICY, command.line());
    }
    if (state.tableName().hookOf(command.chain()) == null) {
      throw new PrepareError(PrepareError.BAD_CHAIN, command.line());
    }
    state.needBaseChain(command.chain());
    Chain chain = state.find(command.chain());
    Policy oldPolicy = chain.policy();
    long packets = chain.packets();
    long bytes = chain.bytes();
    chain.setCounters(command.packets(), command.bytes());
    state.touched(() -> chain.setCounters(packets, bytes));
    if (policy != null && policy != oldPolicy) {
      state.noteReadPolicy(chain, oldPolicy);
      chain.setPolicy(policy);
      state.changed(() -> chain.setPolicy(oldPolicy));
    }
  }

  void flushTable() {
    Table old = state.table();
    state.agreeOnAll();
    state.forgetTable();
    if (old != null) {
      state.put(null);
      state.changed(() -> state.put(old));
    }
  }
}
