package org.dvrsim.fuzz;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.dvrsim.agent.AgentMode;
import org.dvrsim.base.InputException;
import org.dvrsim.cluster.ApiRefusedException;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.CloudSpec;
import org.dvrsim.scenario.ScenarioFile;
import org.dvrsim.scenario.ScenarioWriter;
import org.dvrsim.scenario.WorkersAction;

/**
 * Makes a failing sequence small: takes away steps and parts of the cloud as long as what is left
 * still breaks the same invariant.
 *
 * <p>Steps go first, in ever smaller runs, as in delta debugging (Zeller, Hildebrandt: Simplifying
 * and Isolating Failure-Inducing Input, 2002); then what exists from the start. A step that the API
 * refuses because an earlier one is gone is left out.
 */
public final class Shrinker {
  private final Function<Draft, Optional<Failure>> replay;
  private final Set<Draft> tried = new HashSet<>();
  private int plays;

  /**
   * Builds a shrinker.
   *
   * @param replay plays a sequence and returns the failure that is looked for; throws {@link
   *     ApiRefusedException} or {@link InputException} if the sequence makes no sense
   */
  public Shrinker(Function<Draft, Optional<Failure>> replay) {
    this.replay = replay;
  }

  /** Returns the smallest sequence found that fails as {@code failing} does. */
  public Draft shrink(Draft failing) {
    Draft best = failing;
    int size;
    do {
      size = size(best);
      best = withoutSteps(best);
      best = withSimplerSteps(best);
      best = withSmallerCloud(best);
    } while (size(best) < size);
    return best;
  }

  /** Returns how many sequences were played. */
  public int plays() {
    return plays;
  }

  private static int size(Draft draft) {
    CloudSpec cloud = draft.cloud();
    int size = StepShrinker.size(draft.actions()) + cloud.hosts().size() + cloud.instances().size();
    size += cloud.floatingIps().size() + cloud.routers().size();
    for (CloudSpec.NetworkSpec network : cloud.networks()) {
      size += 1 + network.subnets().size();
    }
    for (CloudSpec.RouterSpec router : cloud.routers()) {
      size += router.interfaces().size() + (router.gateway().isPresent() ? 1 : 0);
    }
    return size;
  }

  /** Tells whether a sequence fails; it is played once only, whatever led to it. */
  private boolean fails(Draft draft) {
    if (!tried.add(draft)) {
      return false;
    }
    plays++;
    try {
      return replay.apply(draft).isPresent() && isReadable(draft);
    } catch (ApiRefusedException | InputException e) {
      return false;
    }
  }

  /**
   * Tells whether a sequence makes sense as a scenario. What several workers are at may name things
   * that are not there any more now, which the API refuses without a word.
   */
  private static boolean isReadable(Draft draft) {
    if (draft.actions().stream().anyMatch(WorkersAction.class::isInstance)) {
      ScenarioFile.reader().read("", ScenarioWriter.write(draft.toScenario("shrunk", "")));
    }
    return true;
  }

  private Draft withoutSteps(Draft draft) {
    Draft best = draft;
    for (int run = Math.max(1, draft.actions().size() / 2); run >= 1; run /= 2) {
      for (int from = best.actions().size() - run; from >= 0; from -= run) {
        List<Action> fewer = new ArrayList<>(best.actions());
        fewer.subList(from, from + run).clear();
        Draft candidate = new Draft(best.cloud(), fewer);
        if (fails(candidate)) {
          best = candidate;
          from = Math.min(from + run, best.actions().size());
        }
      }
    }
    return best;
  }

  private Draft withSimplerSteps(Draft draft) {
    Draft best = draft;
    for (int i = 0; i < best.actions().size(); i++) {
      boolean simpler = true;
      while (simpler) {
        simpler = false;
        for (Action action : StepShrinker.simpler(best.actions().get(i))) {
          List<Action> actions = new ArrayList<>(best.actions());
          actions.set(i, action);
          Draft candidate = new Draft(best.cloud(), actions);
          if (fails(candidate)) {
            best = candidate;
            simpler = true;
            break;
          }
        }
      }
    }
    return best;
  }

