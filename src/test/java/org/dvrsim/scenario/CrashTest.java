package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.TreeMap;
import org.dvrsim.invariant.Invariants;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The agent dies at every instant of some events: after each op, and between the accesses to its
 * state files. A new one starts on what is left, and is restarted once more; then the host must be
 * as one without a past, except for what the real agent is known to leave.
 */
class CrashTest {
  /** How a crash at each instant ends: {@code fine}, or the invariant that is violated. */
  private static Map<String, Integer> endings(String fault, String event) {
    Map<String, Integer> endings = new TreeMap<>();
    for (int nth = 1; ; nth++) {
      Outcome died = run(fault, nth, event);
      if (died.failedStep().flatMap(StepOutcome::problem).orElse("").contains("runs already")) {
        return endings;
      }
      String ending =
          died.failedStep().map(step -> step.violations().get(0).invariant()).orElse("fine");
      endings.merge(ending, 1, Integer::sum);
    }
  }

  private static Outcome run(String fault, int nth, String event) {
    String text =
        """
        scenario: a crash
        hosts: {h1: dvr_snat}
        networks:
          public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
          front: {subnets: {front-v4: 10.1.0.0/24}}
          back: {subnets: {back-v4: 10.2.0.0/24}}
        routers:
          r1: {gateway: public, interfaces: [front-v4]}
          r2: {interfaces: [back-v4]}
        instances:
          vm1: {network: front, host: h1}
          vm2: {network: front, host: h1}
          vm3: {network: back, host: h1}
        floating-ips:
          web: {network: public, instance: vm1}
          api: {network: public}
        steps:
          - probe: none
          - with-fault: {host: h1, fault: %s, nth: %d, step: {%s}}
          - start-agent: h1
          - probe: restart-and-compare
        """
            .formatted(fault, nth, event);
    return new ScenarioRunner(Invariants::all).run(ScenarioFile.reader().read("crash", text));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "associate: {floating-ip: api, instance: vm2}|{fine=4}",
        "disassociate: web|{fine=4, stale-rule=1}",
        "set-gateway: {router: r2, network: public}|{broken-device=3, exception-escapes=3, fine=40,"
            + " missing-sysctl=1}",
        "detach-interface: {router: r2, subnet: back-v4}|{fine=2}",
        "create-instance: {name: vm4, network: front, host: h1}|{fine=1}",
        "restart-agent: h1|{fine=61}",
        "resync: h1|{fine=3}",
      })
  void agentDies_afterAnyOp_isHealedByRestart(String event, String known) {
    assertEquals(known, endings("dies-after-op", event).toString(), event);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "associate: {floating-ip: api, instance: vm2}|{fine=2}",
        "disassociate: web|{fine=2}",
        "set-gateway: {router: r2, network: public}|{fine=2}",
      })
  void agentDies_betweenAccessesToFiles_isHealedByRestart(String event, String known) {
    Map<String, Integer> endings = endings("dies-at-disk", event);
    assertTrue(endings.values().stream().mapToInt(n -> n).sum() > 1, endings.toString());
    assertEquals(known, endings.toString(), event);
  }
}
