package org.dvrsim.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;

/**
 * Somebody replaces the content of one of the agent's state files.
 *
 * @param host the host; the first one if empty
 * @param file the file's name, such as {@code fip-priorities}
 * @param lines what is in it then, in which names such as {@code router(r1)} stand for exact ones
 */
public record WriteFileAction(Optional<String> host, String file, List<String> lines)
    implements Action {
  /** Copies the list. */
  public WriteFileAction {
    lines = List.copyOf(lines);
  }

  static WriteFileAction read(Fields fields) {
    return new WriteFileAction(
        fields.optionalText("host"), fields.text("file"), fields.texts("lines"));
  }

  @Override
  public String keyword() {
    return "write-file";
  }

  @Override
  public Object arguments() {
    Arguments arguments = new Arguments().with("host", host).with("file", file);
    arguments.toMap().put("lines", lines);
    return arguments.toMap();
  }

  @Override
  public void perform(Cluster cluster) {
    ComputeHost target = cluster.hostOrFirst(host);
    List<String> exact =
        lines.stream().map(line -> cluster.names().toExact(line, target.name())).toList();
    target.disturb();
    try {
      Files.write(target.statePath().resolve(file), exact);
    } catch (IOException e) {
      throw InputException.io(file, e);
    } finally {
      target.host().fileEmptied();
    }
  }
}
