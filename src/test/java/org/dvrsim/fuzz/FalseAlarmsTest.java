package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/** Sequences in which something looks wrong that is not, or is none of an agent's doing. */
final class FalseAlarmsTest {
  private static final String CLOUD =
      """
      scenario: a false alarm
      hosts: {h1: dvr, h2: dvr}
      networks:
        public: {external: true, subnets: {public-v4: {cidr: 203.0.113.0/24, gateway: 203.0.113.254}}}
        partner: {external: true, subnets: {partner-v4: 198.51.100.0/24}}
        net1: {subnets: {sub1: 10.1.0.0/24}}
        net2: {subnets: {sub2: 10.2.0.0/24}}
      routers:
        r1: {gateway: public, interfaces: [sub1]}
        r2: {interfaces: [sub2]}
      instances:
        vm1: {network: net1, host: h1}
        vm2: {network: net2, host: h1}
      floating-ips:
        web: {network: public}
      steps:
      """;

  /** Returns what is said to be wrong after the steps, without a closer look. */
  private static List<String> alarms(String... steps) {
    StringBuilder yaml = new StringBuilder(CLOUD);
    for (String step : steps) {
      yaml.append("  - ").append(step).append('\n');
    }
    Scenario scenario = ScenarioFile.reader().read("story.yaml", yaml.toString());
    List<String> alarms = new ArrayList<>();
    new Replay(new Draft(scenario.cloud(), KnownFailures.actions(scenario.steps())))
        .playSteps(Checks.of(Invariants.all()))
        .ifPresent(failure -> failure.violations().forEach(each -> alarms.add(each.toString())));
    return alarms;
  }

  @Test
  void outage_whileTheGatewayMoves_takesTheOldLinkAlone() {
    assertEquals(
        List.of(),
        alarms(
            "with-fault: {host: h1, fault: server-unreachable, nth: 2,"
                + " step: {set-gateway: {router: r1, network: partner}}}"));
  }

  @Test
  void gateway_behindAnotherNextHop_isNotReached() {
    assertEquals(
        List.of(),
        alarms(
            "associate: {floating-ip: web, instance: vm1}",
            "set-routes: {router: r1, routes: [203.0.113.240/28 via 10.1.0.99]}"));
  }

  @Test
  void status_whoseReporterIsAway_isNobodyElsesFault() {
    assertEquals(
        List.of(),
        alarms(
            "associate: {floating-ip: web, instance: vm1}",
            "move-instance: {instance: vm1, to: h2}",
            "stop-agent: h2",
            "delete-instance: vm1"));
  }

  @Test
  void silenceOfTheServer_isNotForAnEntryThatIsGone() {
    assertEquals(
        List.of(),
        alarms(
            "attach-interface: {router: r1, subnet: sub2, address: 10.2.0.214}",
            "with-fault: {host: h1, fault: server-call-fails, nth: 2, step: {clear-gateway: r1}}"));
  }

  /**
   * Somebody makes the link before each of the six tries, and takes it away before each clean-up.
   */
  @Test
  void update_inWhoseEveryTrySomethingWentWrong_needNotSucceed() {
    assertEquals(
        List.of(),
        alarms(
            "with-fault: {host: h2, fault: op-already-done, nth: 6, times: 13,"
                + " step: {create-instance: {name: vm3, network: net1, host: h2}}}"));
  }

  /** An instance is seen as the floating IP of the address that it sends from. */
  @Test
  void floatingIps_ofTwoAddressesOfAnInstance_areBothSeen() {
    assertEquals(
        List.of(),
        alarms(
            "create-instance: {name: two, network: net1, host: h1,"
                + " addresses: [10.1.0.100, 10.1.0.101]}",
            "create-floating-ip: {name: mail, network: public}",
            "associate: {floating-ip: web, instance: two, fixed-address: 10.1.0.100}",
            "associate: {floating-ip: mail, instance: two, fixed-address: 10.1.0.101}"));
  }
}
