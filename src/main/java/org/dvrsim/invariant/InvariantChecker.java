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
import org.dvrsim.kernel.Link;
import org.dvrsim.kernel.Netns;
import org.dvrsim.net.IfName;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;
import org.dvrsim.ops.TraceEntry;

/**
 * Checks the invariants of one host, step after step.
 *
 * <p>What an invariant found is remembered until something changes that it looks at: in a namespace
 * (see {@link RememberedNetns}), on the host (see {@link RememberedHost}) or in what the server
 * wants there (see {@link WantedHost}). The kernel tells of its changes, the server's database
 * counts its own, and so does the disk.
 */
public final class InvariantChecker {
  private final Host host;
  private final ServerTruth truth;
  private final List<Invariant> invariants;

  /** Where each invariant is among those judged by namespace; negative if it is not. */
  private final int[] places;

  private final NetnsInvariants perNetns;
  private final RememberedHost asAWhole;
  private final WantedHost wanted = new WantedHost();
  private final Map<NetnsName, RememberedNetns> remembered = new HashMap<>();
  private List<RememberedNetns> namespaces = List.of();
  private boolean namesChanged = true;

  /** Whether a namespace is there that no router calls for, so that others may matter to it. */
  private boolean someUncalledFor = true;

  private NetnsName lastChanged;
  private RememberedNetns lastKnown;
  private List<KernelEvent> changes = new ArrayList<>();
  private final ServingChanges servingChanges = new ServingChanges();
  private int changedAspects;
  private final StateFilesReader stateFiles;
  private StateFiles lastStateFiles;
  private long lastBridge = -1;
  private long lastProcesses = -1;
  private final Set<String> keptSinceStart = new HashSet<>();
  private boolean keptChanged;
  private final Map<String, String> told = new LinkedHashMap<>();
  private final Map<String, String> toldSinceStart = new LinkedHashMap<>();
  private boolean toldChanged;
  private final HostStateReader state;
  private Optional<HostState> mustStay = Optional.empty();

  /**
   * Builds the checker, which listens to the host's kernel from now on.
   *
   * @param statePath where on the host's disk the agent keeps its state files
   */
  public InvariantChecker(
      Host host, ServerTruth truth, String statePath, List<Invariant> invariants) {
    this.host = host;
    this.truth = truth;
    this.stateFiles = new StateFilesReader(host, statePath);
    this.state = new HostStateReader(host, stateFiles);
    this.invariants = List.copyOf(invariants);
    this.perNetns = NetnsInvariants.of(invariants);
    this.asAWhole = new RememberedHost(this.invariants);
    this.places = new int[invariants.size()];
    int netnsInvariants = 0;
    for (int i = 0; i < places.length; i++) {
      places[i] = invariants.get(i) instanceof NetnsInvariant ? netnsInvariants++ : -1;
    }
    host.kernel().addListener(this::changed);
  }

  private void changed(KernelEvent event) {
    changes.add(event);
    servingChanges.add(event);
    int aspects = Aspect.changedBy(event);
    state.changed(event, aspects);
    changedAspects |= aspects;
    changed(event.netns(), aspects);
    if (event instanceof KernelEvent.LinkChanged link) {
      if (link.after().isPresent()) {
        peerChanged(link.netns(), link.after().get().name());
      }
    } else if (event instanceof KernelEvent.NetnsAdded
        || event instanceof KernelEvent.NetnsRemoved) {
      namesChanged = true;
    }
  }

  /** Changes come in rows in one namespace, whose name is always the same object then. */
  @SuppressWarnings("ReferenceEquality")
  private void changed(NetnsName netns, int aspects) {
    if (netns != lastChanged) {
      lastChanged = netns;
      lastKnown = remembered.get(netns);
    }
    if (lastKnown != null) {
      lastKnown.changed(aspects);
    }
  }

  /** Who looks at a device looks at its other end too: what it is like, and where it is. */
  private void peerChanged(NetnsName netns, IfName device) {
    Optional<Netns> there = host.kernel().find(netns);
    Optional<Link> link = there.isPresent() ? there.get().link(device) : Optional.empty();
    Optional<Link> peer = link.isPresent() ? link.get().peer() : Optional.empty();
    if (peer.isPresent()) {
      changed(peer.get().netns().name(), Aspect.LINKS.bits());
    }
  }

  /** Is to be called whenever the agent is about to start on the host. */
  public void agentStarts() {
    StateFiles files = stateFiles.read();
    toldSinceStart.clear();
    toldChanged = true;
    keptSinceStart.clear();
    keptSinceStart.addAll(files.priorities().keySet());
    keptSinceStart.addAll(files.pairs().keySet());
    keptChanged = true;
  }

  /** Takes note of what the agent told the server of floating IPs during the step, by id. */
  public void told(Map<String, String> statuses) {
    if (!statuses.isEmpty()) {
      told.putAll(statuses);
      toldSinceStart.putAll(statuses);
      toldChanged = true;
    }
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
    changes = new ArrayList<>();
    told.clear();
    return check(step, servingChanges.take(), settled, difference());
  }

