package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.TraceEntry;

/**
 * Checks the invariants of one host, step after step.
 *
 * <p>What it found in a namespace is remembered until that namespace, or what should be in it,
 * changes; the kernel tells.
 */
public final class InvariantChecker {
  private final Host host;
  private final ServerTruth truth;
  private final String statePath;
  private final List<Invariant> invariants;
  private final List<NetnsInvariant> perNetns = new ArrayList<>();
  private final int[] aspects;
  private final WantedHost wanted = new WantedHost();
  private final List<KernelEvent> changes = new ArrayList<>();
  private final Map<NetnsName, Integer> moved = new HashMap<>();
  private final Map<NetnsName, Remembered> remembered = new HashMap<>();
  private final Set<String> keptSinceStart = new HashSet<>();
  private final Map<String, String> told = new LinkedHashMap<>();
  private final Map<String, String> toldSinceStart = new LinkedHashMap<>();
  private final HostStateReader state;
  private Optional<HostState> mustStay = Optional.empty();

  /** What is found in a namespace as long as neither it nor what it should hold changes. */
  private final class Remembered {
    private final NetnsView view;
    private final Map<Invariant, List<Violation>> found = new HashMap<>();
    private final boolean[] known = new boolean[perNetns.size()];

    Remembered(NetnsView view) {
      this.view = view;
    }

    /** Forgets what hangs on what changed. */
    void forget(int changed) {
      for (int i = 0; i < known.length; i++) {
        if (known[i] && (aspects[i] & changed) != 0) {
          known[i] = false;
          found.remove(perNetns.get(i));
        }
      }
    }

    boolean isOf(NetnsView other) {
      return view.actual() == other.actual() && view.wanted().equals(other.wanted());
    }

    /** Tells whether all is as it should be; looks where it has not yet. */
    boolean isWell(boolean settled) {
      for (int i = 0; i < known.length; i++) {
        NetnsInvariant invariant = perNetns.get(i);
        if (!known[i] && (settled || !invariant.onlyWhenSettled())) {
          known[i] = true;
          List<Violation> wrong = invariant.check(view);
          if (!wrong.isEmpty()) {
            found.put(invariant, wrong);
          }
        }
      }
      return found.isEmpty();
    }

    List<Violation> found(Invariant invariant) {
      return found.getOrDefault(invariant, List.of());
    }
  }

  /**
   * Builds the checker, which listens to the host's kernel from now on.
   *
   * @param statePath where on the host's disk the agent keeps its state files
   */
  public InvariantChecker(
      Host host, ServerTruth truth, String statePath, List<Invariant> invariants) {
    this.host = host;
    this.truth = truth;
    this.statePath = statePath;
    this.state = new HostStateReader(host, statePath);
    this.invariants = List.copyOf(invariants);
    for (Invariant invariant : invariants) {
      if (invariant instanceof NetnsInvariant each) {
        perNetns.add(each);
      }
    }
    this.aspects = perNetns.stream().mapToInt(each -> Aspect.bits(each.aspects())).toArray();
    host.kernel().addListener(this::changed);
  }

  private void changed(KernelEvent event) {
    changes.add(event);
    moved.merge(event.netns(), Aspect.changedBy(event), (one, other) -> one | other);
    state.changed(event);
  }

  /** Is to be called whenever the agent is about to start on the host. */
  public void agentStarts() {
    StateFiles files = StateFiles.of(host, statePath);
    toldSinceStart.clear();
    keptSinceStart.clear();
    keptSinceStart.addAll(files.priorities().keySet());
    keptSinceStart.addAll(files.pairs().keySet());
  }

  /** Takes note of what the agent told the server of floating IPs during the step, by id. */
  public void told(Map<String, String> statuses) {
    told.putAll(statuses);
    toldSinceStart.putAll(statuses);
  }

  /** Remembers the host's state, which the next step, a repetition or a resync, must not change. */
  public void expectNoChange() {
    mustStay = Optional.of(state.read());
  }

  /**
   * Returns what is wrong at the end of a step, in the order of the invariants.
   *
   * @param ops what the host was asked to do during the step
   * @param errors the exceptions that the agent logged or let escape, in words
   * @param disturbed whether something was made to go wrong during the step
   * @param settled whether the agent has heard everything that the server had to say, is done with
   *     it, and nothing that went wrong is still to be healed
   */
  public List<Violation> check(
      StepKind kind,
      List<TraceEntry> ops,
      List<String> errors,
      boolean disturbed,
      boolean settled) {
    HostStep step = new HostStep(kind, ops, changes, errors, told, disturbed);
    changes.clear();
    told.clear();
    return check(step, settled, difference());
  }

  /**
   * Returns a violation if the host is not as {@code fresh} is, on which a fresh agent has done
   * what the server wants of this one; see {@link Convergence}.
   */
  public List<Violation> checkConvergence(Host fresh) {
    return Convergence.check(state.read(), fresh, statePath);
  }

  /** Returns what would be wrong if the step ended now, with everything settled. */
  public List<Violation> wrongNow() {
    HostStep step = new HostStep(StepKind.EVENT, List.of(), List.of(), List.of(), Map.of(), false);
    return check(step, true, Optional.empty());
  }

  private List<Violation> check(
      HostStep step, boolean settled, Optional<HostState.Difference> difference) {
    wanted.update(truth);
    if (!keptSinceStart.isEmpty()) {
      keptSinceStart.removeAll(wanted.stateFileKeys());
    }
    HostView view =
        new HostView(
            host, truth, wanted, step, difference, statePath, keptSinceStart, toldSinceStart);
    moved.forEach(
        (name, aspects) -> {
          Remembered known = remembered.get(name);
          if (known != null) {
            known.forget(aspects);
          }
        });
    moved.clear();
    List<Remembered> namespaces = remember(view);
    boolean allWell = true;
    for (Remembered namespace : namespaces) {
      allWell &= namespace.isWell(settled);
    }
    List<Violation> found = new ArrayList<>();
    for (Invariant invariant : invariants) {
      if (settled || !invariant.onlyWhenSettled()) {
        if (!(invariant instanceof NetnsInvariant)) {
          found.addAll(invariant.check(view));
        } else if (!allWell) {
          namespaces.forEach(each -> found.addAll(each.found(invariant)));
        }
      }
    }
    return found;
  }

  /** Returns what is known of each namespace of the agent, looked at anew where it changed. */
  private List<Remembered> remember(HostView view) {
    List<Remembered> all = new ArrayList<>();
    for (NetnsName name : view.kernel().names()) {
      Optional<NetnsView> netns = view.netns(name);
      if (netns.isPresent()) {
        Remembered known = remembered.get(name);
        if (known == null || !known.isOf(netns.get())) {
          known = new Remembered(netns.get());
          remembered.put(name, known);
        }
        all.add(known);
      }
    }
    return all;
  }

  private Optional<HostState.Difference> difference() {
    Optional<HostState.Difference> difference = mustStay.map(before -> state.read().minus(before));
    mustStay = Optional.empty();
    return difference;
  }
}
