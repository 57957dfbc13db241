package org.dvrsim.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dvrsim.base.InputException;

/** Writes what commands were asked to write. */
final class OutputFiles {
  private OutputFiles() {}

  /**
   * Checks, before anything is played, that files can be written to a folder, which need not be
   * there yet.
   *
   * @throws InputException if something else is in its place, or it may not be written to
   */
  static void checkFolder(Path folder) {
    Path there = folder.toAbsolutePath();
    while (there.getParent() != null && !Files.exists(there)) {
      there = there.getParent();
    }
    if (!Files.isDirectory(there)) {
      throw InputException.in(folder.toString(), there.getFileName() + " is not a folder");
    }
    if (!Files.isWritable(there)) {
      throw InputException.in(folder.toString(), "nothing can be written there");
    }
  }

  /**
   * Checks, before anything is played, that a file can be written.
   *
   * @throws InputException if it can't
   */
  static void checkFile(Path file) {
    if (Files.isDirectory(file)) {
      throw InputException.in(file.toString(), "is a folder");
    }
    checkFolder(file.toAbsolutePath().getParent());
  }

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
