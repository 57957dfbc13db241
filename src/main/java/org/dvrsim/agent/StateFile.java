package org.dvrsim.agent;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.dvrsim.base.Errno;

/**
 * A file in which an allocator keeps what it handed out.
 *
 * <p>It is written as Python's {@code open(path, "w")} does: emptied first, filled after. Who looks
 * in between, or comes back after the agent died there, finds it empty.
 */
final class StateFile {
  private final HostAccess host;
  private final Path path;
  private final String name;

  StateFile(HostAccess host, Path path) {
    this.host = host;
    this.path = path;
    this.name = path.getFileName().toString();
  }

  /** Returns the file's name without its directory. */
  String name() {
    return name;
  }

  /**
   * Returns the lines; none if there is no file.
   *
   * @throws OsError if it cannot be read
   * @throws ValueError if it is not text
   */
  List<String> read() {
    if (!host.hasFile(path)) {
      host.besideDisk("missed " + name);
      return List.of();
    }
    try {
      List<String> lines = lines(text());
      host.besideDisk("read " + name);
      return lines;
    } catch (CharacterCodingException e) {
      throw new ValueError("'utf-8' codec can't decode " + path);
    } catch (IOException e) {
      throw failed(e);
    }
  }

  private String text() throws IOException {
    byte[] content = host.readFile(path);
    return isAscii(content)
        ? new String(content, StandardCharsets.ISO_8859_1)
        : StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
  }

  private static boolean isAscii(byte[] content) {
    for (byte each : content) {
      if (each < 0) {
        return false;
      }
    }
    return true;
  }

  /** Returns the lines as {@link String#lines} does. */
  private static List<String> lines(String text) {
    if (text.indexOf('\r') >= 0) {
      return text.lines().toList();
    }
    List<String> lines = new ArrayList<>();
    int start = 0;
    while (start < text.length()) {
      int end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      lines.add(text.substring(start, end));
      start = end + 1;
    }
    return lines;
  }

  /**
   * Replaces the content.
   *
   * @throws OsError if it cannot be written
   */
  void write(CharSequence content) {
    byte[] collected = content.toString().getBytes(StandardCharsets.UTF_8);
    host.besideDisk("collected the lines of " + name);
    try (OutputStream out = Files.newOutputStream(path)) {
      host.atDisk("truncated " + name);
      out.write(collected);
    } catch (IOException e) {
      throw failed(e);
    }
    host.atDisk("wrote " + name);
  }

  private static OsError failed(IOException e) {
    return new OsError(e instanceof NoSuchFileException ? Errno.ENOENT : Errno.EIO);
  }

  @Override
  public String toString() {
    return path.toString();
  }
}
