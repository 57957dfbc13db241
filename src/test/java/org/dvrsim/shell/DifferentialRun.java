package org.dvrsim.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;

/**
 * Runs the differential property for as long as one likes: {@code DifferentialRun MINUTES SEED},
 * with {@code -Ddvrsim.linux.root}. Prints each difference and at the end how many scripts ran, and
 * how many since the last difference. {@code -Ddvrsim.linux.family} takes one family, {@code
 * -Ddvrsim.linux.shrink=true} shrinks differences, {@code -Ddvrsim.linux.keep=FOLDER} keeps them in
 * the form of the kernel samples.
 */
final class DifferentialRun {
  private static final int BATCH = 60;

  /** How many differences whose first command is of the same kind are shrunk and printed. */
  private static final int EACH = 2;

  private static final String KEEP = System.getProperty("dvrsim.linux.keep", "");
  private static final boolean SHRINK = Boolean.getBoolean("dvrsim.linux.shrink");

  private DifferentialRun() {}

  /** Runs. */
  public static void main(String[] args) {
    RealLinux.whyNot()
        .ifPresent(
            reason -> {
              throw new IllegalStateException(reason);
            });
    long end = System.nanoTime() + Long.parseLong(args[0]) * 60_000_000_000L;
    long seed = Long.parseLong(args[1]);
    Random random = new Random(seed);
    Map<String, Integer> kinds = new TreeMap<>();
    int total = 0;
    int sinceLast = 0;
    while (System.nanoTime() < end) {
      List<List<String>> scripts = new ArrayList<>();
      for (int i = 0; i < BATCH; i++) {
        scripts.add(CommandScripts.script(random));
      }
      for (Optional<Difference> found : Difference.of(scripts)) {
        total++;
        sinceLast++;
        if (found.isPresent()) {
          sinceLast = 0;
          keep("found-%d-%04d".formatted(seed, total), found.get());
          String kind = kind(found.get());
          if (kinds.merge(kind, 1, Integer::sum) <= EACH) {
            Difference shortest = SHRINK ? found.get().shrunk() : found.get();
            System.out.println("### " + total + " " + kind);
            System.out.println(String.join("\n", shortest.script()));
            System.out.println(shortest.text());
          }
        }
      }
    }
    kinds.forEach((kind, count) -> System.out.println(count + " " + kind));
    System.out.printf(
        "seed %d: %d scripts, %d since the last difference%n", seed, total, sinceLast);
  }

  /** Keeps the script and what Linux says to it as the kernel samples are. */
  private static void keep(String name, Difference difference) {
    if (KEEP.isEmpty()) {
      return;
    }
    String script = "# family: found\n" + String.join("\n", difference.script()) + "\n";
    try {
      Files.writeString(Path.of(KEEP, name + ".sh"), script);
      Files.writeString(Path.of(KEEP, name + ".expected"), difference.linux());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the first difference without names and numbers. */
  private static String kind(Difference difference) {
    String[] words =
        difference.command().replaceAll("ip netns exec \\S+|-n(etns)? \\S+", "").split("\\s+", -1);
    StringBuilder kind = new StringBuilder();
    for (int i = 1; i < Math.min(words.length, 5); i++) {
      kind.append(words[i].matches("[a-z]+|-.*") ? words[i] : "#").append(' ');
    }
    String model = difference.text().replaceAll("(?s).*?\nmodel: [^\n]*\n", "");
    return kind + "| " + model.lines().findFirst().orElse("").replaceAll("[0-9].*", "");
  }
}
