package org.dvrsim.scenario;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dvrsim.base.InputException;

/** Writes recordings as plain JSON. */
public final class RecordingWriter {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private RecordingWriter() {}

  /**
   * Writes a recording's document, making the folder if need be.
   *
   * @throws InputException if it can't be written
   */
  public static void write(ObjectNode document, Path file) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.write(file, MAPPER.writeValueAsBytes(document));
    } catch (IOException e) {
      throw InputException.unwritable(file.toString(), e);
    }
  }
}
