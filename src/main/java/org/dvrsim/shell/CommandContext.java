package org.dvrsim.shell;

import java.util.Objects;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Op;

/**
 * What a running command has: a host, the namespace it runs in, and its three streams.
 *
 * <p>A command that enters a namespace runs in a context of its own with the same streams.
 */
final class CommandContext {
  private final Host host;
  private final NetnsName netns;
  private final String stdin;
  private final StringBuilder out;
  private final StringBuilder err;
  private final Optional<Background> background;

  /** Builds the context of a command in the host's root namespace. */
  CommandContext(Host host, String stdin) {
    this(host, NetnsName.ROOT, stdin, new StringBuilder(), new StringBuilder(), Optional.empty());
  }

  private CommandContext(
      Host host,
      NetnsName netns,
      String stdin,
      StringBuilder out,
      StringBuilder err,
      Optional<Background> background) {
    this.host = Objects.requireNonNull(host);
    this.netns = Objects.requireNonNull(netns);
    this.stdin = Objects.requireNonNull(stdin);
    this.out = out;
    this.err = err;
    this.background = background;
  }

  /** Returns this context moved into another namespace. */
  CommandContext in(NetnsName other) {
    return new CommandContext(host, other, stdin, out, err, background);
  }

  /** Returns this context with a place for programs that go on in the background. */
  CommandContext with(Background place) {
    return new CommandContext(host, netns, stdin, out, err, Optional.of(place));
  }

  /** Returns where programs go on in the background; empty in the foreground. */
  Optional<Background> background() {
    return background;
  }

  /** Runs a command in this context, and returns what it printed and how it ended. */
  CommandResult finish(IntSupplier command) {
    int status;
    try {
      status = command.getAsInt();
    } catch (CommandExit e) {
      status = e.status();
    }
    return new CommandResult(out.toString(), err.toString(), status);
  }

  /** Returns the host. */
  Host host() {
    return host;
  }

  /** Returns the host's kernel. */
  Kernel kernel() {
    return host.kernel();
  }

  /** Returns the name of the namespace that the command runs in. */
  NetnsName netnsName() {
    return netns;
  }

  /** Returns the namespace that the command runs in. */
  Netns netns() {
    return kernel().netns(netns);
  }

  /** Returns the text on standard input. */
  String stdin() {
    return stdin;
  }

  /** Returns the host's files. */
  ShellFiles files() {
    return new ShellFiles(host.disk());
  }

  /** Returns what gathers standard output. */
  StringBuilder out() {
    return out;
  }

  /** Returns what gathers standard error. */
  StringBuilder err() {
    return err;
  }

  /** Writes a line to standard output. */
  void println(String line) {
    out.append(line).append('\n');
  }

  /** Writes a line to standard error. */
  void complain(String line) {
    err.append(line).append('\n');
  }

  /** Changes the host. */
  void execute(Op op) {
    host.execute(op);
  }
}
