package org.dvrsim.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.net.IpAddress;
import org.dvrsim.net.IpPrefix;
import org.dvrsim.view.RunText;

/**
 * Random sequences of floating IPs being added, removed and moved, over two routers on one host:
 * every invariant holds after every step.
 *
 * <p>A sequence that fails is shrunk, and the failure's message is a scenario file that {@code
 * dvrsim run} replays.
 */
class FloatingIpSequenceProperties {
  private static final int FLOATING_IPS = 3;

  private static final CloudSpec CLOUD =
      new CloudSpec(
          Map.of("compute-1", AgentMode.DVR),
          List.of(
              network("public", true, "203.0.113.0/24"),
              network("front", false, "10.1.0.0/24"),
              network("back", false, "10.2.0.0/24")),
          List.of(
              CloudSpec.RouterSpec.of("r1", Optional.of("public"), List.of("front-v4")),
              CloudSpec.RouterSpec.of("r2", Optional.of("public"), List.of("back-v4"))),
          List.of(
              instance("vm1", "front", "10.1.0.10"),
              instance("vm2", "front", "10.1.0.11"),
              instance("vm3", "back", "10.2.0.10"),
              instance("vm4", "back", "10.2.0.11")),
          List.of(floatingIp("f1", 101), floatingIp("f2", 102), floatingIp("f3", 103)));

  /** A wish: floating IP number {@code floatingIp} shall be with instance {@code instance}. */
  record Wish(int floatingIp, int instance) {}

  @Provide
  Arbitrary<List<Wish>> wishes() {
    return Combinators.combine(
            Arbitraries.integers().between(1, FLOATING_IPS), Arbitraries.integers().between(0, 4))
        .as(Wish::new)
        .list()
        .ofMinSize(1)
        .ofMaxSize(12);
  }

  @Property(tries = 300)
  void floatingIps_addedRemovedMoved_allInvariantsHold(@ForAll("wishes") List<Wish> wishes) {
    Scenario scenario =
        new Scenario(Optional.empty(), "floating IPs come and go", "", CLOUD, steps(wishes));
    Outcome outcome = new ScenarioRunner(Invariants::all).run(scenario);
    if (outcome.verdict() == Outcome.Verdict.BUG) {
      throw new IllegalStateException(ScenarioWriter.write(scenario), outcome.reason().get());
    }
    assertEquals(
        Outcome.Verdict.PASSED,
        outcome.verdict(),
        () ->
            String.join("\n", new RunText(Map.of(), false).details(outcome))
                + "\n# To replay, put this in a file and run `dvrsim run FILE`:\n"
                + ScenarioWriter.write(scenario));
  }

  /**
   * Makes the wishes come true as far as the API allows: an instance has one floating IP at most,
   * and instance 0 stands for none.
   */
  private static List<Step> steps(List<Wish> wishes) {
    Map<String, String> instanceOf = new LinkedHashMap<>();
    List<Step> steps = new ArrayList<>();
    for (Wish wish : wishes) {
      String fip = "f" + wish.floatingIp();
      String instance = "vm" + wish.instance();
      if (wish.instance() == 0) {
        if (instanceOf.remove(fip) != null) {
          steps.add(Step.of(new FloatingIpActions.Disassociate(fip)));
        }
      } else if (!instanceOf.containsValue(instance)) {
        instanceOf.put(fip, instance);
        steps.add(Step.of(new FloatingIpActions.Associate(fip, instance, Optional.empty())));
      }
    }
    return steps;
  }

  private static CloudSpec.NetworkSpec network(String name, boolean external, String cidr) {
    return new CloudSpec.NetworkSpec(
        name,
        external,
        CloudSpec.NetworkSpec.DEFAULT_MTU,
        List.of(CloudSpec.SubnetSpec.of(name + "-v4", IpPrefix.parse(cidr))));
  }

  private static InstanceActions.CreateInstance instance(
      String name, String network, String address) {
    return new InstanceActions.CreateInstance(
        name, network, Optional.of("compute-1"), List.of(IpAddress.parse(address)));
  }

  private static FloatingIpActions.CreateFloatingIp floatingIp(String name, int last) {
    return new FloatingIpActions.CreateFloatingIp(
        name, "public", Optional.of(IpAddress.parse("203.0.113." + last)), Optional.empty());
  }
}
