package org.dvrsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dvrsim.base.InputException;

/** Writes what commands were asked to write. */
final class OutputFiles {
  private OutputFiles() {}

  /**
   * Writes a file, and the folders it is in.
   *
   * @throws InputException if that is not possible
   */
  static void write(Path file, String text) {
    try {
      Path folder = file.toAbsolutePath().getParent();
      if (folder != null) {
        Files.createDirectories(folder);
      }
      Files.writeString(file, text);
    } catch (IOException e) {
      throw InputException.unwritable(file.toString(), e);
    }
  }
}
