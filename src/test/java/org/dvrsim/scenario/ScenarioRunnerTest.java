package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dvrsim.invariant.HostView;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.StepKind;
import org.dvrsim.invariant.Violation;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;
import org.junit.jupiter.api.Test;

class ScenarioRunnerTest {
  private static final String CLOUD =
      """
      scenario: x
      hosts: {c1: dvr}
      networks: {private: {subnets: {t4: 10.0.0.0/24}}}
      routers: {r1: {interfaces: [t4]}}
      instances: {vm1: {network: private, host: c1}}
      """;

  /** Nobody puts a device called {@code bad} into the root namespace. */
  private static final class NoBadDevice implements Invariant {
    private final List<StepKind> kinds = new ArrayList<>();

    @Override
    public String name() {
      return "no-bad-device";
    }

    @Override
    public String consequence() {
      return "Nothing good comes of it.";
    }

    @Override
    public boolean onlyWhenSettled() {
      return false;
    }

    @Override
    public List<Violation> check(HostView view) {
      kinds.add(view.step().kind());
      return view.kernel().root().link(new IfName("bad")).isPresent()
          ? List.of(new Violation(name(), NetnsName.ROOT, List.of("bad"), "there is bad"))
          : List.of();
    }
  }

  /** Violated the first time it is looked at. */
  private static final class ViolatedAtStart implements Invariant {
    private boolean seen;

    @Override
    public String name() {
      return "at-start-only";
    }

    @Override
    public String consequence() {
      return "None.";
    }

    @Override
    public List<Violation> check(HostView view) {
      boolean first = !seen;
      seen = true;
      return first
          ? List.of(new Violation(name(), NetnsName.ROOT, List.of(), "it begins"))
          : List.of();
    }
  }

  private final NoBadDevice invariant = new NoBadDevice();

  private Outcome run(String steps) {
    Scenario scenario =
        ScenarioFile.reader(name -> true).read("f.yaml", CLOUD + "steps:\n" + steps);
    return new ScenarioRunner(() -> List.of(invariant)).run(scenario);
  }

  private static final String MAKE_BAD =
      "  - tamper: {run: ip link add bad type veth peer name other}\n";
  private static final String EXPECTED =
      "    expect-violation: {invariant: no-bad-device, because: it is bad}\n";
  private static final String DELETE_BAD = "  - tamper: {run: ip link delete bad}\n";

  @Test
  void run_violation_failsAndStops() {
    Outcome outcome = run(MAKE_BAD + DELETE_BAD);
    assertEquals(Outcome.Verdict.FAILED, outcome.verdict());
    StepOutcome failed = outcome.failedStep().orElseThrow();
    assertEquals(1, failed.number());
    assertEquals("there is bad", failed.violations().get(0).violation().detail());
    assertEquals("c1", failed.violations().get(0).host());
  }

  @Test
  void run_violationExpected_isToleratedUntilItIsGone() {
    assertEquals(
        Outcome.Verdict.PASSED,
        run(MAKE_BAD + EXPECTED + "  - create-router: r2\n" + DELETE_BAD).verdict());
    Outcome again = run(MAKE_BAD + EXPECTED + DELETE_BAD + MAKE_BAD);
    assertEquals(Outcome.Verdict.FAILED, again.verdict());
    assertEquals(3, again.failedStep().orElseThrow().number());
  }

  @Test
  void run_violationExpectedButAbsent_fails() {
    Outcome outcome = run("  - create-router: r2\n" + EXPECTED);
    assertEquals(
        Optional.of("this was to violate no-bad-device (it is bad), but does not"),
        outcome.failedStep().orElseThrow().problem());
  }

  @Test
  void run_unknownInvariantExpected_fails() {
    Outcome outcome = run(MAKE_BAD + EXPECTED.replace("no-bad-device", "no-such"));
    assertEquals(
        Optional.of("there is no invariant no-such"), outcome.failedStep().orElseThrow().problem());
  }

  @Test
  void run_settledHost_isToldAgainAndSynchronised() {
    run("  - create-instance: {name: vm2, network: private, host: c1}\n");
    assertEquals(
        List.of(
            StepKind.EVENT,
            StepKind.SAME_AGAIN,
            StepKind.RESYNC,
            StepKind.EVENT,
            StepKind.SAME_AGAIN,
            StepKind.RESYNC),
        invariant.kinds);
  }

