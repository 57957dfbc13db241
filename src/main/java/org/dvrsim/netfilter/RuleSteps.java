package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.base.Errno;
import org.dvrsim.netfilter.TableCommand.Kind;

/**
 * The steps of a {@link Batch} that add, find and remove rules.
 *
 * <p>Models: iptables/nft.c:nft_rule_append(), nft_rule_insert(), nft_rule_replace(),
 * nft_rule_delete(), nft_rule_check(), nft_rule_flush()
 */
final class RuleSteps {
  private final BatchState state;

  RuleSteps(BatchState state) {
    this.state = state;
  }

  void ruleStep(TableCommand command) {
    if (command.rule() != null) {
      String jump = command.rule().jumpChain();
      if (jump != null && state.tableName().hookOf(jump) == null && state.find(jump) == null) {
        throw XtablesError.parameter("Chain '" + jump + "' does not exist");
      }
    }
    switch (command.kind()) {
      case RULE_APPEND -> append(command);
      case RULE_INSERT -> insert(command);
      case RULE_REPLACE -> replace(command);
      case RULE_DELETE -> delete(command);
      default -> check(command);
    }
  }

  private void append(TableCommand command) {
    state.needBaseChain(command.chain());
    Chain chain = state.find(command.chain());
    print(command, command.rule().asSent());
    if (chain == null) {
      throw new PrepareError(PrepareError.NO_CHAIN, command.line());
    }
    ChainRule rule = newRule(command, chain);
    List<ChainRule> believed = state.apart(chain);
    if (believed != null) {
      believed.add(rule);
    }
    place(command, chain, rule, chain.size());
  }

  private void insert(TableCommand command) {
    state.needBaseChain(command.chain());
    Chain chain = state.findOrFail(command, PrepareError.NO_CHAIN);
    List<ChainRule> believed = state.believed(chain);
    int index = command.index();
    if (index == believed.size() && index > 0) {
      append(
          new TableCommand(
              Kind.RULE_APPEND,
              command.chain(),
              command.rule(),
              -1,
              null,
              command.packets(),
              command.bytes(),
              command.line(),
              command.verbose()));
      return;
    }
    if (index > believed.size()) {
      throw new PrepareError("Index of insertion too big", command.line());
    }
    print(command, command.rule().asSent());
    ChainRule rule = newRule(command, chain);
    int place;
    boolean apart = state.apart(chain) != null;
    if (apart) {
      place = index == 0 ? 0 : chain.indexOf(believed.get(index));
    } else {
      place = index;
    }
    if (place < 0 || (index > 0 && state.isRefused(believed.get(index)))) {
      state.error(command, Errno.ENOENT);
      place = Math.max(place, 0);
    }
    if (apart) {
      believed.add(index, rule);
    }
    place(command, chain, rule, place);
  }

  private ChainRule newRule(TableCommand command, Chain chain) {
    String jump = command.rule().jumpChain();
    Chain target = jump == null ? null : state.find(jump);
    IptablesRule sent = command.rule().asSent();
    return new ChainRule(chain, sent, target, command.packets(), command.bytes());
  }

  private void place(TableCommand command, Chain chain, ChainRule rule, int index) {
    Errno refusal = refusal(chain, rule, command.rule());
    state.noteGrowth(chain, rule);
    chain.add(index, rule);
    if (refusal != null) {
      state.noteRefused(rule);
    }
    added(command, refusal);
    state.changed(() -> chain.remove(chain.indexOf(rule)));
  }

  private void added(TableCommand command, Errno refusal) {
    if (refusal != null) {
      state.error(command, refusal);
    } else if (state.validatesEach()) {
      Errno invalid = ChainGraph.check(state.table());
      if (invalid != null) {
        state.error(command, invalid);
      }
    }
  }

