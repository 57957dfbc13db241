package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.invariant.HostStateReaders;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is kept of hosts' states from step to step is what is there. */
class HostStateTest {
  static List<Path> files() throws java.io.IOException {
    return ScenariosTest.files();
  }

  @ParameterizedTest
  @MethodSource("files")
  void read_afterEveryStep_isAsReadAnew(Path file) {
    Scenario scenario = ScenarioFile.reader().read(file);
    Cluster cluster = new Cluster();
    CloudBuilder.build(scenario.cloud(), cluster);
    List<BooleanSupplier> checks = new ArrayList<>();
    for (ComputeHost host : cluster.hosts()) {
      checks.add(HostStateReaders.watch(host.host(), host.statePath().toString()));
      host.startAgent();
    }
    check(cluster, checks, "the agents start");
    for (Step step : scenario.steps()) {
      try {
        step.action().perform(cluster);
      } catch (ApiRefusedException | ExpectationFailedException e) {
        // As in the scenario.
      }
      check(cluster, checks, step.action().describe());
    }
  }

  private static void check(Cluster cluster, List<BooleanSupplier> checks, String when) {
    cluster.deliver();
    for (BooleanSupplier check : checks) {
      assertEquals(true, check.getAsBoolean(), when);
    }
  }
}
