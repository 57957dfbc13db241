package org.dvrsim.cli;

import java.io.PrintWriter;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Supplier;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.shell.CommandLine;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.ShellSession;
import org.dvrsim.shell.WordSplitter;

/**
 * Runs what is typed at the prompt. {@code ip netns exec NETNS bash} goes on in that namespace
 * until {@code exit}.
 */
final class PromptShell {
  private static final List<String> SHELLS = List.of("bash", "sh", "/bin/bash", "/bin/sh");

  private final Host host;
  private final PrintWriter out;
  private final ShellSession session;
  private final Deque<NetnsName> shells = new ArrayDeque<>();
  private boolean done;

  PromptShell(Host host, PrintWriter out) {
    this.host = host;
    this.out = out;
    this.session = new ShellSession(host);
    shells.push(NetnsName.ROOT);
  }

  /** Returns the namespace that commands run in. */
  NetnsName netns() {
    return shells.element();
  }

  /** Returns what to print before a line is typed: the namespace, unless it is the root. */
  String prompt() {
    return netns().text() + "# ";
  }

  /** Tells whether the last shell was left. */
  boolean isDone() {
    return done;
  }

  /** Leaves the shell of a namespace, or for good. */
  void exit() {
    shells.pop();
    done = shells.isEmpty();
  }

  /**
   * Runs the commands of a line.
   *
   * @param further gives the lines of here-documents
   */
  void run(String line, Supplier<String> further) {
    try {
      for (CommandLine.Part part : CommandLine.split(line, true)) {
        if (session.wants(part) && !done) {
          command(part, further);
        }
      }
    } catch (NotModelledException | InputException e) {
      out.println("dvrsim: " + e.getMessage());
      session.failed(ExitStatus.UNUSABLE);
    }
    out.flush();
  }

  private void command(CommandLine.Part part, Supplier<String> further) {
    int here = part.text().lastIndexOf("<<");
    String stdin = here < 0 ? "" : hereDocument(part.text().substring(here + 2).strip(), further);
    String text = here < 0 ? part.text() : part.text().substring(0, here);
    List<String> words = WordSplitter.split(text);
    switch (words.isEmpty() ? "" : words.get(0)) {
      case "quit" -> done = true;
      case "exit", "logout" -> exit();
      case "help", "?" -> out.print(Prompt.HELP);
      default -> {
        if (entersNetns(words)) {
          shells.push(new NetnsName(words.get(3)));
          return;
        }
        CommandLine.Part command =
            new CommandLine.Part(part.when(), text, part.redirections(), part.background());
        CommandResult result = session.run(netns(), command, stdin);
        if (part.background()) {
          session.lastJob().ifPresent(out::println);
        }
        out.print(result.stdout());
        out.print(result.stderr());
      }
    }
  }

  private boolean entersNetns(List<String> words) {
    return words.size() == 5
        && words.subList(0, 3).equals(List.of("ip", "netns", "exec"))
        && SHELLS.contains(words.get(4))
        && NetnsName.isValid(words.get(3))
        && host.kernel().find(new NetnsName(words.get(3))).isPresent();
  }

  private static String hereDocument(String end, Supplier<String> further) {
    String word = end.replaceAll("['\"]", "");
    List<String> lines = new ArrayList<>();
    for (String line = further.get(); !line.strip().equals(word); line = further.get()) {
      lines.add(line + "\n");
    }
    return String.join("", lines);
  }
}