  /**
   * Returns why the kernel refuses a rule at once, null if it takes it.
   *
   * <p>Models: net/netfilter/nft_compat.c, net/netfilter/x_tables.c:xt_check_target(),
   * xt_check_match(), net/netfilter/nf_tables_api.c:nft_verdict_init()
   */
  private Errno refusal(Chain chain, ChainRule placed, IptablesRule rule) {
    if (rule.target() == Verdict.QUEUE) {
      return Errno.ENOENT;
    }
    RuleHeader header = rule.header();
    if ((header.sourceInverted() && header.source().isAny())
        || (header.destinationInverted() && header.destination().isAny())) {
      return Errno.EINVAL;
    }
    RuleContext context =
        new RuleContext(
            header.family(),
            state.tableName(),
            chain.isBase() ? chain.hook().bit() : 0,
            header.protocol(),
            header.protocolInverted());
    List<Match> matches = rule.matches();
    for (int i = 0; i < matches.size(); i++) {
      if (!matches.get(i).isValid(context)) {
        return Errno.EINVAL;
      }
    }
    Target target = rule.target();
    if (target instanceof Jump) {
      return placed.jump() == null
          ? Errno.ENOENT
          : placed.jump().isBase() ? Errno.EOPNOTSUPP : null;
    }
    return target == null || target.isValid(context) ? null : Errno.EINVAL;
  }

  private void replace(TableCommand command) {
    Chain chain = state.findOrFail(command, PrepareError.NO_CHAIN);
    List<ChainRule> believed = state.believed(chain);
    if (command.index() >= believed.size()) {
      throw new PrepareError("Index of replacement too big", command.line());
    }
    print(command, command.rule().asSent());
    ChainRule old = believed.get(command.index());
    int index = chain.indexOf(old);
    ChainRule rule = newRule(command, chain);
    if (state.apart(chain) != null) {
      believed.set(command.index(), rule);
    }
    if (index < 0) {
      state.error(command, Errno.ENOENT);
      return;
    }
    Errno refusal = refusal(chain, rule, command.rule());
    state.noteGrowth(chain, rule);
    chain.replace(index, rule);
    added(command, refusal);
    state.changed(() -> chain.replace(chain.indexOf(rule), old));
  }

  private void delete(TableCommand command) {
    Chain chain = state.findOrFail(command, deletionMessage(command));
    List<ChainRule> believed = state.believed(chain);
    int index = command.index() >= 0 ? command.index() : indexOf(believed, command.rule());
    if (index < 0) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    if (index >= believed.size()) {
      throw new PrepareError("Index of deletion too big", command.line());
    }
    ChainRule rule = believed.get(index);
    if (command.index() < 0) {
      print(command, rule.rule());
    }
    boolean apart = state.apart(chain) != null;
    if (apart) {
      believed.remove(index);
    }
    int place = apart ? chain.indexOf(rule) : index;
    if (place < 0) {
      state.error(command, Errno.ENOENT);
      return;
    }
    if (state.isRefused(rule)) {
      state.error(command, Errno.ENOENT);
    }
    chain.remove(place);
    state.changed(() -> chain.add(place, rule));
  }

  private static String deletionMessage(TableCommand command) {
    return command.index() >= 0 ? PrepareError.NO_CHAIN : PrepareError.BAD_RULE;
  }

  private static int indexOf(List<ChainRule> rules, IptablesRule wanted) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).rule().equals(wanted)) {
        return i;
      }
    }
    return -1;
  }

  private void check(TableCommand command) {
    Chain chain = state.findOrFail(command, PrepareError.BAD_RULE);
    int index = indexOf(state.believed(chain), command.rule());
    if (index < 0) {
      throw new PrepareError(PrepareError.BAD_RULE, command.line());
    }
    print(command, command.rule());
  }

  private void print(TableCommand command, IptablesRule rule) {
    if (command.verbose()) {
      RuleListing.verbose(state.stdout(), rule, command.packets(), command.bytes());
    }
  }

  void flush(TableCommand command) {
    boolean verbose = command.verbose();
    if (command.chain() != null) {
      state.needBaseChain(command.chain());
      Chain chain = state.findOrFail(command, PrepareError.NO_CHAIN);
      state.announce(verbose, "Flushing chain `", chain);
      state.flush(chain);
      return;
    }
    if (verbose) {
      state.needTable();
      for (Hook hook : state.tableName().hooks()) {
        state.needBaseChain(hook.name());
      }
    }
    Table table = state.table();
    if (table == null || !(verbose || state.isTableRead())) {
      return;
    }
    for (Chain chain : table.baseChains()) {
      state.announce(verbose, "Flushing chain `", chain);
      state.flush(chain);
    }
    for (Chain chain : verbose ? state.listedUserChains() : table.userChains()) {
      state.announce(verbose, "Flushing chain `", chain);
      state.flush(chain);
    }
    state.agreeOnAll();
  }
}
