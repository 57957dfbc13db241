package org.dvrsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import org.dvrsim.base.InputException;
import org.dvrsim.ops.Host;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The interactive prompt of {@code dvrsim sh}: only on a terminal. */
final class Prompt {
  /** What {@code help} prints. */
  static final String HELP =
      """
      A root shell on a simulated Linux host. Commands, one or several with ; && || between them,
      with & after them (then jobs, kill %1, wait) and > >> 2> < FILE:
        ip [-n NETNS] [-4|-6] [-o|-br|-d|-s|-j] link|addr|route|rule|neigh|netns ...
        ip netns exec NETNS COMMAND ...        with bash for COMMAND: stays there until exit
        iptables, ip6tables, their -save and -restore (here-document: COMMAND <<EOF)
        sysctl, conntrack, ovs-vsctl, ping -c COUNT, cat, echo, sleep, timeout
        ip monitor [all|link|address|route|...] &    shows what the next commands cause
        help   this text
        quit   leaves (so does Ctrl-D; exit leaves one namespace)
      A start: ip netns add red; ip link add v0 type veth peer name v1 netns red; ip -br link
      The Tab key completes commands, namespaces, devices and settings; the arrow keys bring back
      lines. What is not modelled is refused by name.
      """;

  private final Host host;

  Prompt(Host host) {
    this.host = host;
  }

  int run() throws IOException {
    try (Terminal terminal = TerminalBuilder.builder().system(true).dumb(true).build()) {
      if (terminal.getType().startsWith(Terminal.TYPE_DUMB)) {
        throw InputException.of("the prompt needs a terminal; name a FILE to run a script");
      }
      PromptShell shell = new PromptShell(host, terminal.writer());
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("dvrsim")
              .completer(new ShellCompleter(host, shell::netns))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      PrintWriter out = terminal.writer();
      out.println("dvrsim: a fresh host; 'help' tells what can be typed, 'quit' leaves");
      loop(shell, reader);
    }
    return ExitStatus.FINE;
  }

  private static void loop(PromptShell shell, LineReader reader) {
    while (!shell.isDone()) {
      try {
        shell.run(reader.readLine(shell.prompt()), () -> further(reader));
      } catch (EndOfFileException e) {
        shell.exit();
      } catch (UserInterruptException dropped) {
        // As in a shell: the line is dropped and the next is read.
      }
    }
  }

  private static String further(LineReader reader) {
    try {
      return reader.readLine("> ");
    } catch (UserInterruptException | EndOfFileException e) {
      throw InputException.of("the here-document did not end");
    }
  }
}
