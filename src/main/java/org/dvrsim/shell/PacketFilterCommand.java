package org.dvrsim.shell;

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
  private PacketFilterCommand() {}

  /** Returns {@code iptables} or {@code ip6tables}. */
  static ShellCommand command(IpFamily family) {
    return (context, arguments) -> {
      if (changes(arguments)) {
        return change(
            context,
            () -> context.execute(new ChangeIptables(context.netnsName(), family, arguments)));
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

  /** Tells whether a command changes something and prints nothing when it succeeds. */
  private static boolean changes(List<String> arguments) {
    boolean changes = false;
    for (String word : arguments) {
      if (word.startsWith("--")) {
        switch (word) {
          case "--append", "--insert", "--delete", "--replace", "--new-chain", "--new" ->
              changes = true;
          case "--delete-chain", "--rename-chain", "--policy", "--flush" -> changes = true;
          case "--list", "--list-rules", "--check", "--zero", "--verbose" -> {
            return false;
          }
          default -> {
            // says nothing about what is done
          }
        }
      } else if (word.startsWith("-")) {
        for (int i = 1; i < word.length(); i++) {
          if ("LSCZv".indexOf(word.charAt(i)) >= 0) {
            return false;
          }
          changes |= "AIDRNXEPF".indexOf(word.charAt(i)) >= 0;
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
