package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.agent.AgentParts;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.junit.jupiter.api.Test;

/** What a known failure leads to later is told apart from news. */
final class AftermathTest {
  private static Checks knowing(String... names) {
    List<Scenario> known = new ArrayList<>();
    for (String name : names) {
      Path file = Path.of("scenarios", "neutron-2025.1", name + ".yaml");
      known.add(ScenarioFile.reader().read(file));
    }
    return Checks.of(Invariants.all())
        .tolerating(KnownFailures.of(known, AgentParts.ofNeutron2025()).keySet());
  }

  private static Found found(Checks checks, String yaml) {
    Scenario scenario = ScenarioFile.reader().read("story.yaml", yaml);
    Replay replay =
        new Replay(new Draft(scenario.cloud(), KnownFailures.actions(scenario.steps())));
    Failure failure = replay.play(checks).orElseThrow();
    return new Found(0, replay.performed(), failure);
  }

  /** An address is left on a link while the agent is down, and serves a floating IP later. */
  private static final String LEFT_WHILE_DOWN =
      """
      scenario: an old address
      hosts: {h1: dvr_no_external, h2: dvr_snat}
      networks:
        public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
        net1: {subnets: {sub1: 10.1.0.0/24}}
        net2: {subnets: {sub2: 10.2.0.0/24}}
      routers:
        r1: {gateway: public, interfaces: [sub1]}
        r2: {gateway: public, interfaces: [sub2]}
      instances:
        vm2: {network: net2, host: h1}
      floating-ips:
        web: {network: public, address: 203.0.113.100}
      steps:
        - stop-agent: h2
        - tamper: {host: h2, run: "ip -n qrouter(r2) address add 203.0.113.100/32 dev rfp(r2)"}
        - start-agent: h2
        - associate: {floating-ip: web, instance: vm2}
      """;

  @Test
  void failure_thatNeedsDamageDoneWhileTheAgentWasDown_isItsAftermath() {
    Checks checks = knowing("pairs-overwritten", "no-external-rule-at-start");
    Found found = found(checks, LEFT_WHILE_DOWN);
    assertEquals("duplicate-address", found.failure().invariant());
    assertEquals(2, Aftermath.of(found, checks).orElseThrow().step());
  }

  /** A worker that makes a link is too late for another op than in the known scenario. */
  private static final String ANOTHER_OP =
      """
      scenario: a race
      hosts: {h1: dvr_snat}
      networks:
        public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
        net2: {subnets: {sub2: 10.2.0.0/24}}
      routers:
        r1: {gateway: public}
      steps:
        - attach-interface: {router: r1, subnet: sub2}
        - with-workers:
            host: h1
            workers: 3
            schedule: "%s"
            steps:
              - detach-interface: {router: r1, subnet: sub2}
              - clear-gateway: r1
              - set-gateway: {router: r1, network: public}
      """;

  @Test
  void failure_ofWorkersThatCollideAsInAKnownOne_isItsAftermath() {
    Checks checks =
        knowing("agent-gateway-replaced-in-one-update", "fip-namespace-deleted-during-start");
    Found found = found(checks, ANOTHER_OP.formatted("57:4"));
    assertEquals(
        Set.of(
            "race over fip-*: worker in FipNamespace.create_rtr_2_fip_link,"
                + " fipnamespace_delete_on_ext_net in AgentMixin.fipnamespace_delete_on_ext_net"),
        Aftermath.of(found, checks).orElseThrow().known());
    Checks less = knowing("agent-gateway-replaced-in-one-update");
    Found news = found(less, ANOTHER_OP.formatted("57:4"));
    assertEquals(Optional.empty(), Aftermath.of(news, less));
  }

  /** A moved gateway fails, as is known; later somebody else's gateway is cleared. */
  private static final String AFTER_A_MOVE =
      """
      scenario: two gateways
      hosts:
        h2: dvr_snat
      networks:
        public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
        partner: {external: true, subnets: {partner-v4: 198.51.100.0/24}}
      routers:
        r2: {}
        r3: {gateway: public}
      steps:
        - set-gateway: {router: r2, network: public}
        - set-gateway: {router: r2, network: partner}
        - clear-gateway: r3
      """;

  @Test
  void failure_thatNeedsTheDamageOfAKnownOne_isItsAftermath() {
    Checks checks =
        knowing(
            "gateway-moved-link-left",
            "gateway-moved-snat-left",
            "gateways-swapped",
            "pairs-overwritten",
            "priorities-overwritten");
    Found found = found(checks, AFTER_A_MOVE);
    Aftermath aftermath = Aftermath.of(found, checks).orElseThrow();
    assertEquals(2, aftermath.step());
    assertTrue(checks.tolerated().containsAll(aftermath.known()));
    Distinct distinct = new Distinct(checks);
    assertEquals(Optional.empty(), distinct.add(found));
    assertTrue(distinct.isEmpty());
    assertEquals(1, distinct.aftermaths().size());
  }

