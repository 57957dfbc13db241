package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.dvrsim.agent.NeutronPort;
import org.dvrsim.agent.NeutronRouter;
import org.dvrsim.base.SimRandom;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.cluster.Cluster;
import org.dvrsim.cluster.ComputeHost;
import org.dvrsim.cluster.FloatingIp;
import org.dvrsim.cluster.FreshPayloads;
import org.dvrsim.cluster.Network;
import org.dvrsim.cluster.NeutronDb;
import org.dvrsim.cluster.Probes;
import org.dvrsim.cluster.Router;
import org.dvrsim.cluster.Subnet;
import org.dvrsim.invariant.Invariant;
import org.dvrsim.invariant.Invariants;
import org.dvrsim.invariant.NeutronTruth;
import org.dvrsim.invariant.TrafficInvariant;
import org.dvrsim.invariant.TrafficInvariants;
import org.dvrsim.invariant.TrafficView;
import org.dvrsim.invariant.Violation;
import org.dvrsim.scenario.CloudBuilder;
import org.dvrsim.scenario.HostWatch;

/**
 * What is remembered of a host, or of what the server wants there, is what one would see who looked
 * at it for the first time.
 */
final class RememberedChecksProperties {
  /** Those that look at how the host came to be as it is. */
  private static final Set<String> OF_HISTORY =
      Set.of("state-file-leak", "fip-status-wrong", "fip-unreported");

  private static final List<Invariant> OF_STATE =
      Invariants.all().stream()
          .filter(invariant -> !OF_HISTORY.contains(invariant.name()))
          .toList();

  @Provide
  Arbitrary<Profile> profiles() {
    return Arbitraries.of(Profile.ALL);
  }

  /** Returns a cluster before its agents start. */
  private static Cluster drawn(SimRandom random) {
    Cluster cluster = new Cluster();
    CloudBuilder.build(new CloudGenerator(random.fork("cloud")).draw(), cluster);
    cluster.setProbes(Probes.NONE);
    return cluster;
  }

  @Property(tries = 48, seed = "9")
  void remembered_afterEveryStep_isWhatAFreshLookSees(
      @ForAll @IntRange(max = 100_000) int number, @ForAll("profiles") Profile profile) {
    SimRandom random = new SimRandom(number);
    Cluster cluster = drawn(random);
    List<HostWatch> watches =
        cluster.hosts().stream()
            .map(host -> new HostWatch(host, cluster, OF_STATE, violation -> true))
            .toList();
    cluster.hosts().forEach(ComputeHost::startAgent);
    ActionGenerator generator = new ActionGenerator(random.fork("steps"), profile, cluster);
    for (int i = 0; i < 25; i++) {
      try {
        generator.draw().ifPresent(action -> action.perform(cluster));
      } catch (ApiRefusedException e) {
        continue;
      }
      cluster.deliver();
      for (HostWatch watch : watches) {
        watch.look(Probes.NONE);
        assertEquals(
            new HostWatch(watch.host(), cluster, OF_STATE, violation -> true).wrongNow(),
            watch.wrongNow());
      }
    }
  }

  /** Plays twice, as packets leave traces: with a view that remembers, and with new ones. */
  @Property(tries = 32, seed = "3")
  void traffic_afterEveryStep_isWhatAFreshViewSees(
      @ForAll @IntRange(max = 100_000) int number, @ForAll("profiles") Profile profile) {
    Cluster once = drawn(new SimRandom(number));
    TrafficView remembering = new TrafficView(once);
    List<List<Violation>> remembered = traffic(number, profile, once, () -> remembering);
    Cluster again = drawn(new SimRandom(number));
    assertEquals(traffic(number, profile, again, () -> new TrafficView(again)), remembered);
  }