  private Draft withSmallerCloud(Draft draft) {
    Draft best = draft;
    List<CloudSpec> smaller = smallerClouds(best.cloud());
    int next = 0;
    while (next < smaller.size()) {
      Draft candidate = new Draft(smaller.get(next), best.actions());
      if (fails(candidate)) {
        best = candidate;
        // What comes after the thing that is gone has its place now.
        smaller = smallerClouds(best.cloud());
      } else {
        next++;
      }
    }
    return best;
  }

  /** Returns the clouds that lack one thing, the largest things first. */
  private static List<CloudSpec> smallerClouds(CloudSpec c) {
    List<CloudSpec> all = new ArrayList<>();
    for (String host : c.hosts().keySet()) {
      Map<String, AgentMode> hosts = new LinkedHashMap<>(c.hosts());
      hosts.remove(host);
      all.add(new CloudSpec(hosts, c.networks(), c.routers(), c.instances(), c.floatingIps()));
    }
    without(c.routers())
        .forEach(
            routers ->
                all.add(
                    new CloudSpec(
                        c.hosts(), c.networks(), routers, c.instances(), c.floatingIps())));
    without(c.instances())
        .forEach(
            instances ->
                all.add(
                    new CloudSpec(
                        c.hosts(), c.networks(), c.routers(), instances, c.floatingIps())));
    without(c.floatingIps())
        .forEach(
            fips ->
                all.add(new CloudSpec(c.hosts(), c.networks(), c.routers(), c.instances(), fips)));
    without(c.networks())
        .forEach(
            networks ->
                all.add(
                    new CloudSpec(
                        c.hosts(), networks, c.routers(), c.instances(), c.floatingIps())));
    for (int i = 0; i < c.networks().size(); i++) {
      for (CloudSpec.NetworkSpec network : smaller(c.networks().get(i))) {
        List<CloudSpec.NetworkSpec> networks = new ArrayList<>(c.networks());
        networks.set(i, network);
        all.add(new CloudSpec(c.hosts(), networks, c.routers(), c.instances(), c.floatingIps()));
      }
    }
    for (int i = 0; i < c.routers().size(); i++) {
      for (CloudSpec.RouterSpec router : smaller(c.routers().get(i))) {
        List<CloudSpec.RouterSpec> routers = new ArrayList<>(c.routers());
        routers.set(i, router);
        all.add(new CloudSpec(c.hosts(), c.networks(), routers, c.instances(), c.floatingIps()));
      }
    }
    return all;
  }

  private static List<CloudSpec.NetworkSpec> smaller(CloudSpec.NetworkSpec network) {
    List<CloudSpec.NetworkSpec> all = new ArrayList<>();
    if (network.subnets().size() > 1) {
      without(network.subnets())
          .forEach(
              subnets ->
                  all.add(
                      new CloudSpec.NetworkSpec(
                          network.name(), network.external(), network.mtu(), subnets)));
    }
    if (network.mtu() != CloudSpec.NetworkSpec.DEFAULT_MTU) {
      all.add(
          new CloudSpec.NetworkSpec(
              network.name(),
              network.external(),
              CloudSpec.NetworkSpec.DEFAULT_MTU,
              network.subnets()));
    }
    return all;
  }

  private static List<CloudSpec.RouterSpec> smaller(CloudSpec.RouterSpec router) {
    List<CloudSpec.RouterSpec> all = new ArrayList<>();
    if (router.gateway().isPresent()) {
      all.add(CloudSpec.RouterSpec.of(router.name(), Optional.empty(), router.interfaces()));
    }
    without(router.interfaces())
        .forEach(
            interfaces ->
                all.add(CloudSpec.RouterSpec.of(router.name(), router.gateway(), interfaces)));
    return all;
  }

  private static <T> List<List<T>> without(List<T> list) {
    List<List<T>> all = new ArrayList<>();
    for (int i = 0; i < list.size(); i++) {
      List<T> fewer = new ArrayList<>(list);
      fewer.remove(i);
      all.add(fewer);
    }
    return all;
  }
}
