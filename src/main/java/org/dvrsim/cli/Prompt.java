package org.dvrsim.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;
import org.dvrsim.shell.WordSplitter;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.reader.UserInterruptException;
import org.jline.terminal.Terminal;
import org.jline.terminal.TerminalBuilder;

/** The interactive prompt of {@code dvrsim sh}: only on a terminal. */
final class Prompt {
  private static final String HELP =
      """
      A root shell on a simulated Linux host. Commands:
        ip [-n NETNS] [-4|-6] [-o|-br|-d|-j] link|addr|route|rule|neigh|netns ...
        ip netns exec NETNS COMMAND ...
        iptables, ip6tables, their -save and -restore (here-document: COMMAND <<EOF)
        sysctl, conntrack, ovs-vsctl
        help   this text
        quit   leaves (or Ctrl-D)
      The Tab key completes commands, namespaces and devices; the arrow keys bring back lines.
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
      LineReader reader =
          LineReaderBuilder.builder()
              .terminal(terminal)
              .appName("dvrsim")
              .completer(new ShellCompleter(host))
              .option(LineReader.Option.DISABLE_EVENT_EXPANSION, true)
              .build();
      loop(reader, terminal.writer());
    }
    return ExitStatus.FINE;
  }

  private void loop(LineReader reader, PrintWriter out) {
    out.println("dvrsim: a fresh host; 'help' tells what can be typed, 'quit' leaves");
    while (true) {
      String line;
      try {
        line = reader.readLine("# ").strip();
      } catch (UserInterruptException e) {
        continue;
      } catch (EndOfFileException e) {
        return;
      }
      if (line.equals("quit") || line.equals("exit")) {
        return;
      } else if (line.equals("help")) {
        out.print(HELP);
      } else if (!line.isEmpty() && !line.startsWith("#")) {
        execute(line, reader, out);
      }
      out.flush();
    }
  }

  private void execute(String line, LineReader reader, PrintWriter out) {
    try {
      int here = line.lastIndexOf("<<");
      String stdin = here < 0 ? "" : hereDocument(line.substring(here + 2).strip(), reader);
      CommandResult result =
          Shell.run(host, WordSplitter.split(here < 0 ? line : line.substring(0, here)), stdin);
      out.print(result.stdout());
      out.print(result.stderr());
    } catch (NotModelledException | InputException e) {
      out.println("dvrsim: " + e.getMessage());
    }
  }

  private static String hereDocument(String end, LineReader reader) {
    String word = end.replaceAll("['\"]", "");
    List<String> lines = new ArrayList<>();
    try {
      for (String line = reader.readLine("> "); !line.strip().equals(word); ) {
        lines.add(line + "\n");
        line = reader.readLine("> ");
      }
    } catch (UserInterruptException | EndOfFileException e) {
      throw InputException.of("the here-document did not end with " + word);
    }
    return String.join("", lines);
  }
}
