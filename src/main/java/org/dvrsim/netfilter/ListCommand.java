package org.dvrsim.netfilter;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * {@code -L} and {@code -S}.
 *
 * <p>Models: iptables/nft.c:nft_rule_list(), nft_rule_list_save()
 */
final class ListCommand {
  private final Netfilter netfilter;
  private final TableName table;
  private final ParsedCommand command;
  private final StringBuilder stdout;

  ListCommand(Netfilter netfilter, TableName table, ParsedCommand command, StringBuilder stdout) {
    this.netfilter = netfilter;
    this.table = table;
    this.command = command;
    this.stdout = stdout;
  }

  void run() {
    List<Chain> chains = chains();
    if (command.kind() == CommandKind.LIST) {
      list(chains);
    } else {
      listRules(chains);
    }
    if (command.zero()) {
      netfilter.execute(
          table,
          List.of(
              TableCommand.chain(Kind.CHAIN_ZERO, command.chain(), 0)
                  .withVerbose(command.verbose() > 0)),
          stdout);
    }
  }

  /** Returns the chains to list; base chains that don't exist yet are shown as if they did. */
  private List<Chain> chains() {
    Table present = netfilter.tableOrNull(table);
    List<Chain> chains = new ArrayList<>();
    for (Hook hook : table.hooks()) {
      Chain base = present == null ? null : present.baseChain(hook);
      chains.add(base != null ? base : new Chain(hook.name(), hook));
    }
    if (present != null) {
      chains.addAll(present.userChains());
    }
    if (command.chain() == null) {
      return chains;
    }
    chains.removeIf(chain -> !chain.name().equals(command.chain()));
    if (chains.isEmpty()) {
      throw new PrepareError(PrepareError.NO_CHAIN, 0);
    }
    return chains;
  }

  private void list(List<Chain> chains) {
    RuleListing listing =
        new RuleListing(
            stdout,
            command.verbose() > 0,
            command.numeric(),
            command.exact(),
            command.lineNumbers());
    if (command.ruleNumber() > 0) {
      for (Chain chain : chains) {
        if (command.ruleNumber() <= chain.rules().size()) {
          listing.rule(chain.rules().get(command.ruleNumber() - 1), command.ruleNumber());
        }
      }
      return;
    }
    String separator = "";
    for (Chain chain : chains) {
      stdout.append(separator);
      listing.chain(chain);
      separator = "\n";
    }
  }

  private void listRules(List<Chain> chains) {
    boolean counters = command.verbose() > 0;
    if (command.ruleNumber() == 0) {
      chains.forEach(chain -> declare(chain, counters));
    }
    for (Chain chain : chains) {
      for (int i = 0; i < chain.rules().size(); i++) {
        if (command.ruleNumber() == 0 || command.ruleNumber() == i + 1) {
          rule(chain.rules().get(i), counters);
        }
      }
    }
  }

  private void declare(Chain chain, boolean counters) {
    if (!chain.isBase()) {
      stdout.append("-N ").append(chain.name()).append('\n');
      return;
    }
    stdout.append("-P ").append(chain.name()).append(' ').append(chain.policy());
    if (counters) {
      stdout.append(" -c ").append(chain.packets()).append(' ').append(chain.bytes());
    }
    stdout.append('\n');
  }

  private void rule(ChainRule rule, boolean counters) {
    if (counters) {
      stdout.append("-A ").append(rule.chain().name());
      stdout.append(rule.rule().textWithCounters(rule.packets(), rule.bytes()));
    } else {
      stdout.append(rule.line());
    }
    stdout.append('\n');
  }
}
