package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.jimfs.Configuration;
import com.google.common.jimfs.Jimfs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.dvrsim.base.InputException;
import org.dvrsim.base.NotModelledException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the simulator does, against what the real agent did on a real kernel. */
class ReplayTest {
  static List<Path> recordings() {
    return Recordings.files();
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void agent_recordedEvents_doesAsTheRealOne(Path file) {
    ReplayOutcome outcome = Replay.agent(RecordingReader.read(file));
    assertTrue(outcome.compared());
    assertEquals(List.of(), outcome.differences());
  }

  @ParameterizedTest
  @MethodSource("recordings")
  void ops_recordedOps_leaveTheRecordedState(Path file) {
    ReplayOutcome outcome = Replay.ops(RecordingReader.read(file));
    assertTrue(outcome.compared());
    assertEquals(List.of(), outcome.differences());
  }

  @Test
  void agent_sameRecordingTwice_givesTheSameBytes() {
    Recording recording = RecordingReader.read(Recordings.files().get(1));
    assertEquals(
        Replay.agent(recording).document().toString(),
        Replay.agent(recording).document().toString());
  }

  @Test
  void agent_recordedStateChanged_isToldAsADifference() {
    Recording recording = RecordingReader.read(Recordings.files().get(1));
    ObjectNode first = (ObjectNode) recording.document().get("events").get(0).get("state");
    first.putArray("bridge_ports").add("qr-stranger");
    ReplayOutcome outcome = Replay.agent(recording);
    assertFalse(outcome.isEqual());
    assertEquals("bridge_ports", outcome.differences().get(0).component());
    assertEquals(0, outcome.differences().get(0).event());
  }

  @Test
  void agent_strippedRecording_isPlayedAndNotCompared() {
    Recording recording = RecordingReader.read(Recordings.files().get(1));
    for (JsonNode event : recording.document().get("events")) {
      ((ObjectNode) event).remove(List.of("ops", "rpc", "errors", "escaped", "state", "output"));
    }
    ReplayOutcome outcome = Replay.agent(recording);
    assertFalse(outcome.compared());
    assertTrue(outcome.document().get("events").get(0).has("state"));
  }

  @Test
  void agent_unknownEvent_isRefusedByName() {
    Recording recording = RecordingReader.read(Recordings.files().get(1));
    ((ArrayNode) recording.document().get("events")).addObject().put("event", "eclipse");
    NotModelledException refusal =
        assertThrows(NotModelledException.class, () -> Replay.agent(recording));
    assertTrue(refusal.getMessage().contains("eclipse"), refusal::getMessage);
  }

  @Test
  void read_brokenJson_saysWhere() throws IOException {
    Path file = Jimfs.newFileSystem(Configuration.unix()).getPath("broken.json");
    Files.writeString(file, "{\"name\": \"x\",\n  \"host\": }");
    InputException refusal = assertThrows(InputException.class, () -> RecordingReader.read(file));
    assertTrue(refusal.getMessage().startsWith("broken.json:2:"), refusal::getMessage);
  }

  @Test
  void write_emittedDocument_isReadBack() throws IOException {
    Path folder = Jimfs.newFileSystem(Configuration.unix()).getPath("out");
    Recording recording = RecordingReader.read(Recordings.files().get(1));
    ObjectNode document = Replay.agent(recording).document();
    RecordingWriter.write(document, folder.resolve("x.json"));
    assertEquals(
        new ObjectMapper().readTree(document.toString()),
        RecordingReader.read(folder.resolve("x.json")).document());
  }
}