  /**
   * Returns a violation if the host is not as {@code fresh} is, on which a fresh agent has done
   * what the server wants of this one; see {@link Convergence}.
   */
  public List<Violation> checkConvergence(Host fresh) {
    return Convergence.check(state.read(), fresh, stateFiles.path());
  }

  /** Returns what would be wrong if the step ended now, with everything settled. */
  public List<Violation> wrongNow() {
    HostStep step = new HostStep(StepKind.EVENT, List.of(), List.of(), List.of(), Map.of(), false);
    return check(step, List.of(), true, Optional.empty());
  }

  private List<Violation> check(
      HostStep step,
      List<KernelEvent> serving,
      boolean settled,
      Optional<HostState.Difference> difference) {
    HostView view =
        new HostView(
            host,
            truth,
            wanted,
            step,
            serving,
            difference,
            stateFiles.read(),
            keptSinceStart,
            toldSinceStart);
    update(view);
    boolean allWell = true;
    for (RememberedNetns namespace : namespaces) {
      allWell &= namespace.isWell(settled);
    }
    allWell &= asAWhole.isWell(view, settled);
    return allWell ? List.of() : found(settled);
  }

  /** Returns what was found, in the order of the invariants. */
  private List<Violation> found(boolean settled) {
    List<RememberedNetns> wrong = new ArrayList<>(namespaces);
    wrong.removeIf(RememberedNetns::holdsNothingWrong);
    List<Violation> found = new ArrayList<>();
    for (int i = 0; i < places.length; i++) {
      if (places[i] < 0) {
        if (settled || !invariants.get(i).onlyWhenSettled()) {
          found.addAll(asAWhole.found(i));
        }
      } else if (!wrong.isEmpty() && (settled || !invariants.get(i).onlyWhenSettled())) {
        for (int j = 0; j < wrong.size(); j++) {
          found.addAll(wrong.get(j).found(places[i]));
        }
      }
    }
    return found;
  }

  /** Brings up to date what is wanted, and forgets what may not hold any more. */
  private void update(HostView view) {
    WantedHost.Change change = wanted.update(truth);
    boolean wantedChanged = change.isOfHost();
    if ((wantedChanged || keptChanged) && !keptSinceStart.isEmpty()) {
      keptSinceStart.removeAll(wanted.stateFileKeys());
    }
    boolean calledForChanged =
        namesChanged || wantedChanged || (change == WantedHost.Change.ELSEWHERE && someUncalledFor);
    if (calledForChanged) {
      remember(view);
    }
    asAWhole.changed(
        HostPart.changedBy(changedAspects)
            | HostPart.NAMESPACES.bitIf(namesChanged)
            | HostPart.CALLED_FOR.bitIf(calledForChanged)
            | HostPart.WANTED.bitIf(wantedChanged)
            | HostPart.WANTED_NAMESPACES.bitIf(change == WantedHost.Change.OF_NAMESPACES)
            | HostPart.TRUTH.bitIf(change != WantedHost.Change.NONE)
            | HostPart.TOLD.bitIf(toldChanged)
            | HostPart.STATE_FILES.bitIf(keptChanged || !view.stateFiles().equals(lastStateFiles))
            | HostPart.BRIDGE.bitIf(lastBridge != host.bridgePorts().changes())
            | HostPart.PROCESSES.bitIf(lastProcesses != host.processes().changes()));
    namesChanged = false;
    changedAspects = 0;
    toldChanged = false;
    keptChanged = false;
    lastStateFiles = view.stateFiles();
    lastBridge = host.bridgePorts().changes();
    lastProcesses = host.processes().changes();
  }

  /** Remembers each namespace of the agent from now on, and what is known of it already. */
  private void remember(HostView view) {
    namespaces = new ArrayList<>();
    lastChanged = null;
    someUncalledFor = false;
    for (NetnsName name : host.kernel().names()) {
      WantedNetns calledFor = wanted.netnsOrNull(name);
      someUncalledFor |= calledFor == null;
      WantedNetns wantedNow = calledFor == null ? view.idleOrNull(name) : calledFor;
      Optional<Netns> actual = host.kernel().find(name);
      if (wantedNow != null && actual.isPresent()) {
        namespaces.add(remember(actual.get(), wantedNow));
      }
    }
  }

  private RememberedNetns remember(Netns actual, WantedNetns wantedNow) {
    RememberedNetns known = remembered.get(actual.name());
    if (known == null || !known.isOf(actual)) {
      known = new RememberedNetns(perNetns, actual, wantedNow);
      remembered.put(actual.name(), known);
    } else {
      known.want(wantedNow);
    }
    return known;
  }

  private Optional<HostState.Difference> difference() {
    Optional<HostState.Difference> difference = mustStay.map(before -> state.read().minus(before));
    mustStay = Optional.empty();
    return difference;
  }
}
