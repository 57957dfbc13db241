package org.dvrsim.invariant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever happens to a state file is noticed, and nothing else is taken for news. */
final class StateFilesReaderTest {
  private final ComputeHost host = new Cluster().addHost("h1", AgentMode.DVR);
  private final Path file = host.statePath().resolve("fip-priorities");
  private final StateFilesReader reader =
      new StateFilesReader(host.host(), host.statePath().toString());

  @BeforeEach
  void write() throws IOException {
    Files.writeString(file, "203.0.113.5,36000\n");
    assertEquals(Map.of("203.0.113.5", "36000"), reader.read().priorities());
  }

  @Test
  void read_unusedDisk_isTheSameObject() {
    assertSame(reader.read(), reader.read());
  }

  @Test
  void read_fileReadBySomebody_isTheSameObject() throws IOException {
    StateFiles before = reader.read();
    assertEquals("203.0.113.5,36000\n", Files.readString(file));
    assertSame(before, reader.read());
  }

  @Test
  void read_otherContentOfTheSameLength_isNew() throws IOException {
    Files.writeString(file, "203.0.113.5,36001\n");
    assertEquals(Map.of("203.0.113.5", "36001"), reader.read().priorities());
  }

  @Test
  void read_betweenTruncationAndWriting_isEmpty() throws IOException {
    StateFiles before = reader.read();
    try (OutputStream out = Files.newOutputStream(file)) {
      host.host().fileEmptied();
      assertEquals(Map.of(), reader.read().priorities());
      out.write("203.0.113.5,36000\n".getBytes(StandardCharsets.UTF_8));
    }
    assertEquals(before, reader.read());
  }

  @Test
  void read_fileDeleted_isEmpty() throws IOException {
    Files.delete(file);
    assertEquals(Map.of(), reader.read().priorities());
  }

  @Test
  void read_otherFileCreated_isNew() throws IOException {
    StateFiles before = reader.read();
    Files.writeString(host.statePath().resolve("fip-linklocal-networks"), "r1,169.254.1.0/31\n");
    assertNotEquals(before, reader.read());
  }
}
