package org.dvrsim.ops;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;

/**
 * Which files are in a folder of a disk, listed anew when the disk was used.
 *
 * <p>Asked for a file by its name, a file system says that it is not there by an exception with a
 * stack trace, which costs more than all else that is done with state files; and most hosts lack
 * one.
 */
final class FileNames {
  private final DiskClock clock;
  private final Set<String> names = new HashSet<>();
  private Path folder;
  private long listedAt = -1;

  FileNames(DiskClock clock) {
    this.clock = clock;
  }

  /** Tells whether {@code file} is there, whose path is absolute. */
  boolean has(Path file) {
    Path parent = file.getParent();
    if (listedAt != clock.ticks() || !parent.equals(folder)) {
      names.clear();
      list(parent);
      folder = parent;
      listedAt = clock.ticks();
    }
    return names.contains(file.getFileName().toString());
  }

  private void list(Path directory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
      files.forEach(file -> names.add(file.getFileName().toString()));
    } catch (IOException e) {
      names.clear(); // there is no such folder
    }
  }
}
