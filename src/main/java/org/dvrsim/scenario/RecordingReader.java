package org.dvrsim.scenario;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;
import org.dvrsim.base.InputException;

/** Reads recordings, plain or compressed with gzip. */
public final class RecordingReader {
  private static final ObjectMapper MAPPER = new ObjectMapper();

  /** What Jackson says of a file that it doesn't know, before a line and a column. */
  private static final Pattern SOURCE = Pattern.compile("\\[Source: REDACTED [^;]*; ");

  private RecordingReader() {}

  /**
   * Reads one file; gzip is told by its first two bytes, not by the name.
   *
   * @throws InputException with file, line and column if it can't be read
   */
  public static Recording read(Path file) {
    try (InputStream in = open(file)) {
      JsonNode root = MAPPER.readTree(in);
      if (!(root instanceof ObjectNode document)) {
        throw InputException.at(
            file.toString(),
            1,
            1,
            root.isMissingNode()
                ? "the file is empty"
                : "expected a recording, which is a JSON object");
      }
      return new Recording(file.toString(), document);
    } catch (JsonProcessingException e) {
      JsonLocation at = e.getLocation();
      throw InputException.at(
          file.toString(),
          at == null ? 1 : at.getLineNr(),
          at == null ? 1 : at.getColumnNr(),
          "not JSON: " + SOURCE.matcher(e.getOriginalMessage()).replaceAll("["));
    } catch (IOException e) {
      throw InputException.io(file.toString(), e);
    }
  }

  private static InputStream open(Path file) throws IOException {
    BufferedInputStream in = new BufferedInputStream(Files.newInputStream(file));
    in.mark(2);
    boolean gzip = in.read() == 0x1f && in.read() == 0x8b;
    in.reset();
    return gzip ? new GZIPInputStream(in) : in;
  }
}
