package org.dvrsim.netfilter;

import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.dvrsim.base.NotModelledException;

/** The commands {@code iptables} and {@code ip6tables}. */
public final class IptablesCommand {
  private IptablesCommand() {}

  /**
   * Runs one command line.
   *
   * <p>Models: iptables/xtables-standalone.c:xtables_main()
   *
   * @param arguments the words after the command's name
   * @param stdin not looked at
   */
  public static CommandResult run(Netfilter netfilter, List<String> arguments, String stdin) {
    Objects.requireNonNull(stdin);
    Program program = Program.of(netfilter.family(), "");
    StringBuilder stdout = new StringBuilder();
    StringBuilder stderr = new StringBuilder();
    try {
      ParsedCommand command =
          CommandParser.parse(netfilter.family(), arguments, null, Set.of(), stderr);
      TableName table = TableName.find(command.table()).orElseThrow();
      refuseDebugging(netfilter, table, command);
      if (command.kind().isList()) {
        new ListCommand(netfilter, table, command, stdout).run();
      } else {
        netfilter.execute(table, CommandSteps.of(command, 0), stdout);
      }
      return new CommandResult(stdout.toString(), stderr.toString(), 0);
    } catch (CommandParser.VersionAsked e) {
      return new CommandResult(e.answer(program), stderr.toString(), 0);
    } catch (CommandParser.HelpAsked e) {
      return new CommandResult(HelpText.of(program), stderr.toString(), 0);
    } catch (XtablesError e) {
      stderr.append(e.stderr(program, -1));
      return new CommandResult(stdout.toString(), stderr.toString(), e.status());
    } catch (PrepareError e) {
      stderr.append(program.text()).append(": ").append(e.getMessage()).append('.');
      if (e.getMessage().equals(PrepareError.BAD_POLICY)) {
        stderr.append(" Run `dmesg' for more information.");
      }
      stderr.append('\n');
      return new CommandResult(stdout.toString(), stderr.toString(), 1);
    }
  }

  /** With {@code -v} given twice, iptables also prints each rule as the kernel has it. */
  private static void refuseDebugging(Netfilter netfilter, TableName table, ParsedCommand command) {
    Table present = netfilter.tableOrNull(table);
    boolean printsNothing =
        command.kind().isList()
            && (present == null
                || present.inOrderOfCreation().stream().allMatch(c -> c.rules().isEmpty()));
    if (command.verbose() > 1 && !printsNothing) {
      throw new NotModelledException("iptables -v given twice");
    }
  }
}