  @Test
  void run_hostViolatingWhatIsExpected_isProbedAllTheSame() {
    run(MAKE_BAD + EXPECTED + "  - probe: restart-and-compare\n");
    assertTrue(invariant.kinds.contains(StepKind.RESYNC));
  }

  @Test
  void expectingAll_violationsAtStartAndInSteps_arePassedThen() {
    Scenario scenario =
        ScenarioFile.reader(name -> true)
            .read("f.yaml", CLOUD + "at-start: {probe: none}\nsteps:\n" + MAKE_BAD + DELETE_BAD);
    ScenarioRunner runner =
        new ScenarioRunner(() -> List.of(new NoBadDevice(), new ViolatedAtStart()));
    Scenario completed = runner.expectingAll(scenario, "a reason");
    assertEquals(Outcome.Verdict.PASSED, runner.run(completed).verdict());
    assertEquals(
        List.of(new ExpectedViolation("at-start-only", "a reason")),
        completed.atStart().expectedViolations());
    assertEquals(
        List.of(new ExpectedViolation("no-bad-device", "a reason")),
        completed.steps().get(0).expectedViolations());
    assertEquals(List.of(), completed.steps().get(1).expectedViolations());
  }

  @Test
  void run_nothingHappenedToHost_isNotProbedAgain() {
    run("  - create-router: r2\n");
    assertEquals(
        List.of(StepKind.EVENT, StepKind.SAME_AGAIN, StepKind.RESYNC, StepKind.EVENT),
        invariant.kinds);
  }

  @Test
  void run_hostTamperedWith_isLeftAloneUntilItSynchronises() {
    run("  - tamper: {run: ip link add x type veth peer name y}\n  - resync: c1\n");
    assertEquals(
        List.of(StepKind.EVENT, StepKind.EVENT, StepKind.SAME_AGAIN, StepKind.RESYNC),
        invariant.kinds.subList(3, 7));
  }

  @Test
  void run_unknownName_isUnusableAndSaysWhere() {
    Outcome outcome = run("  - delete-instance: vm1\n  - delete-instance: vm1\n");
    assertEquals(Outcome.Verdict.UNUSABLE, outcome.verdict());
    assertEquals(
        "f.yaml:8:5: there is no instance vm1", outcome.reason().orElseThrow().getMessage());
  }

  @Test
  void run_apiRefuses_failsUnlessExpected() {
    Outcome outcome = run("  - delete-router: r1\n");
    assertEquals(
        Optional.of("the API refuses: router r1 still has interfaces"),
        outcome.failedStep().orElseThrow().problem());
    assertEquals(
        Outcome.Verdict.PASSED, run("  - delete-router: r1\n    refused: still has\n").verdict());
    assertEquals(Outcome.Verdict.FAILED, run("  - create-router: r2\n    refused: x\n").verdict());
  }

  @Test
  void run_agentDown_hearsNothingUntilItStarts() {
    Outcome outcome =
        run(
            """
              - stop-agent: c1
              - detach-interface: {router: r1, subnet: t4}
              - delete-router: r1
              - expect: {namespaces: [qrouter(r1)]}
              - start-agent: c1
              - expect-none: {namespaces: [qrouter(r1)]}
            """);
    assertEquals(Outcome.Verdict.PASSED, outcome.verdict(), () -> outcome.steps().toString());
  }

  @Test
  void run_nameThatNothingHas_isUnusableWithItsPlace() {
    Outcome outcome = run("  - expect: {devices: [\"qg(r1)\"]}\n");
    assertEquals(Outcome.Verdict.UNUSABLE, outcome.verdict());
    assertEquals(
        "f.yaml:7:5: there is and was no qg(r1)", outcome.reason().orElseThrow().getMessage());
  }

  @Test
  void run_commandThatIsNotModelled_saysSo() {
    Outcome outcome = run("  - tamper: {run: frobnicate}\n");
    assertEquals(Outcome.Verdict.NOT_MODELLED, outcome.verdict());
    assertTrue(outcome.reason().orElseThrow().getMessage().startsWith("not modelled: "));
  }

  @Test
  void run_cloudThatContradictsItself_isUnusable() {
    Scenario scenario =
        ScenarioFile.reader().read("f.yaml", CLOUD.replace("[t4]", "[t4, t4]") + "steps: []\n");
    Outcome outcome = new ScenarioRunner(List::of).run(scenario);
    assertEquals(Outcome.Verdict.UNUSABLE, outcome.verdict());
    assertEquals(
        "f.yaml: subnet t4 overlaps with subnet t4 on router r1",
        outcome.reason().orElseThrow().getMessage());
  }
}
