package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.dvrsim.agent.RecordedErrors;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.LinkKind;
import org.dvrsim.net.MacAddress;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.Op;
import org.dvrsim.ops.OpJson;
import org.dvrsim.shell.CommandResult;
import org.dvrsim.shell.Shell;

/** The host on which a recording is played, with its trace and its choices. */
final class ReplayHost {
  private final RecordedChoices choices = new RecordedChoices();
  private final Host host;
  private final List<Asked> trace = new ArrayList<>();

  ReplayHost(Recording recording) {
    FileSystem disk = Jimfs.newFileSystem(Configuration.unix());
    host = new Host(recording.host(), new Kernel(choices), disk);
    host.kernel().delayLinkwatch();
    host.observe(
        entry -> trace.add(new Asked(entry.op(), RecordedErrors.nameOf(entry, host.kernel()))));
  }

  /** An op, and the error that recordings list with it. */
  private record Asked(Op op, Optional<String> error) {}

  Host host() {
    return host;
  }

  RecordedChoices choices() {
    return choices;
  }

  /** Makes a folder on the host's disk, with those above it. */
  void makeFolder(String path) {
    try {
      Files.createDirectories(host.disk().getPath(path));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Begins an event: forgets the trace, takes up choices and fault.
   *
   * <p>What the event before did to carriers is noticed now: the recordings' states were taken
   * before Linux got round to it.
   */
  void begin(RecordedEvent event) {
    host.kernel().runLinkwatch();
    trace.clear();
    event.read("choices", choices::begin);
    host.plan(event.fault());
  }

  /** Runs the command of a {@code kernel} event; its error output goes into {@code played}. */
  void kernelEvent(RecordedEvent event, ObjectNode played) {
    List<String> argv = new ArrayList<>();
    event.list("argv").forEach(word -> argv.add(word.asText()));
    if (argv.isEmpty()) {
      throw event.bad("\"argv\" should be a list of words");
    }
    CommandResult result = Shell.run(host, argv, "");
    trace.clear();
    played.put("output", result.stderr());
  }

  /** Has somebody replace a state file, or remove it if {@code text} is null. */
  void stateFileEvent(Path file, JsonNode text) {
    try {
      if (text.isTextual()) {
        Files.writeString(file, text.asText());
      } else {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Ends an event: writes ops and choices into {@code played}. */
  void end(ObjectNode played) {
    ArrayNode ops = played.putArray("ops");
    for (Asked asked : trace) {
      ArrayNode op = ops.addArray().add(asked.op().recordedName());
      op.add(OpJson.arguments(asked.op()));
      op.add(asked.error().orElse(null));
    }
    played.set("choices", choices.taken(vethEnds()));
  }

  private SortedMap<String, MacAddress> vethEnds() {
    SortedMap<String, MacAddress> ends = new TreeMap<>();
    for (NetnsName name : host.kernel().names()) {
      for (Link link : host.kernel().netns(name).links()) {
        if (link.kind() == LinkKind.VETH && StateRecorder.isRouters(name.text())) {
          ends.put(name + "/" + link.name(), link.mac());
        }
      }
    }
    return ends;
  }
}
