package org.dvrsim.netfilter;

import java.util.List;
import org.dvrsim.netfilter.LongOption.Arity;

/** The commands {@code iptables-restore} and {@code ip6tables-restore}. */
public final class IptablesRestoreCommand {
  private static final List<LongOption> OPTIONS =
      List.of(
          LongOption.own("counters", Arity.NONE, 'c'),
          LongOption.own("verbose", Arity.NONE, 'v'),
          LongOption.own("version", Arity.NONE, 'V'),
          LongOption.own("test", Arity.NONE, 't'),
          LongOption.own("help", Arity.NONE, 'h'),
          LongOption.own("noflush", Arity.NONE, 'n'),
          LongOption.own("modprobe", Arity.REQUIRED, 'M'),
          LongOption.own("table", Arity.REQUIRED, 'T'),
          LongOption.own("ipv4", Arity.NONE, '4'),
          LongOption.own("ipv6", Arity.NONE, '6'),
          LongOption.own("wait", Arity.OPTIONAL, 'w'),
          LongOption.own("wait-interval", Arity.OPTIONAL, 'W'));

  private IptablesRestoreCommand() {}

  /**
   * Runs one command line.
   *
   * <p>Models: iptables/xtables-restore.c:xtables_restore_main()
   *
   * @param arguments the words after the command's name
   * @param stdin what is to be restored
   */
  public static CommandResult run(Netfilter netfilter, List<String> arguments, String stdin) {
    return run(netfilter, arguments, stdin, NamedFiles.NONE);
  }

  /**
   * Runs one command line.
   *
   * @param arguments the words after the command's name
   * @param stdin what is to be restored, if the arguments name no file
   * @param files where such a file is looked for
   */
  public static CommandResult run(
      Netfilter netfilter, List<String> arguments, String stdin, NamedFiles files) {
    Program program = Program.of(netfilter.family(), "-restore");
    Getopt words = new Getopt(arguments, "bcvVthnM:T:wW", OPTIONS);
    boolean counters = false;
    boolean test = false;
    boolean noFlush = false;
    int verbose = 0;
    int further = 0;
    String file = null;
    String onlyTable = null;
    StringBuilder stderr = new StringBuilder();
    for (int c = words.next(); c != Getopt.END; c = words.next()) {
      switch (c) {
        case 'b' -> stderr.append("-b/--binary option is not implemented\n");
        case 'c' -> counters = true;
        case 'v' -> verbose++;
        case 't' -> test = true;
        case 'n' -> noFlush = true;
        case 'M' -> {}
        case 'T' -> onlyTable = words.argument();
        case 'V' -> {
          return CommandResult.ok(program.versioned() + "\n");
        }
        case 'h' -> {
          return new CommandResult("", stderr + HelpText.of(program), 0);
        }
        case 'w', 'W' -> {
          if (words.argument() == null && words.hasArgument()) {
            words.takeWord();
          }
        }
        case Getopt.WORD -> {
          further++;
          file = words.argument();
        }
        default -> {
          stderr.append(ToolOptions.complaint(program, c, words));
          stderr.append("Try `").append(program.text()).append(" -h' for more information.\n");
          return new CommandResult("", stderr.toString(), 1);
        }
      }
    }
    if (further > 1) {
      stderr.append("Unknown arguments found on commandline\n");
      return new CommandResult("", stderr.toString(), 1);
    }
    String input = stdin;
    if (file != null) {
      input = files.read(file).orElse(null);
      if (input == null) {
        stderr.append("Can't open ").append(file).append(": No such file or directory\n");
        return new CommandResult("", stderr.toString(), 1);
      }
    }
    return restore(
        netfilter,
        new RestoreInput.Options(noFlush, counters, test, verbose, onlyTable),
        RestoreScript.of(input),
        0,
        stderr);
  }

  /**
   * Runs the command as agents do.
   *
   * @param noFlush whether it is told {@code -n}
   */
  public static CommandResult run(Netfilter netfilter, boolean noFlush, RestoreScript stdin) {
    int known = noFlush ? stdin.doKnown(netfilter) : 0;
    if (known > 0 && known == stdin.sections().size()) {
      return CommandResult.SILENT;
    }
    return restore(
        netfilter,
        new RestoreInput.Options(noFlush, false, false, 0, null),
        stdin,
        known,
        new StringBuilder());
  }

  private static CommandResult restore(
      Netfilter netfilter,
      RestoreInput.Options options,
      RestoreScript stdin,
      int done,
      StringBuilder stderr) {
    StringBuilder stdout = new StringBuilder();
    RestoreInput input = new RestoreInput(netfilter, options, stdout, done);
    try {
      input.run(stdin);
      return new CommandResult(stdout.toString(), stderr + input.warnings(), 0);
    } catch (IptablesException e) {
      return new CommandResult(stdout.toString(), stderr + e.stderr(), e.exitStatus());
    }
  }
}
