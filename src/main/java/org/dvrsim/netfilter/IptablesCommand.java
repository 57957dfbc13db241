package org.dvrsim.netfilter;

import java.util.List;
import java.util.Objects;

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
    String warnings = "";
    try {
      ParsedCommand command =
          CommandParser.parse(netfilter.family(), arguments, false, java.util.Set.of());
      warnings = command.warnings();
      TableName table = TableName.find(command.table()).orElseThrow();
      if (command.kind().isList()) {
        new ListCommand(netfilter, table, command, stdout).run();
      } else {
        netfilter.execute(table, CommandSteps.of(command, 0), stdout);
      }
      return new CommandResult(stdout.toString(), warnings, 0);
    } catch (CommandParser.VersionAsked e) {
      return CommandResult.ok(e.answer(program));
    } catch (XtablesError e) {
      return new CommandResult(stdout.toString(), warnings + e.stderr(program, -1), e.status());
    } catch (PrepareError e) {
      String hint =
          e.getMessage().equals("Bad policy name") ? " Run `dmesg' for more information." : "";
      return new CommandResult(
          stdout.toString(),
          warnings + program.text() + ": " + e.getMessage() + "." + hint + "\n",
          1);
    }
  }
}
