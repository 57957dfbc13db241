package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BugsCommandTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  @Test
  void bugs_plain_listsAll() {
    assertEquals(0, run("bugs"));
    assertTrue(out.toString().contains("--bug lp-1360395: Connections are tracked twice"));
    assertTrue(out.toString().contains("\n170 bugs, "), out.toString());
  }

  @Test
  void bugs_oneId_tellsAboutIt() {
    assertEquals(0, run("bugs", "lp-1360395"));
    assertTrue(out.toString().contains("  repaired: 0985ef78"), out.toString());
  }

  @Test
  void bugs_unknownId_exits2() {
    assertEquals(2, run("bugs", "lp-0"));
    assertEquals("dvrsim: there is no bug lp-0; 'dvrsim bugs' lists them\n", err.toString());
  }

  @Test
  void check_bugThatShowsAtOnce_isFoundAndWrittenAsScenario() {
    assertEquals(0, run("bugs", "--check", "lp-1360395", "--out", folder.toString()));
    assertTrue(out.toString().startsWith("found  lp-1360395       missing-notrack "));
    Path file = folder.resolve("lp-1360395.yaml");
    assertTrue(Files.exists(file));
    assertEquals(0, run("run", file.toString()));
    assertTrue(out.toString().contains("2 scenarios: 2 passed"), out.toString());
    assertEquals(1, run("run", "--bug", "lp-1360395", file.toString()));
  }

  @Test
  void run_unknownBug_exits2() {
    assertEquals(2, run("run", "--bug", "lp-0", "scenarios"));
    assertEquals("dvrsim: there is no bug lp-0; 'dvrsim bugs' lists them\n", err.toString());
  }
}
