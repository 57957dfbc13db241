package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import org.dvrsim.base.ErrnoException;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.netfilter.IptablesException;
import org.dvrsim.ops.Announce;
import org.dvrsim.ops.DisableProcess;
import org.dvrsim.ops.EnableProcess;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.OpCommandLine;
import org.dvrsim.ops.OpJson;
import org.dvrsim.ops.OpJsonReader;
import org.dvrsim.ops.RestoreIptables;
import org.dvrsim.shell.Shell;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every recorded op as JSON and as a command line, there and back. */
class RecordedOpsTest {
  static List<Path> recordings() {
    return Recordings.files();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void json_recordedOp_isWrittenAsRecorded(Path file) {
    for (RecordedEvent event : RecordingReader.read(file).events()) {
      for (JsonNode recorded : event.list("ops")) {
        Op op = OpJsonReader.read(recorded.get(0).asText(), recorded.get(1));
        assertEquals(recorded.get(0).asText(), op.recordedName());
        assertEquals(sorted(recorded.get(1)), sorted(OpJson.arguments(op)));
      }
    }
  }

  /** One host is given the ops, another the commands that a person would type for them. */
  @ParameterizedTest
  @MethodSource("recordings")
  void commandLine_typedInsteadOfTheOp_leavesTheSameHost(Path file) {
    Recording recording = RecordingReader.read(file);
    Host given = host(recording);
    Host typed = host(recording);
    for (RecordedEvent event : recording.events()) {
      for (JsonNode recorded : event.list("ops")) {
        if (recorded.path(2).isNull()) {
          Op op = OpJsonReader.read(recorded.get(0).asText(), recorded.get(1));
          give(given, op);
          type(typed, op);
        }
      }
      assertEquals(state(given), state(typed), () -> "after events[" + event.index() + "]");
    }
  }

  /**
   * Some recorded ops do nothing, and Neutron forgives the kernel for saying so. Others were meant
   * for a host that somebody had tampered with, which these hosts are spared.
   */
  private static void give(Host host, Op op) {
    try {
      host.execute(op);
    } catch (ErrnoException | IptablesException e) {
      // The typed command is refused likewise.
    }
  }

  private static void type(Host host, Op op) {
    if (op instanceof Announce || op instanceof EnableProcess || op instanceof DisableProcess) {
      return;
    }
    String stdin = op instanceof RestoreIptables restore ? restore.text() : "";
    var unused = Shell.run(host, OpCommandLine.words(op), stdin);
  }

  private static Host host(Recording recording) {
    RecordedChoices choices = new RecordedChoices();
    return new Host(
        recording.host(), new Kernel(choices), Jimfs.newFileSystem(Configuration.unix()));
  }

  private static ObjectNode state(Host host) {
    return StateRecorder.record(host, host.disk().getPath("/nowhere"), new ArrayList<>());
  }

  private static ObjectNode sorted(JsonNode object) {
    TreeMap<String, JsonNode> members = new TreeMap<>();
    object.properties().forEach(each -> members.put(each.getKey(), each.getValue()));
    ObjectNode result = JsonNodeFactory.instance.objectNode();
    members.forEach(
        (key, value) -> {
          if (value.isNumber()) {
            result.put(key, value.asLong());
          } else {
            result.set(key, value);
          }
        });
    return result;
  }
}
