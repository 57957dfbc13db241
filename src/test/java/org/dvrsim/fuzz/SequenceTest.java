package org.dvrsim.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.dvrsim.net.IpAddress;
import org.dvrsim.scenario.Action;
import org.dvrsim.scenario.FaultAction;
import org.dvrsim.scenario.FloatingIpActions;
import org.dvrsim.scenario.InstanceActions;
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

  /** Floating IPs that follow their instance, or pass from one to another behind one router. */
  @Test
  void sequences_withSomeOfEverything_moveFloatingIpsInAllWays() {
    int follow = 0;
    int passOn = 0;
    int anew = 0;
    Checks none = Checks.of(List.of());
    for (int i = 0; i < SEQUENCES; i++) {
      Sequence sequence = new Sequence(3, i, Profile.MIXED);
      sequence.play(none);
      Map<String, String> owners = new HashMap<>();
      Optional<Action> before = Optional.empty();
      for (Action action : sequence.draft().actions()) {
        if (action instanceof FloatingIpActions.Associate associate) {
          String owner = owners.put(associate.floatingIp(), associate.instance());
          passOn += owner != null && !owner.equals(associate.instance()) ? 1 : 0;
        } else if (action instanceof FloatingIpActions.Disassociate free) {
          owners.remove(free.floatingIp());
        } else if (action instanceof InstanceActions.MoveInstance move) {
          follow += owners.containsValue(move.instance()) ? 1 : 0;
        } else if (action instanceof RouterActions.AttachInterface attach) {
          anew += before.filter(last -> isDetached(last, attach)).isPresent() ? 1 : 0;
        }
        before = Optional.of(action);
      }
    }
    assertTrue(follow > 3, "moved with their floating IP: " + follow);
    assertTrue(passOn > 10, "passed on: " + passOn);
    assertTrue(anew > 0, "detached and attached again: " + anew);
  }

  private static boolean isDetached(Action last, RouterActions.AttachInterface attach) {
    return last instanceof RouterActions.DetachInterface detach
        && detach.router().equals(attach.router())
        && detach.subnet().equals(attach.subnet());
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
