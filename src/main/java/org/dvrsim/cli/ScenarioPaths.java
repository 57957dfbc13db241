package org.dvrsim.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.dvrsim.base.InputException;

/** Finds scenario files. */
final class ScenarioPaths {
  private ScenarioPaths() {}

  /**
   * Returns the files given and those in the folders given, in order.
   *
   * @throws InputException if there are none in a folder
   */
  static List<Path> of(List<Path> paths) {
    List<Path> files = new ArrayList<>();
    for (Path path : paths) {
      if (Files.isDirectory(path)) {
        List<Path> inside = filesIn(path);
        if (inside.isEmpty()) {
          throw InputException.in(path.toString(), "there are no scenario files (*.yaml) in it");
        }
        files.addAll(inside);
      } else {
        files.add(path);
      }
    }
    return files;
  }

  private static List<Path> filesIn(Path folder) {
    try (Stream<Path> found = Files.walk(folder, FileVisitOption.FOLLOW_LINKS)) {
      return found.filter(ScenarioPaths::isScenario).sorted().toList();
    } catch (UncheckedIOException e) {
      throw InputException.io(folder.toString(), e.getCause());
    } catch (IOException e) {
      throw InputException.io(folder.toString(), e);
    }
  }

  private static boolean isScenario(Path path) {
    String name = path.getFileName().toString();
    return (name.endsWith(".yaml") || name.endsWith(".yml")) && Files.isRegularFile(path);
  }
}
