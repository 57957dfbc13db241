package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.dvrsim.kernel.Kernel;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.NetnsName;
import org.dvrsim.ops.Host;

/** What invariants look at: one host at the end of one step, and what the server wants there. */
public final class HostView {
  private final Host host;
  private final ServerTruth truth;
  private final WantedHost wanted;
  private final HostStep step;
  private final Optional<HostState.Difference> difference;
  private final StateFiles stateFiles;
  private final Set<String> keptSinceStart;
  private final Map<String, String> toldSinceStart;
  private List<KernelEvent> changesOfServing;

  HostView(
      Host host,
      ServerTruth truth,
      WantedHost wanted,
      HostStep step,
      Optional<HostState.Difference> difference,
      StateFiles stateFiles,
      Set<String> keptSinceStart,
      Map<String, String> toldSinceStart) {
    this.host = host;
    this.truth = truth;
    this.wanted = wanted;
    this.step = step;
    this.difference = difference;
    this.stateFiles = stateFiles;
    this.keptSinceStart = keptSinceStart;
    this.toldSinceStart = toldSinceStart;
  }

  /** Returns the host, to read. */
  public Host host() {
    return host;
  }

  /** Returns the host's kernel, to read. */
  public Kernel kernel() {
    return host.kernel();
  }

  /** Returns what the server holds to be true for the host. */
  public ServerTruth truth() {
    return truth;
  }

  /** Returns what happened during the step. */
  public HostStep step() {
    return step;
  }

  /**
   * Returns the changes during the step by which a floating IP can come into effect or out of it:
   * of routes in floating IP namespaces, of addresses in those of the centralised SNAT.
   */
  List<KernelEvent> changesOfServing() {
    if (changesOfServing == null) {
      changesOfServing = findChangesOfServing();
    }
    return changesOfServing;
  }

  private List<KernelEvent> findChangesOfServing() {
    List<KernelEvent> found = new ArrayList<>(0);
    Optional<NetnsKind> kind = Optional.empty();
    NetnsName last = NetnsName.ROOT;
    List<KernelEvent> changes = step.changes();
    for (int i = 0; i < changes.size(); i++) {
      KernelEvent change = changes.get(i);
      if (!change.netns().equals(last)) {
        last = change.netns();
        kind = NetnsKind.of(last);
      }
      if (kind.isPresent() && isOfServing(change, kind.get())) {
        found.add(change);
      }
    }
    return found;
  }

  private static boolean isOfServing(KernelEvent change, NetnsKind kind) {
    return kind == NetnsKind.FIP
        ? change instanceof KernelEvent.RouteChanged
        : kind == NetnsKind.SNAT && change instanceof KernelEvent.AddressChanged;
  }

  /** Tells whether nothing happened during the step. */
  boolean isStepEmpty() {
    return step.isEmpty() && difference.map(HostState.Difference::isEmpty).orElse(true);
  }

  /** Returns what the step changed, if it was to change nothing. */
  Optional<HostState.Difference> difference() {
    return difference;
  }

  WantedHost wanted() {
    return wanted;
  }

  StateFiles stateFiles() {
    return stateFiles;
  }

  /** Returns the keys that the state files held when the agent started last. */
  Set<String> keptSinceStart() {
    return keptSinceStart;
  }

  /** Returns what the agent told the server last of each floating IP since it started, by id. */
  Map<String, String> toldSinceStart() {
    return toldSinceStart;
  }

  /** Returns what should be in a namespace; empty if it need not be there. */
  Optional<WantedNetns> wantedNetns(NetnsName name) {
    return wanted.netns(name).or(() -> idle(name));
  }

  /** An external network's namespace stays as long as some router uses the network. */
  private Optional<WantedNetns> idle(NetnsName name) {
    if (NetnsKind.of(name).equals(Optional.of(NetnsKind.FIP))
        && truth.isExternalNetworkUsed(NetnsKind.FIP.id(name))) {
      return Optional.of(wanted.idle(name));
    }
    return Optional.empty();
  }

  /** Returns a namespace of the agent with what it should hold; empty if one of the two is not. */
  Optional<NetnsView> netns(NetnsName name) {
    return kernel()
        .find(name)
        .flatMap(actual -> wantedNetns(name).map(wanted -> new NetnsView(actual, wanted)));
  }
}
