package org.dvrsim.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.scenario.CloudBuilder;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.WorkersAction;
import org.junit.jupiter.api.Test;

/** What workers did is told in the order in which it came about. */
final class WorkersTextTest {
  private static final String CLOUD =
      """
      scenario: workers
      hosts: {c1: dvr}
      networks:
        public: {external: true, subnets: {p4: 203.0.113.0/24}}
        private: {subnets: {t4: 10.0.0.0/24}}
      routers: {r1: {gateway: public, interfaces: [t4]}}
      instances: {vm1: {network: private, host: c1}}
      steps:
      """;

  private static List<String> told(String workers) {
    Scenario scenario =
        ScenarioFile.reader().read("s.yaml", CLOUD + "  - with-workers: {host: c1, " + workers);
    Cluster cluster = new Cluster();
    CloudBuilder.build(scenario.cloud(), cluster);
    cluster.hosts().forEach(ComputeHost::startAgent);
    cluster.deliver();
    WorkersAction action = (WorkersAction) scenario.steps().get(0).action();
    return WorkersText.of(action.performWatched(cluster), cluster.names()::toPeople);
  }

  private static int row(List<String> lines, String cell) {
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).contains(cell)) {
        return i;
      }
    }
    throw new AssertionError(cell + " in " + String.join("\n", lines));
  }

  @Test
  void oneAlone_hasNobodyAtItsSide() {
    assertEquals(List.of(), told("workers: 1, steps: [{set-mtu: {network: private, mtu: 1500}}]}"));
  }

  @Test
  void interruptedWorker_isSetBesideWhoCameBetween() {
    List<String> lines =
        told(
            "workers: 1, schedule: '1:1 5:0', steps: [{clear-gateway: r1},"
                + " {set-gateway: {router: r1, network: public}}]}");
    assertEquals("conflict: before fipnamespace_delete_on_ext_net did", lines.get(0));
    assertEquals(
        "    look into fip(public) (AgentMixin.fipnamespace_delete_on_ext_net)", lines.get(1));
    assertEquals("  worker 1 did", lines.get(2));
    assertTrue(lines.get(3).startsWith("    ip netns exec fip(public) sysctl -w"), lines.get(3));
    assertTrue(lines.get(4).startsWith("API  "), lines.get(4));
    assertTrue(
        row(lines, "| 5 interrupted before look into fi… |")
            < row(lines, "1 set-gateway: {router"));
    assertTrue(row(lines, "1 set-gateway: {router") < row(lines, "| 6 sync_routers "));
    assertTrue(
        row(lines, "| 14! ip netns exec fip(public)") < row(lines, "| 5! look into fip(public) "));
    assertTrue(row(lines, "| 5! look into") < row(lines, "| 48 ip netns delete fip(public) "));
  }

  @Test
  void workersThatNobodyInterrupts_areInOrderWithoutConflict() {
    List<String> lines =
        told("workers: 1, steps: [{clear-gateway: r1}, {set-snat: {router: r1, enabled: true}}]}");
    assertTrue(lines.stream().noneMatch(line -> line.contains("!")), lines.toString());
    assertTrue(lines.stream().noneMatch(line -> line.contains("conflict")), lines.toString());
  }
}
