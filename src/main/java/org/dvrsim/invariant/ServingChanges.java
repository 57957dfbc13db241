package org.dvrsim.invariant;

import java.util.ArrayList;
import java.util.List;
import org.dvrsim.kernel.KernelEvent;
import org.dvrsim.net.NetnsName;

/**
 * Gathers the changes by which a floating IP can come into effect or out of it: of routes in
 * floating IP namespaces, of addresses in those of the centralised SNAT.
 */
final class ServingChanges {
  private NetnsName last = NetnsName.ROOT;
  private NetnsKind kind;
  private List<KernelEvent> found = List.of();

  /** Takes note of a change if it is one of these. */
  void add(KernelEvent change) {
    if (change instanceof KernelEvent.RouteChanged) {
      add(change, NetnsKind.FIP);
    } else if (change instanceof KernelEvent.AddressChanged) {
      add(change, NetnsKind.SNAT);
    }
  }

  /** Changes come in rows in one namespace, whose name is always the same object then. */
  @SuppressWarnings("ReferenceEquality")
  private void add(KernelEvent change, NetnsKind in) {
    if (change.netns() != last) {
      last = change.netns();
      kind = NetnsKind.of(last).orElse(null);
    }
    if (kind == in) {
      found = found.isEmpty() ? new ArrayList<>() : found;
      found.add(change);
    }
  }

  /** Returns those since the last call. */
  List<KernelEvent> take() {
    List<KernelEvent> taken = found;
    found = List.of();
    return taken;
  }
}
