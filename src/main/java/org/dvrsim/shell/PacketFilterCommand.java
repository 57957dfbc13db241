package org.dvrsim.shell;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.CommandResult;
import org.dvrsim.netfilter.IptablesCommand;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.netfilter.IptablesRestoreCommand;
import org.dvrsim.netfilter.IptablesSaveCommand;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.ops.ChangeIptables;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.RestoreIptables;

/**
 * {@code iptables}, {@code iptables-save}, {@code iptables-restore} and their IPv6 twins, run
 * against the namespace's tables. What changes something is an op; what reads is not.
 */
final class PacketFilterCommand {
  private static final ImmutableSet<String> CHANGING =
      ImmutableSet.of(
          "--append",
          "--insert",
          "--delete",
          "--replace",
          "--new-chain",
          "--new",
          "--delete-chain",
          "--rename-chain",
          "--policy",
          "--flush",
          "--zero");

  private static final ImmutableSet<String> READING =
      ImmutableSet.of("--list", "--list-rules", "--check");

  private static final long MAX_WAIT_SECONDS = Integer.MAX_VALUE;

  private PacketFilterCommand() {}

  /** Returns {@code iptables} or {@code ip6tables}. */
  static ShellCommand command(IpFamily family) {
    return (context, arguments) -> {
      if (changes(arguments)) {
        return change(context, new ChangeIptables(context.netnsName(), family, arguments));
      }
      return print(
          context, IptablesCommand.run(tables(context, family), arguments, context.stdin()));
    };
  }

  /** Returns {@code iptables-save} or {@code ip6tables-save}. */
  static ShellCommand save(IpFamily family) {
    return (context, arguments) ->
        print(
            context, IptablesSaveCommand.run(tables(context, family), arguments, context.files()));
  }

  /** Returns {@code iptables-restore} or {@code ip6tables-restore}. */
  static ShellCommand restore(IpFamily family) {
    return (context, arguments) -> {
      Optional<RestoreIptables> plain = plainRestore(context, family, arguments);
      if (plain.isPresent()) {
        return change(context, plain.get());
      }
      return print(
          context,
          IptablesRestoreCommand.run(
              tables(context, family), arguments, context.stdin(), context.files()));
    };
  }

  /** Returns the op that a restore without unusual options is. */
  private static Optional<RestoreIptables> plainRestore(
      CommandContext context, IpFamily family, List<String> arguments) {
    boolean noFlush = false;
    int waitSeconds = 0;
    Optional<String> file = Optional.empty();
    for (int i = 0; i < arguments.size(); i++) {
      String word = arguments.get(i);
      if (word.equals("-n") || word.equals("--noflush")) {
        noFlush = true;
      } else if (word.equals("-w") && i + 1 < arguments.size()) {
        OptionalLong seconds = Numbers.unsigned(arguments.get(++i), MAX_WAIT_SECONDS);
        if (seconds.isEmpty()) {
          return Optional.empty();
        }
        waitSeconds = (int) seconds.getAsLong();
      } else if (!word.startsWith("-") && file.isEmpty()) {
        file = context.files().read(word);
        if (file.isEmpty()) {
          return Optional.empty();
        }
      } else {
        return Optional.empty();
      }
    }
    String input = file.orElse(context.stdin());
    return Optional.of(
        new RestoreIptables(context.netnsName(), family, noFlush, input, waitSeconds));
  }

  private static Netfilter tables(CommandContext context, IpFamily family) {
    return context.netns().netfilter(family);
  }

  /** Tells whether a command changes something rather than lists or checks. */
  private static boolean changes(List<String> arguments) {
    boolean changes = false;
    for (String word : arguments) {
      if (word.startsWith("--")) {
        changes |= shortens(word, CHANGING);
        if (!changes && shortens(word, READING)) {
          return false;
        }
      } else if (word.startsWith("-")) {
        for (int i = 1; i < word.length(); i++) {
          if ("LSC".indexOf(word.charAt(i)) >= 0) {
            return false;
          }
          changes |= "AIDRNXEPFZ".indexOf(word.charAt(i)) >= 0;
        }
      }
    }
    return changes;
  }

  private static boolean shortens(String word, ImmutableSet<String> options) {
    int equals = word.indexOf('=');
    String name = equals < 0 ? word : word.substring(0, equals);
    for (String option : options) {
      if (option.startsWith(name)) {
        return true;
      }
    }
    return false;
  }

  private static int change(CommandContext context, Op op) {
    try {
      context.execute(op);
    } catch (IptablesException e) {
      context.out().append(context.host().printed());
      context.err().append(e.stderr());
      return e.exitStatus();
    }
    context.out().append(context.host().printed());
    context.err().append(context.host().complained());
    return 0;
  }

  private static int print(CommandContext context, CommandResult result) {
    context.out().append(result.stdout());
    context.err().append(result.stderr());
    return result.exitStatus();
  }
}
