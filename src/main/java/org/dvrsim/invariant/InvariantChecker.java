package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.kernel.Netns;
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
  private final WantedHost wanted = new WantedHost();
  private final List<KernelEvent> changes = new ArrayList<>();
  private final Set<NetnsName> moved = new HashSet<>();
  private final Map<NetnsName, Remembered> remembered = new HashMap<>();
  private final Set<String> keptSinceStart = new HashSet<>();
  private Optional<HostState> mustStay = Optional.empty();

  /** What was found in a namespace when it should have held {@code wanted}. */
  private record Remembered(
      Netns actual, WantedNetns wanted, Map<Invariant, List<Violation>> found) {}

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
    this.invariants = List.copyOf(invariants);
    host.kernel().addListener(this::changed);
  }

  private void changed(KernelEvent event) {
    changes.add(event);
    moved.add(event.netns());
  }

  /** Is to be called whenever the agent is about to start on the host. */
  public void agentStarts() {
    StateFiles files = StateFiles.of(host, statePath);
    keptSinceStart.clear();
    keptSinceStart.addAll(files.priorities().keySet());
    keptSinceStart.addAll(files.pairs().keySet());
  }

  /** Remembers the host's state, which the next step, a repetition or a resync, must not change. */
  public void expectNoChange() {
    mustStay = Optional.of(HostStateReader.read(host, statePath));
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
    HostStep step = new HostStep(kind, ops, changes, errors, disturbed);
    changes.clear();
    wanted.update(truth);
    HostView view =
        new HostView(host, truth, wanted, step, difference(), statePath, keptSinceStart);
    moved.forEach(remembered::remove);
    moved.clear();
    List<Violation> found = new ArrayList<>();
    for (Invariant invariant : invariants) {
      if (settled || !invariant.onlyWhenSettled()) {
        found.addAll(
            invariant instanceof NetnsInvariant each ? check(each, view) : invariant.check(view));
      }
    }
    return found;
  }

  private Optional<HostState.Difference> difference() {
    Optional<HostState.Difference> difference =
        mustStay.map(before -> HostStateReader.read(host, statePath).minus(before));
    mustStay = Optional.empty();
    return difference;
  }

  private List<Violation> check(NetnsInvariant invariant, HostView view) {
    List<Violation> found = List.of();
    for (NetnsName name : view.kernel().names()) {
      Optional<NetnsView> netns = view.netns(name);
      if (netns.isPresent()) {
        List<Violation> here =
            remember(netns.get()).computeIfAbsent(invariant, any -> invariant.check(netns.get()));
        if (!here.isEmpty()) {
          found = new ArrayList<>(found);
          found.addAll(here);
        }
      }
    }
    return found;
  }

  private Map<Invariant, List<Violation>> remember(NetnsView netns) {
    Remembered known = remembered.get(netns.name());
    if (known == null
        || known.actual() != netns.actual()
        || !known.wanted().equals(netns.wanted())) {
      known = new Remembered(netns.actual(), netns.wanted(), new HashMap<>());
      remembered.put(netns.name(), known);
    }
    return known.found();
  }
}
