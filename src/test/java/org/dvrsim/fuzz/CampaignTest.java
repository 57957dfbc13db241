package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.InstanceActions;
import org.dvrsim.scenario.NetworkActions;
import org.dvrsim.scenario.Outcome;
import org.dvrsim.scenario.RouterActions;
import org.dvrsim.scenario.Scenario;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioRunner;
import org.dvrsim.scenario.ScenarioWriter;
import org.junit.jupiter.api.Test;

/** Campaigns repeat, and what they find runs again as a scenario. */
final class CampaignTest {
  private static final Checks ALL = Checks.of(Invariants.all());

  private static List<String> campaign(Profile profile, int jobs) {
    Campaign campaign = new Campaign(7, profile, ALL, jobs);
    List<String> found = new ArrayList<>();
    campaign.run(
        () -> campaign.sequences() < 64,
        one -> found.add(one.index() + " " + one.draft() + " " + one.failure()));
    found.add(campaign.coverage().methods() + " " + campaign.coverage().inDanger());
    return found;
  }

  @Test
  void campaign_sameSeed_findsTheSameWhateverTheWorkers() {
    for (Profile profile : List.of(Profile.FAULTS, Profile.WORKERS)) {
      List<String> one = campaign(profile, 1);
      assertTrue(one.size() > 1);
      assertEquals(one, campaign(profile, 3));
    }
  }

  @Test
  void coverage_violatedInvariants_wereInDanger() {
    Campaign campaign = new Campaign(7, Profile.MIXED, ALL, 1);
    Set<String> violated = new TreeSet<>();
    campaign.run(() -> campaign.sequences() < 64, one -> violated.add(one.failure().invariant()));
    assertTrue(violated.size() > 1);
    assertTrue(campaign.coverage().inDanger().containsAll(violated));
  }

  /** An MTU change that the real agent ignores, among steps that do not matter. */
  private static Draft mtuIgnored() {
    CloudSpec cloud =
        new CloudSpec(
            java.util.Map.of("h1", AgentMode.DVR),
            List.of(
                network("public", true, "203.0.113.0/24"), network("net1", false, "10.1.0.0/24")),
            List.of(CloudSpec.RouterSpec.of("r1", Optional.of("public"), List.of("net1-v4"))),
            List.of(
                new InstanceActions.CreateInstance("vm1", "net1", Optional.of("h1"), List.of()),
                new InstanceActions.CreateInstance("vm2", "net1", Optional.of("h1"), List.of())),
            List.of());
    return new Draft(
        cloud,
        List.of(
            new InstanceActions.DeleteInstance("vm2"),
            new NetworkActions.SetMtu("net1", 1400),
            new NetworkActions.SetMtu("public", 1450),
            new RouterActions.CreateRouter("r2")));
  }

  private static CloudSpec.NetworkSpec network(String name, boolean external, String cidr) {
    return new CloudSpec.NetworkSpec(
        name, external, 1500, List.of(CloudSpec.SubnetSpec.of(name + "-v4", IpPrefix.parse(cidr))));
  }

  @Test
  void shrunk_losesWhatDoesNotMatter() {
    Draft draft = mtuIgnored();
    Failure failure = new Replay(draft).play(ALL).orElseThrow();
    assertEquals("wrong-mtu", failure.invariant());
    Found small = new Found(0, draft, failure).shrunk(ALL);
    assertEquals(List.of(new NetworkActions.SetMtu("public", 1450)), small.draft().actions());
    assertEquals(1, small.draft().cloud().instances().size());
  }

  @Test
  void found_asScenario_runsAsItExpects() {
    Draft draft = mtuIgnored();
    Found found = new Found(0, draft, new Replay(draft).play(ALL).orElseThrow()).shrunk(ALL);
    Scenario scenario = found.toScenario("title", "about", ALL, "a reason");
    Outcome outcome = new ScenarioRunner(Invariants::all).run(scenario);
    assertEquals(Outcome.Verdict.PASSED, outcome.verdict(), () -> outcome.steps().toString());
  }

  @Test
  void everySequence_asFile_isReadAsTheSame() {
    ScenarioFile reader = ScenarioFile.reader();
    for (int i = 0; i < 60; i++) {
      Sequence sequence = new Sequence(5, i, i < 40 ? Profile.FAULTS : Profile.WORKERS);
      Optional<Failure> failure = sequence.play(ALL);
      Scenario scenario = sequence.draft().toScenario("title", "about");
      Scenario read = reader.read("file.yaml", ScenarioWriter.write(scenario));
      assertEquals(scenario.cloud(), read.cloud(), () -> String.valueOf(failure));
      assertEquals(
          scenario.steps().stream().map(step -> step.action()).toList(),
          read.steps().stream().map(step -> step.action()).toList());
    }
  }
}
