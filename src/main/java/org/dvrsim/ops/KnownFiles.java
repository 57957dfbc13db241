package org.dvrsim.ops;

import com.google.common.primitives.Bytes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * Which files are in a folder of a disk, and what is in them: listed and read anew when the disk
 * was used.
 *
 * <p>Asked for a file by its name, a file system says that it is not there by an exception with a
 * stack trace, which costs more than all else that is done with state files; and most hosts lack
 * one. Files are read far more often than written: by every agent that starts, and by whoever looks
 * at what they say.
 */
final class KnownFiles {
  private final DiskClock clock;

  /** What is in each file by its name, null as long as nobody wanted to know. */
  private final Map<String, byte[]> contents = new HashMap<>();

  private Path folder;
  private long knownAt = -1;

  KnownFiles(DiskClock clock) {
    this.clock = clock;
  }

  /** Tells whether {@code file} is there, whose path is absolute. */
  boolean has(Path file) {
    update(file.getParent());
    return contents.containsKey(file.getFileName().toString());
  }

  /**
   * Returns what is in {@code file}, whose path is absolute; not to be changed.
   *
   * @throws IOException if it cannot be read
   */
  byte[] read(Path file) throws IOException {
    update(file.getParent());
    String name = file.getFileName().toString();
    byte[] content = contents.get(name);
    if (content == null) {
      content = readNow(file);
      contents.put(name, content);
      knownAt = clock.ticks();
    }
    return content;
  }

  private void update(Path parent) {
    if (knownAt != clock.ticks() || !parent.equals(folder)) {
      contents.clear();
      list(parent);
      folder = parent;
      knownAt = clock.ticks();
    }
  }

  private void list(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(file -> contents.put(file.getFileName().toString(), null));
    } catch (IOException e) {
      contents.clear(); // there is no such folder
    }
  }

  /** Reads a file by a stream, which costs less than a channel, as there is little. */
  static byte[] readNow(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] content = in.readNBytes(in.available());
      int next = in.read();
      return next < 0
          ? content
          : Bytes.concat(content, new byte[] {(byte) next}, in.readAllBytes());
    }
  }
}
