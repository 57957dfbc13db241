package org.dvrsim.shell;

import com.google.common.collect.ImmutableSet;
import java.util.List;
import org.dvrsim.net.IpFamily;
import org.dvrsim.netfilter.CommandResult;
import org.dvrsim.netfilter.IptablesCommand;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.netfilter.IptablesRestoreCommand;
import org.dvrsim.netfilter.IptablesSaveCommand;
import org.dvrsim.netfilter.Netfilter;
import org.dvrsim.ops.ChangeIptables;
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

  private PacketFilterCommand() {}

  /** Returns {@code iptables} or {@code ip6tables}. */
  static ShellCommand command(IpFamily family) {
    return (context, arguments) -> {
      if (changes(arguments)) {
        int status =
            change(
                context,
                () -> context.execute(new ChangeIptables(context.netnsName(), family, arguments)));
        context.out().append(context.host().printed());
        if (status == 0) {
          context.err().append(context.host().complained());
        }
        return status;
      }
      return print(
          context, IptablesCommand.run(tables(context, family), arguments, context.stdin()));
    };
  }

  /** Returns {@code iptables-save} or {@code ip6tables-save}. */
  static ShellCommand save(IpFamily family) {
    return (context, arguments) ->
        print(context, IptablesSaveCommand.run(tables(context, family), arguments));
  }

  /** Returns {@code iptables-restore} or {@code ip6tables-restore}. */
  static ShellCommand restore(IpFamily family) {
    return (context, arguments) -> {
      boolean noFlush = arguments.equals(List.of("-n")) || arguments.equals(List.of("--noflush"));
      if (arguments.isEmpty() || noFlush) {
        return change(
            context,
            () ->
                context.execute(
                    new RestoreIptables(context.netnsName(), family, noFlush, context.stdin())));
      }
      return print(
          context, IptablesRestoreCommand.run(tables(context, family), arguments, context.stdin()));
    };
  }

  private static Netfilter tables(CommandContext context, IpFamily family) {
    return context.netns().netfilter(family);
  }

  /** Tells whether a command changes something rather than lists or checks. */
  private static boolean changes(List<String> arguments) {
    boolean changes = false;
    for (String word : arguments) {
      if (word.startsWith("--")) {
        changes |= CHANGING.contains(word);
        if (word.equals("--list") || word.equals("--list-rules") || word.equals("--check")) {
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

  private static int change(CommandContext context, Runnable change) {
    try {
      change.run();
      return 0;
    } catch (IptablesException e) {
      context.err().append(e.stderr());
      return e.exitStatus();
    }
  }

  private static int print(CommandContext context, CommandResult result) {
    context.out().append(result.stdout());
    context.err().append(result.stderr());
    return result.exitStatus();
  }
}
