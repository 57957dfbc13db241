package org.dvrsim.invariant;

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
  private final List<KernelEvent> changesOfServing;

  HostView(
      Host host,
      ServerTruth truth,
      WantedHost wanted,
      HostStep step,
      List<KernelEvent> changesOfServing,
      Optional<HostState.Difference> difference,
      StateFiles stateFiles,
      Set<String> keptSinceStart,
      Map<String, String> toldSinceStart) {
    this.host = host;
    this.truth = truth;
    this.wanted = wanted;
    this.step = step;
    this.changesOfServing = changesOfServing;
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

  /** Returns the changes during the step that {@link ServingChanges} gathers. */
  List<KernelEvent> changesOfServing() {
    return changesOfServing;
  }

  /** Returns the {@link HostPart#OF_STEP parts} that are there at the end of this step. */
  int happened() {
    return HostPart.ERRORS.bitIf(!step.errors().isEmpty())
        | HostPart.DISTURBANCE.bitIf(step.disturbed())
        | HostPart.REPETITION.bitIf(step.kind() != StepKind.EVENT)
        | HostPart.SERVING.bitIf(!changesOfServing.isEmpty());
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
    WantedNetns calledFor = wanted.netnsOrNull(name);
    return Optional.ofNullable(calledFor == null ? idleOrNull(name) : calledFor);
  }

  /**
   * Returns what may be in the namespace of an external network that nothing here calls for: it
   * stays as long as some router uses the network. Null if the namespace is another.
   */
  WantedNetns idleOrNull(NetnsName name) {
    return NetnsKind.FIP.isOf(name) && truth.isExternalNetworkUsed(NetnsKind.FIP.id(name))
        ? wanted.idle(name)
        : null;
  }

  /** Returns a namespace of the agent with what it should hold; empty if one of the two is not. */
  Optional<NetnsView> netns(NetnsName name) {
    return kernel()
        .find(name)
        .flatMap(actual -> wantedNetns(name).map(wanted -> new NetnsView(actual, wanted)));
  }
}
