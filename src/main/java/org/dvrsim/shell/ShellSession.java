package org.dvrsim.shell;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.dvrsim.base.NotModelledException;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/**
 * A shell that remembers: how the last command ended, which commands go on in the background, and
 * the files that were written. Each command is run as {@link Shell} does.
 *
 * <p>What a job writes to the terminal appears after the output of the command during which the job
 * heard of it.
 */
public final class ShellSession {
  private static final int FIRST_PID = 1000;
  private static final int REFUSED = 1;

  private final Host host;
  private final ShellFiles files;
  private final List<Job> jobs = new ArrayList<>();
  private final JobCommands commands = new JobCommands(jobs);
  private final StringBuilder terminal = new StringBuilder();
  private int started;
  private int status;

  /** Builds a shell on a host. */
  public ShellSession(Host host) {
    this.host = Objects.requireNonNull(host);
    this.files = new ShellFiles(host.disk());
  }

  /** Returns how the last command ended. */
  public int status() {
    return status;
  }

  /** Notes that a command ended with {@code newStatus} that was not run here. */
  public void failed(int newStatus) {
    status = newStatus;
  }

  /** Tells whether a command is to be run after how the one before it ended. */
  public boolean wants(CommandLine.Part part) {
    return switch (part.when()) {
      case ALWAYS -> true;
      case AFTER_SUCCESS -> status == 0;
      case AFTER_FAILURE -> status != 0;
    };
  }

  /**
   * Runs a line without comments, in the host's root namespace.
   *
   * @throws NotModelledException for what is not modelled; commands before it were run
   */
  public CommandResult run(String line, String stdin) {
    if (CommandLine.isPlain(line)) {
      CommandLine.Part part = new CommandLine.Part(CommandLine.When.ALWAYS, line, List.of(), false);
      return run(NetnsName.ROOT, part, stdin);
    }
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    for (CommandLine.Part part : CommandLine.split(line, false)) {
      if (wants(part)) {
        CommandResult result = run(NetnsName.ROOT, part, stdin);
        out.append(result.stdout());
        err.append(result.stderr());
      }
    }
    return new CommandResult(out.toString(), err.toString(), status);
  }

  /**
   * Runs one command of a line in a namespace.
   *
   * @throws NotModelledException for what is not modelled
   */
  public CommandResult run(NetnsName netns, CommandLine.Part part, String stdin) {
    List<String> words = WordSplitter.split(expand(part.text()));
    Redirections redirections =
        new Redirections(part.redirections().stream().map(this::expand).toList(), files);
    Optional<String> input = redirections.input(stdin);
    if (input.isEmpty() || !redirections.open()) {
      status = REFUSED;
      return new CommandResult("", redirections.complaint(), status);
    }
    CommandResult result =
        part.background()
            ? start(netns, part, words, input.get(), redirections)
            : foreground(netns, words, input.get());
    status = result.exit();
    StringBuilder out = new StringBuilder();
    StringBuilder err = new StringBuilder();
    redirections.write(result, out, err);
    out.append(heard());
    return new CommandResult(out.toString(), err.toString(), status);
  }

  private CommandResult foreground(NetnsName netns, List<String> words, String stdin) {
    CommandContext context = new CommandContext(host, stdin).in(netns);
    if (!words.isEmpty() && JobCommands.NAMES.contains(words.get(0))) {
      return context.finish(() -> commands.run(context, words));
    }
    return Shell.run(context, words);
  }

  private CommandResult start(
      NetnsName netns,
      CommandLine.Part part,
      List<String> words,
      String stdin,
      Redirections redirections) {
    Background background = new Background();
    CommandResult result =
        Shell.run(new CommandContext(host, stdin).in(netns).with(background), words);
    boolean lost = redirections.leadsToFile() && !background.flushes();
    started++;
    jobs.add(
        new Job(
            started,
            FIRST_PID + started,
            part.text(),
            background,
            result.exit(),
            text -> redirections.writeMore(lost ? "" : text, terminal)));
    return new CommandResult(result.stdout(), result.stderr(), 0);
  }

  /** Has the jobs read what they heard; returns what they write to the terminal. */
  private String heard() {
    while (jobs.stream().anyMatch(job -> job.background().hasUnread())) {
      jobs.forEach(Job::deliver); // one that asks the kernel may make another hear of it
    }
    String text = terminal.toString();
    terminal.setLength(0);
    return text;
  }

  /** Returns the number and the process of the job that was started last, as a prompt shows it. */
  public Optional<String> lastJob() {
    return jobs.isEmpty()
        ? Optional.empty()
        : Optional.of("[" + started + "] " + jobs.get(jobs.size() - 1).pid());
  }

  private CommandLine.Redirection expand(CommandLine.Redirection redirection) {
    String target = redirection.target();
    boolean copy = target.startsWith("&");
    String file = copy ? target : String.join("", WordSplitter.split(expand(target)));
    return new CommandLine.Redirection(redirection.stream(), redirection.append(), file);
  }

  /** Puts in what the few variables hold, except between single quotes. */
  private String expand(String text) {
    if (text.indexOf('$') < 0) {
      return text;
    }
    StringBuilder expanded = new StringBuilder();
    boolean quoted = false;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      quoted ^= c == '\'';
      if (c == '\\' && i + 1 < text.length()) {
        expanded.append(c).append(text.charAt(++i));
      } else if (c == '$' && !quoted && i + 1 < text.length()) {
        expanded.append(variable(text.charAt(++i)));
      } else {
        expanded.append(c);
      }
    }
    return expanded.toString();
  }

  private String variable(char name) {
    return switch (name) {
      case '?' -> Integer.toString(status);
      case '!' -> jobs.isEmpty() ? "" : Integer.toString(jobs.get(jobs.size() - 1).pid());
      case '$' -> Integer.toString(FIRST_PID);
      default -> throw new NotModelledException("the shell's \"$" + name + "\"");
    };
  }
}