  /** An MTU is ignored, as is known; later a default route stays, which is another matter. */
  private static final String BESIDE_AN_MTU =
      """
      scenario: two defects
      hosts:
        h1: dvr
      networks:
        public: {external: true, mtu: 1500, subnets: {public-v4: 203.0.113.0/24}}
        net1: {subnets: {sub1: 10.1.0.0/24}}
      routers:
        r1: {gateway: public, interfaces: [sub1]}
      instances:
        vm1: {network: net1, host: h1}
      steps:
        - set-mtu: {network: public, mtu: 1400}
        - set-subnet: {subnet: public-v4, gateway: none}
      """;

  @Test
  void failure_besideAKnownOne_isNews() {
    Checks checks = knowing("external-mtu-ignored");
    Found found = found(checks, BESIDE_AN_MTU);
    Distinct distinct = new Distinct(checks);
    Distinct.Kind kind = distinct.add(found).orElseThrow();
    assertEquals(1, kind.small().draft().actions().size());
    assertEquals(List.of(), distinct.aftermaths());
  }

  private static final String TORN_FILE =
      """
      scenario: a broken address
      hosts: {h2: dvr_snat}
      networks:
        public: {external: true, subnets: {public-v4: {cidr: 203.0.113.0/24, address-scope: scope1}}}
      routers:
        r1: {gateway: public}
      steps:
        - write-file: {host: h2, file: fip-linklocal-networks, lines: ["router(r1),"]}
      """;

  @Test
  void failure_ofAnAgentThatBeginsAnewAndGivesUpInAKnownWay_isItsAftermath() {
    Checks checks = knowing("state-file-bad-address");
    Found found = found(checks, TORN_FILE);
    assertTrue(found.failure().atTheEnd());
    Aftermath aftermath = Aftermath.of(found, checks).orElseThrow();
    assertEquals(1, aftermath.step());
    assertTrue(checks.tolerated().containsAll(aftermath.known()));
  }

  @Test
  void failure_ofAnAgentThatGivesUpInAnUnknownWay_isNews() {
    Checks checks = knowing("priorities-torn");
    assertEquals(Optional.empty(), Aftermath.of(found(checks, TORN_FILE), checks));
  }

  /**
   * The restart at the end takes a link down, as is known; the full synchronisation after it makes
   * it anew, and forgets another in the state file on that occasion, as is known too.
   */
  private static final String REPAIRED_AT_THE_END =
      """
      scenario: a link is made anew
      hosts:
        h1: dvr_snat
        h2: dvr_snat
      networks:
        public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
        partner: {external: true, subnets: {partner-v4: 198.51.100.0/24}}
        net2: {subnets: {sub2: 10.2.0.0/24}}
      routers:
        r2: {gateway: partner, interfaces: [sub2]}
      instances:
        vm2: {network: net2, host: h1}
      steps:
        - stop-agent: h1
        - move-snat: {router: r2, to: h2}
        - create-router: r10
        - set-gateway: {router: r10, network: public}
      """;

  @Test
  void failure_atTheEnd_thatMakesKnownDamageGood_isItsAftermath() {
    Checks checks =
        knowing(
            "snat-moved-while-down",
            "pairs-overwritten",
            "pairs-overwritten-in-use",
            "pairs-change-hands");
    Found found = found(checks, REPAIRED_AT_THE_END);
    assertTrue(found.failure().atTheEnd());
    assertEquals(Set.of("h1"), Aftermath.of(found, checks).orElseThrow().hosts());
    Checks less = knowing("pairs-overwritten", "pairs-overwritten-in-use", "pairs-change-hands");
    assertEquals(Optional.empty(), Aftermath.of(found(less, REPAIRED_AT_THE_END), less));
  }

  /** A redirection whose end failed once stays, as is known; the next update takes half of it. */
  private static final String REPAIRED_BY_THE_NEXT_UPDATE =
      """
      scenario: a redirection that stays
      hosts: {h1: dvr_snat}
      networks:
        public: {external: true, subnets: {public-v4: 203.0.113.0/24}}
        net1: {subnets: {sub1: 10.1.0.0/24}}
      routers:
        r1: {gateway: public, interfaces: [sub1]}
      instances:
        vm1: {network: net1, host: h1}
      steps:
        - with-fault: {host: h1, fault: op-retried, nth: 5, step: {clear-gateway: r1}}
      """;

  @Test
  void failure_ofAnUpdateThatMakesKnownDamageGood_isItsAftermath() {
    Checks checks = knowing("interface-removed-while-down");
    Found found = found(checks, REPAIRED_BY_THE_NEXT_UPDATE);
    assertTrue(found.failure().atTheEnd());
    assertEquals(1, Aftermath.of(found, checks).orElseThrow().step());
  }
}
