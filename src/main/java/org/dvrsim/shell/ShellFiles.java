package org.dvrsim.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import org.dvrsim.base.Errno;
import org.dvrsim.netfilter.NamedFiles;

/** The files of a host as its shell's commands name them; the working directory is {@code /}. */
final class ShellFiles implements NamedFiles {
  /** Directories that every system has. */
  private static final List<String> USUAL = List.of("/tmp", "/var/tmp", "/root", "/run", "/etc");

  private static final String NOWHERE = "/dev/null";

  private final FileSystem disk;

  ShellFiles(FileSystem disk) {
    this.disk = disk;
  }

  private Path path(String name) throws IOException {
    Path path = disk.getPath("/").resolve(name).normalize();
    for (String usual : USUAL) {
      if (path.startsWith(disk.getPath(usual))) {
        Files.createDirectories(disk.getPath(usual));
      }
    }
    return path;
  }

  /** Returns what a file holds; empty if it cannot be read, as then {@link #refusal} says. */
  @Override
  public Optional<String> read(String name) {
    if (name.equals(NOWHERE)) {
      return Optional.of("");
    }
    try {
      return Optional.of(Files.readString(path(name), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Tells whether a name is a folder's. */
  boolean isFolder(String name) {
    try {
      return Files.isDirectory(path(name));
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the errno's words for a file that cannot be read. */
  String refusal(String name) {
    return isFolder(name) ? "Is a directory" : Errno.ENOENT.message();
  }

  @Override
  public boolean write(String name, String text) {
    return write(name, text, false);
  }

  /**
   * Writes to a file, which is made if it is not there.
   *
   * @return whether it could be written
   */
  boolean write(String name, String text, boolean append) {
    if (name.equals(NOWHERE)) {
      return true;
    }
    try {
      Files.writeString(
          path(name),
          text,
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          append ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING);
      return true;
    } catch (NoSuchFileException e) {
      return false;
    } catch (IOException e) {
      return false;
    }
  }
}
