package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.Probes;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.scenario.CloudBuilder;
import org.dvrsim.scenario.HostWatch;

/** What is remembered of a host is what one would see who looked at it for the first time. */
final class RememberedChecksProperties {
  /** Those that look at how the host came to be as it is. */
  private static final Set<String> OF_HISTORY =
      Set.of("state-file-leak", "fip-status-wrong", "fip-unreported");

  private static final List<Invariant> OF_STATE =
      Invariants.all().stream()
          .filter(invariant -> !OF_HISTORY.contains(invariant.name()))
          .toList();

  @Property(tries = 15, seed = "9")
  void remembered_afterEveryStep_isWhatAFreshLookSees(@ForAll @IntRange(max = 100_000) int number) {
    SimRandom random = new SimRandom(number);
    Cluster cluster = new Cluster();
    CloudBuilder.build(new CloudGenerator(random.fork("cloud")).draw(), cluster);
    cluster.setProbes(Probes.NONE);
    List<HostWatch> watches =
        cluster.hosts().stream().map(host -> new HostWatch(host, cluster, OF_STATE)).toList();
    cluster.hosts().forEach(ComputeHost::startAgent);
    ActionGenerator generator = new ActionGenerator(random.fork("steps"), Profile.FAULTS);
    for (int i = 0; i < 25; i++) {
      try {
        generator.draw(cluster).ifPresent(action -> action.perform(cluster));
      } catch (ApiRefusedException e) {
        continue;
      }
      cluster.deliver();
      for (HostWatch watch : watches) {
        watch.look(Probes.NONE);
        assertEquals(new HostWatch(watch.host(), cluster, OF_STATE).wrongNow(), watch.wrongNow());
      }
    }
  }
}
