package org.dvrsim.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCommandTest {
  private static final String CLOUD =
      """
      scenario: one router
      hosts: {c1: dvr}
      networks:
        public: {external: true, subnets: {p4: 203.0.113.0/24}}
        private: {subnets: {t4: 10.0.0.0/24}}
      routers: {r1: {gateway: public, interfaces: [t4]}}
      instances: {vm1: {network: private, host: c1}}
      floating-ips: {web: {network: public}}
      steps:
        - associate: {floating-ip: web, instance: vm1}
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... arguments) {
    return Main.run(new PrintWriter(out), new PrintWriter(err), arguments);
  }

  private String file(String text) throws IOException {
    Path file = folder.resolve("s.yaml");
    Files.writeString(file, text);
    return file.toString();
  }

  @Test
  void run_goodScenario_exits0WithALineEach() throws IOException {
    assertEquals(0, run("run", file(CLOUD)));
    assertTrue(out.toString().startsWith("ok   " + folder + "/s.yaml: one router (1 step, "));
    assertTrue(out.toString().contains("\n1 scenario: 1 passed; "), out.toString());
    assertFalse(out.toString().contains("ip -n"), out.toString());
  }

  @Test
  void run_folderWithSteps_printsOpsAsCommands() throws IOException {
    file(CLOUD);
    assertEquals(0, run("run", "--steps", folder.toString()));
    assertTrue(out.toString().contains("c1: DvrLocalRouter.floating_ip_added_dist"));
    assertTrue(out.toString().contains("ip -n qrouter(r1) rule add from 10.0.0."), out.toString());
  }

  @Test
  void run_expectationNotMet_exits1AndTellsTheStep() throws IOException {
    String file = file(CLOUD + "  - expect: {netns: qrouter(r1), rules: [from 1.2.3.4]}\n");
    assertEquals(1, run("run", file));
    assertTrue(out.toString().contains("step 2 (" + file + ":11): expect:"), out.toString());
    assertTrue(out.toString().contains("expected among the rules in qrouter(r1): from 1.2.3.4"));
  }

  @Test
  void run_invariantViolated_exits1WithInvariantObjectsAndOps() throws IOException {
    String tamper = "  - tamper: {run: \"ip -n qrouter(r1) rule add from 9.9.9.9 lookup 16\"}\n";
    assertEquals(1, run("run", file(CLOUD + tamper + "  - resync: c1\n")));
    assertTrue(out.toString().contains("FAIL "), out.toString());
    assertTrue(out.toString().contains("violates "), out.toString());
    assertTrue(out.toString().contains("ops since the last good state:"), out.toString());
  }

  @Test
  void run_reports_areWritten() throws IOException {
    Path xml = folder.resolve("r.xml");
    Path json = folder.resolve("r.json");
    assertEquals(0, run("run", file(CLOUD), "--report", xml.toString(), "--json", json.toString()));
    assertTrue(Files.readString(xml).contains("tests=\"1\" failures=\"0\""));
    assertTrue(Files.readString(json).contains("\"verdict\" : \"passed\""));
  }

  @Test
  void run_malformedFile_exits2WithPlace() throws IOException {
    String file = file("scenario: x\nhosts: {c1: dvr}\nsteps: [{teleport: {}}]\n");
    assertEquals(2, run("run", file));
    assertTrue(
        err.toString().startsWith("dvrsim: " + file + ":3:10: unknown step 'teleport'"),
        err.toString());
  }

  @Test
  void run_noSuchFile_exits2() {
    assertEquals(2, run("run", folder.resolve("none.yaml").toString()));
    assertTrue(err.toString().endsWith("none.yaml: no such file\n"), err.toString());
  }

  @Test
  void run_folderWithoutScenarios_exits2() {
    assertEquals(2, run("run", folder.toString()));
  }
}
