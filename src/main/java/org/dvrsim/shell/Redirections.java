package org.dvrsim.shell;

import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;

/** Where the streams of one command lead. */
final class Redirections {
  private final List<CommandLine.Redirection> all;
  private final ShellFiles files;
  private Optional<String> out = Optional.empty();
  private Optional<String> err = Optional.empty();

  /** Whether standard error goes where standard output does, and the other way round. */
  private boolean errToOut;

  private boolean outToErr;
  private String complaint = "";

  Redirections(List<CommandLine.Redirection> all, ShellFiles files) {
    this.all = all;
    this.files = files;
  }

  /** Returns what the command reads; empty if a file cannot be read. */
  Optional<String> input(String stdin) {
    String input = stdin;
    for (CommandLine.Redirection each : all) {
      if (each.stream() == CommandLine.Stream.IN) {
        Optional<String> text = files.read(each.target());
        if (text.isEmpty()) {
          complain(each.target(), files.refusal(each.target()));
          return Optional.empty();
        }
        input = text.get();
      }
    }
    return Optional.of(input);
  }

  private void complain(String file, String words) {
    complaint = "sh: " + file + ": " + words + "\n";
  }

  /** Returns why a file could not be opened. */
  String complaint() {
    return complaint;
  }

  /** Opens the files to write, in order; those without {@code >>} are emptied. */
  boolean open() {
    for (CommandLine.Redirection each : all) {
      if (each.stream() == CommandLine.Stream.IN) {
        continue;
      }
      String target = each.target();
      if (target.startsWith("&")) {
        copy(each.stream(), target);
      } else if (files.write(target, "", each.append())) {
        lead(each.stream(), target);
      } else {
        complain(target, Errno.ENOENT.message());
        return false;
      }
    }
    return true;
  }

  private void lead(CommandLine.Stream stream, String file) {
    if (stream != CommandLine.Stream.ERR) {
      out = Optional.of(file);
      outToErr = false;
    }
    if (stream != CommandLine.Stream.OUT) {
      err = Optional.of(file);
      errToOut = false;
    }
  }

  private void copy(CommandLine.Stream stream, String target) {
    if (stream == CommandLine.Stream.ERR && target.equals("&1")) {
      err = out;
      errToOut = out.isEmpty();
    } else if (stream == CommandLine.Stream.OUT && target.equals("&2")) {
      out = err;
      outToErr = err.isEmpty();
    }
  }

  /** Writes a command's output where it leads. */
  void write(CommandResult result, StringBuilder terminalOut, StringBuilder terminalErr) {
    send(result.stdout(), out, outToErr ? terminalErr : terminalOut);
    send(result.stderr(), err, errToOut ? terminalOut : terminalErr);
  }

  /** Tells whether standard output leads to a file. */
  boolean leadsToFile() {
    return out.isPresent();
  }

  /** Writes more standard output where it leads. */
  void writeMore(String text, StringBuilder terminal) {
    send(text, out, terminal);
  }

  private void send(String text, Optional<String> file, StringBuilder terminal) {
    if (file.isPresent()) {
      files.write(file.get(), text, true);
    } else {
      terminal.append(text);
    }
  }
}
