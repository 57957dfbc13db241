package org.dvrsim.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * This machine's own kernel, asked in mount and network namespaces of its own that vanish
 * afterwards.
 *
 * <p>The tools (iproute2 6.15, iptables 1.8.11) are those of the folder named by the system
 * property {@code dvrsim.linux.root}, the root of a Debian trixie system with /proc, /sys and /dev;
 * without it, the machine's own. How namespaces are prepared, and what is waited for after a
 * command, says {@code linux/run_scripts.py}.
 */
final class RealLinux {
  private static final String TOOLS = "iproute2-6.15";

  /** Most of a script's time is waiting, so that many of them go at once. */
  private static final String JOBS = System.getProperty("dvrsim.linux.jobs", "24");

  private RealLinux() {}

  /** Returns why this machine cannot be asked; empty if it can. */
  static Optional<String> whyNot() {
    try {
      if (!output(List.of("id", "-u")).strip().equals("0")) {
        return Optional.of("needs root");
      }
      String version = output(inRoot(List.of("ip", "-V")));
      if (!version.contains(TOOLS)) {
        return Optional.of(
            "needs " + TOOLS + " (set dvrsim.linux.root), here is " + version.strip());
      }
      if (!output(List.of("unshare", "--mount", "--net", "echo", "fine")).contains("fine")) {
        return Optional.of("cannot make namespaces");
      }
      output(List.of("python3", "--version"));
      return Optional.empty();
    } catch (IOException e) {
      return Optional.of("cannot run commands: " + e.getMessage());
    }
  }

  private static String root() {
    return System.getProperty("dvrsim.linux.root", "");
  }

  private static List<String> inRoot(List<String> words) {
    if (root().isEmpty()) {
      return words;
    }
    List<String> all = new ArrayList<>(List.of("chroot", root()));
    all.addAll(words);
    return all;
  }

  /** Returns the transcript of each script, the dumps of the state at its end included. */
  static List<String> run(List<String> scripts) {
    try {
      Path folder = Files.createTempDirectory("dvrsim");
      try {
        return run(folder, scripts);
      } finally {
        delete(folder);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> run(Path folder, List<String> scripts) throws IOException {
    Path driver = folder.resolve("run_scripts.py");
    try (var in = RealLinux.class.getResourceAsStream("/linux/run_scripts.py")) {
      Files.copy(in, driver);
    }
    Files.writeString(folder.resolve("dumps"), String.join("\n", KernelSamplesTest.DUMPS));
    for (int i = 0; i < scripts.size(); i++) {
      Files.writeString(folder.resolve(name(i) + ".sh"), scripts.get(i));
    }
    String said = output(List.of("python3", driver.toString(), JOBS, folder.toString(), root()));
    List<String> transcripts = new ArrayList<>();
    for (int i = 0; i < scripts.size(); i++) {
      Path file = folder.resolve(name(i) + ".out");
      if (!Files.exists(file)) {
        throw new IllegalStateException("no transcript: " + said);
      }
      transcripts.add(Files.readString(file));
    }
    return transcripts;
  }

  private static String name(int number) {
    return "script-%04d".formatted(number);
  }

  private static void delete(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(folder);
  }

  private static String output(List<String> words) throws IOException {
    Process process = new ProcessBuilder(words).redirectErrorStream(true).start();
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return text;
  }
}
