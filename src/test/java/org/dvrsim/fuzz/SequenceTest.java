package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.net.IpAddress;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.NetworkActions;
import org.dvrsim.scenario.RouterActions;
import org.dvrsim.scenario.WorkersAction;
import org.junit.jupiter.api.Test;

/** What sequences are made of. */
final class SequenceTest {
  private static final int SEQUENCES = 150;

  /** Returns what the sequences of a campaign do, without looking at what comes of it. */
  private static List<Action> drawn(Profile profile) {
    Checks none = Checks.of(List.of());
    List<Action> drawn = new ArrayList<>();
    for (int i = 0; i < SEQUENCES; i++) {
      Sequence sequence = new Sequence(3, i, profile);
      sequence.play(none);
      sequence.draft().actions().forEach(action -> add(action, drawn));
    }
    return drawn;
  }

  private static void add(Action action, List<Action> all) {
    all.add(action);
    if (action instanceof FaultAction fault) {
      add(fault.action(), all);
    } else if (action instanceof WorkersAction workers) {
      workers.actions().forEach(each -> add(each, all));
    }
  }

  @Test
  void sequences_withSomeOfEverything_holdAllThatAScenarioCanDoToAgents() {
    Set<String> keywords = new TreeSet<>();
    drawn(Profile.MIXED).forEach(action -> keywords.add(action.keyword()));
    assertEquals(
        Set.of(
            "arp",
            "associate",
            "attach-interface",
            "clear-gateway",
            "create-floating-ip",
            "create-instance",
            "create-router",
            "delete-floating-ip",
            "delete-instance",
            "delete-network",
            "delete-router",
            "detach-interface",
            "disassociate",
            "migrate",
            "move-instance",
            "move-snat",
            "restart-agent",
            "resync",
            "revive-agent",
            "set-address-pairs",
            "set-gateway",
            "set-interface-up",
            "set-mtu",
            "set-port-security",
            "set-router-up",
            "set-routes",
            "set-snat",
            "set-subnet",
            "start-agent",
            "stop-agent",
            "with-fault",
            "with-workers"),
        keywords);
  }

  @Test
  void sequences_withApiCallsAlone_holdTheirRarerForms() {
    Set<String> forms = new TreeSet<>();
    drawn(Profile.CALM).forEach(action -> forms.addAll(forms(action)));
    assertEquals(Set.of("other scope", "no scope", "IPv6 route", "one of two addresses"), forms);
  }

  private static Set<String> forms(Action action) {
    if (action instanceof NetworkActions.SetSubnet set) {
      return set.addressScope()
          .map(scope -> Set.of(scope.equals("none") ? "no scope" : "other scope"))
          .orElse(Set.of());
    }
    if (action instanceof RouterActions.SetRoutes set) {
      return set.routes().stream().allMatch(route -> route.nexthop().isV4())
          ? Set.of()
          : Set.of("IPv6 route");
    }
    if (action instanceof FloatingIpActions.Associate associate) {
      Optional<IpAddress> fixed = associate.fixedAddress();
      return fixed.isPresent() ? Set.of("one of two addresses") : Set.of();
    }
    return Set.of();
  }
}
