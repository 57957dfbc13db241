package org.dvrsim.scenario;

import java.util.Optional;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;

/**
 * Somebody types a command on a host.
 *
 * @param host the host; the first one if empty
 * @param commandLine the command, in which names such as {@code qrouter(r1)} stand for exact ones
 * @param fails whether the command must fail; it must succeed otherwise
 */
public record TamperAction(Optional<String> host, String commandLine, boolean fails)
    implements Action {
  static TamperAction read(Fields fields) {
    return new TamperAction(
        fields.optionalText("host"), fields.text("run"), fields.bool("fails", false));
  }

  @Override
  public String keyword() {
    return "tamper";
  }

  @Override
  public Object arguments() {
    Arguments arguments = new Arguments().with("host", host).with("run", commandLine);
    if (fails) {
      arguments.with("fails", true);
    }
    return arguments.toMap();
  }

  @Override
  public void perform(Cluster cluster) {
    ComputeHost target = cluster.hostOrFirst(host);
    String exact = cluster.names().toExact(commandLine, target.name());
    CommandResult result = Shell.run(target.host(), exact);
    if (result.succeeded() == fails) {
      throw new ExpectationFailedException(
          "the command ended with status "
              + result.exit()
              + ":\n"
              + result.stdout()
              + result.stderr());
    }
    target.disturb();
  }
}