  /** Returns what is wrong with the traffic after each step. */
  private static List<List<Violation>> traffic(
      int number, Profile profile, Cluster cluster, Supplier<TrafficView> views) {
    ActionGenerator generator =
        new ActionGenerator(new SimRandom(number).fork("steps"), profile, cluster);
    cluster.hosts().forEach(ComputeHost::startAgent);
    List<List<Violation>> all = new ArrayList<>();
    for (int i = 0; i < 25; i++) {
      try {
        generator.draw().ifPresent(action -> action.perform(cluster));
      } catch (ApiRefusedException e) {
        continue;
      }
      cluster.deliver();
      TrafficView view = views.get();
      view.update();
      List<Violation> found = new ArrayList<>();
      for (TrafficInvariant invariant : TrafficInvariants.all()) {
        found.addAll(invariant.check(view));
      }
      all.add(found);
    }
    return all;
  }

  @Property(tries = 24, seed = "5")
  void truth_ofTheSameVersion_isWhatTheServerSaysNow(
      @ForAll @IntRange(max = 100_000) int number, @ForAll("profiles") Profile profile) {
    SimRandom random = new SimRandom(number);
    Cluster cluster = drawn(random);
    List<NeutronTruth> remembering =
        cluster.hosts().stream().map(host -> truth(cluster, host)).toList();
    cluster.hosts().forEach(ComputeHost::startAgent);
    ActionGenerator generator = new ActionGenerator(random.fork("steps"), profile, cluster);
    long version = -1;
    long portsVersion = -1;
    List<Object> said = List.of();
    List<Object> saidOfPorts = List.of();
    for (int i = 0; i < 25; i++) {
      try {
        generator.draw().ifPresent(action -> action.perform(cluster));
      } catch (ApiRefusedException e) {
        // Refused calls may be drawn, too.
      }
      cluster.deliver();
      assertSaysWhatItWouldSayAnew(cluster);
      List<Object> now = new ArrayList<>();
      for (NeutronTruth truth : remembering) {
        NeutronTruth fresh = truth(cluster, cluster.host(truth.host()));
        assertEquals(answers(fresh, cluster), answers(truth, cluster));
        now.add(answers(fresh, cluster));
      }
      if (cluster.server().db().version() == version) {
        assertEquals(said, now);
      }
      version = cluster.server().db().version();
      said = now;
      List<Object> ofPorts = new ArrayList<>();
      for (Network network : cluster.server().db().networks()) {
        network
            .subnets()
            .forEach(each -> ofPorts.add(FreshPayloads.ports(cluster.server().db(), each)));
      }
      if (cluster.server().db().portsVersion() == portsVersion) {
        assertEquals(saidOfPorts, ofPorts);
      }
      portsVersion = cluster.server().db().portsVersion();
      saidOfPorts = ofPorts;
    }
  }

  private static void assertSaysWhatItWouldSayAnew(Cluster cluster) {
    NeutronDb db = cluster.server().db();
    List<String> ids = db.routers().stream().map(Router::id).toList();
    for (ComputeHost host : cluster.hosts()) {
      List<NeutronRouter> said =
          ids.isEmpty() ? List.of() : cluster.server().syncRouters(host.name(), ids);
      List<String> told = said.stream().map(NeutronRouter::id).toList();
      assertEquals(FreshPayloads.routers(db, host.name(), told), said);
    }
    for (Network network : db.networks()) {
      for (Subnet subnet : network.subnets()) {
        List<NeutronPort> said = cluster.server().portsBySubnet(subnet.id());
        assertEquals(FreshPayloads.ports(db, subnet), said);
      }
    }
  }

  private static NeutronTruth truth(Cluster cluster, ComputeHost host) {
    return new NeutronTruth(cluster.server(), host.name(), host.mode());
  }

  private static List<Object> answers(NeutronTruth truth, Cluster cluster) {
    List<Object> answers = new ArrayList<>(truth.routers());
    truth.routers().forEach(router -> answers.add(truth.isNeeded(router.id())));
    for (Network network : cluster.server().db().networks()) {
      answers.add(truth.isExternalNetworkUsed(network.id()));
      network.subnets().forEach(subnet -> answers.add(truth.portsBySubnet(subnet.id())));
    }
    for (FloatingIp floatingIp : cluster.server().db().floatingIps()) {
      answers.add(truth.isFree(floatingIp.id()));
      answers.add(truth.floatingIpStatus(floatingIp.id()));
    }
    return answers;
  }
}
